import { json } from '../answer.ts';
import { holding, nameParts, strictly, workOf } from './catalogue.ts';
import { negotiated } from './crossref.ts';
import type { Service } from './service.ts';
import { after, parameter } from './service.ts';
import type { Work } from './works.ts';

const spoken = (name: string) => {
  const { family, given } = nameParts(name);
  return given ? `${given} ${family}` : family;
};

/** https://openlibrary.org/dev/docs/api/books, `jscmd=data`. */
const bookData = (work: Work) => ({
  url: 'https://openlibrary.org/books/OL0000000M/synthetic',
  key: '/books/OL0000000M',
  title: work.title,
  authors: work.authors.map((name) => ({
    url: 'https://openlibrary.org/authors/OL0000000A/synthetic',
    name: spoken(name),
  })),
  publishers: [{ name: work.publisher }],
  publish_date: String(work.issued[0] ?? ''),
  identifiers: { isbn_13: [work.isbn], openlibrary: ['OL0000000M'] },
});

const byIsbn = (isbn: string) =>
  holding('openlibrary').find((work) => work.isbn && sameIsbn(work.isbn, isbn));

/** An ISBN-10 is the ISBN-13 of prefix 978 without its first three and its last digit. */
const sameIsbn = (isbn13: string, asked: string) => {
  const bare = asked.replace(/[^\dX]/gi, '');
  return bare.length === 10 ? isbn13.slice(3, 12) === bare.slice(0, 9) : isbn13 === bare;
};

export const openlibrary: Service = {
  name: 'openlibrary',
  hosts: ['openlibrary.org'],
  answer(asked) {
    if (asked.url.pathname === '/api/books') {
      const keys = parameter(asked, 'bibkeys').split(',');
      const rows = keys.flatMap((key) => {
        const work = byIsbn(key.replace(/^ISBN:/i, ''));
        return work ? [[key, bookData(work)] as const] : [];
      });
      return json(Object.fromEntries(rows));
    }
    const isbn = after(asked, '/isbn/')?.replace(/\.json$/, '');
    const work = isbn && byIsbn(isbn);
    if (work)
      return json({
        title: work.title,
        publishers: [work.publisher],
        publish_date: String(work.issued[0]),
        isbn_13: [work.isbn],
        authors: [{ key: '/authors/OL0000000A' }],
        key: '/books/OL0000000M',
      });
    if (asked.url.pathname !== '/search.json')
      return json({ error: 'notfound', key: asked.url.pathname }, 404);
    const found = strictly('openlibrary', {
      any: parameter(asked, 'q'),
      title: parameter(asked, 'title'),
      author: parameter(asked, 'author'),
    });
    return json({
      numFound: found.length,
      start: 0,
      numFoundExact: true,
      docs: found.map((row) => ({
        key: '/works/OL0000000W',
        title: row.title,
        author_name: row.authors.map(spoken),
        first_publish_year: row.issued[0],
        publisher: [row.publisher],
        isbn: [row.isbn],
      })),
    });
  },
};

/** https://support.datacite.org/docs/api-get-doi */
export const datacite: Service = {
  name: 'datacite',
  hosts: ['api.datacite.org', 'data.crosscite.org'],
  answer(asked) {
    const work = workOf(after(asked, asked.host === 'api.datacite.org' ? '/dois/' : '/') ?? '');
    if (!work?.held.includes('datacite'))
      return json(
        { errors: [{ status: '404', title: "The resource you are looking for doesn't exist." }] },
        404,
      );
    if (asked.host !== 'api.datacite.org') return negotiated(work);
    const doi = work.doi!.toLowerCase();
    return json({
      data: {
        id: doi,
        type: 'dois',
        attributes: {
          doi,
          prefix: doi.split('/')[0],
          identifiers: [],
          creators: work.authors.map((name) => {
            const { family, given } = nameParts(name);
            return given
              ? { name, nameType: 'Personal', givenName: given, familyName: family, affiliation: [] }
              : { name, nameType: 'Organizational', affiliation: [] };
          }),
          titles: [{ title: work.title }],
          publisher: work.publisher,
          container: {},
          publicationYear: work.issued[0],
          dates: [{ date: String(work.issued[0]), dateType: 'Issued' }],
          language: work.language,
          types: { resourceTypeGeneral: 'Dataset', citeproc: 'dataset', schemaOrg: 'Dataset' },
          relatedIdentifiers: [],
          url: 'https://works.replica.example/dataset',
          state: 'findable',
        },
      },
    });
  },
};
