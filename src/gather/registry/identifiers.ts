import type { RegistryAnswer } from '../../model/evidence.ts';
import { type AskOptions, addressOf, askJson, askText, type Said } from './ask.ts';
import { ciniiItem } from './cinii.ts';
import { arxivItem, readFeed } from './feed.ts';
import { at, compact, dateParts, list, record, text } from './field.ts';
import type { ServiceName } from './services.ts';

/** Kinds that are looked up by one question to one service. */
type LookedUp = 'ISBN' | 'arXiv' | 'PMID' | 'CRID' | 'NAID';

interface Row {
  service: ServiceName;
  ask(value: string, options: AskOptions): Promise<Said<Record<string, unknown> | undefined>>;
}

const map = <A, B>(said: Said<A>, read: (value: A) => B): Said<B> =>
  said.outcome === 'answered' ? { outcome: 'answered', value: read(said.value) } : said;

/** Where each kind of identifier is looked up. */
export const lookups: Record<LookedUp, Row> = {
  ISBN: {
    service: 'openlibrary',
    ask: async (isbn, options) => {
      const parameters = { bibkeys: `ISBN:${isbn}`, format: 'json', jscmd: 'data' };
      const said = await askJson(
        addressOf('openlibrary', ['api', 'books'], parameters, options),
        'application/json',
        options,
      );
      return map(said, (value) => openLibraryItem(at(value, `ISBN:${isbn}`)));
    },
  },
  arXiv: {
    service: 'arxiv',
    ask: async (id, options) => {
      const said = await askText(
        addressOf('arxiv', ['api', 'query'], { id_list: id }, options),
        'application/atom+xml',
        options,
      );
      if (said.outcome !== 'answered') return said;
      const entry = (await readFeed(said.value, ['entry']))[0];
      const item = entry && arxivItem(entry);
      // arXiv answers an unknown identifier with an entry titled "Error".
      return { outcome: 'answered', value: item?.title === 'Error' ? undefined : item };
    },
  },
  PMID: {
    service: 'pubmed',
    ask: async (id, options) => {
      const parameters = { db: 'pubmed', id, retmode: 'json' };
      const said = await askJson(
        addressOf('pubmed', ['entrez', 'eutils', 'esummary.fcgi'], parameters, options),
        'application/json',
        options,
      );
      return map(said, (value) => pubmedItem(at(value, 'result', id)));
    },
  },
  CRID: {
    service: 'cinii',
    ask: async (id, options) =>
      map(
        await askJson(addressOf('cinii', ['crid', `${id}.json`], {}, options), 'application/json', options),
        ciniiItem,
      ),
  },
  NAID: {
    service: 'cinii',
    ask: async (id, options) =>
      map(
        await askJson(addressOf('cinii', ['naid', `${id}.json`], {}, options), 'application/json', options),
        ciniiItem,
      ),
  },
};

/** Looks one identifier up. An identifier its service does not know is `not-found`, which says little for an ISBN. */
export async function lookUp(
  kind: LookedUp,
  value: string,
  nowIso: string,
  options: AskOptions,
): Promise<RegistryAnswer> {
  const row = lookups[kind];
  const base = { service: row.service, query: `${kind} ${value}`, items: [], updates: [], at: nowIso };
  const said = await row.ask(value, options);
  if (said.outcome === 'unavailable') return { ...base, outcome: 'unavailable', why: said.why };
  const item = said.outcome === 'answered' ? said.value : undefined;
  return item && text(item.title)
    ? { ...base, outcome: 'found', items: [item] }
    : { ...base, outcome: 'not-found' };
}

function openLibraryItem(book: unknown): Record<string, unknown> | undefined {
  if (!record(book)) return undefined;
  const [title, subtitle] = [text(at(book, 'title')), text(at(book, 'subtitle'))];
  return compact({
    type: 'book',
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    author: list(at(book, 'authors')).flatMap((row) => {
      const literal = text(at(row, 'name'));
      return literal ? [{ literal }] : [];
    }),
    publisher: text(at(book, 'publishers', 0, 'name')),
    'publisher-place': text(at(book, 'publish_places', 0, 'name')),
    issued: dateParts(at(book, 'publish_date')),
    URL: text(at(book, 'url')),
  });
}

function pubmedItem(work: unknown): Record<string, unknown> | undefined {
  if (!record(work) || at(work, 'error') !== undefined) return undefined;
  const doi = list(at(work, 'articleids')).find((row) => at(row, 'idtype') === 'doi');
  return compact({
    type: 'article-journal',
    title: text(at(work, 'title')),
    author: list(at(work, 'authors')).flatMap((row) => {
      const literal = text(at(row, 'name'));
      return literal ? [{ literal }] : [];
    }),
    'container-title': text(at(work, 'fulljournalname')),
    'container-title-short': text(at(work, 'source')),
    issued: dateParts(at(work, 'pubdate')),
    volume: text(at(work, 'volume')),
    issue: text(at(work, 'issue')),
    page: text(at(work, 'pages')),
    DOI: text(at(doi, 'value')),
  });
}
