import type { Answer } from '../answer.ts';
import { json } from '../answer.ts';
import { seedOf } from '../filler.ts';
import { isoDate, nameParts, pagesOf, search, workOf } from './catalogue.ts';
import type { Service } from './service.ts';
import { after, parameter } from './service.ts';
import type { Work } from './works.ts';

const spoken = (name: string) => {
  const { family, given } = nameParts(name);
  return given ? `${given} ${family}` : family;
};

/** A work object of https://docs.openalex.org/api-entities/works/work-object, the fields a checker reads. */
function work(row: Work) {
  const id = `https://openalex.org/W${9_000_000_000 + (seedOf(row.title) % 1_000_000)}`;
  const doi = row.doi ? `https://doi.org/${row.doi.toLowerCase()}` : null;
  const title = [row.title, row.subtitle].filter(Boolean).join(': ');
  const [first, last] = pagesOf(row);
  return {
    id,
    doi,
    title,
    display_name: title,
    publication_year: row.issued[0] ?? null,
    publication_date: row.issued[0] ? `${isoDate(row)}-01-01`.slice(0, 10) : null,
    ids: { openalex: id, ...(doi ? { doi } : {}) },
    language: row.language,
    type: row.type === 'journal-article' ? 'article' : row.type,
    primary_location: {
      is_oa: false,
      landing_page_url: doi,
      pdf_url: null,
      source: row.container
        ? {
            id: `https://openalex.org/S${8_000_000_000 + (seedOf(row.container) % 1_000_000)}`,
            display_name: row.container,
            issn_l: row.issn ?? null,
            issn: row.issn ? [row.issn] : null,
            type: 'journal',
          }
        : null,
    },
    authorships: row.authors.map((name, at) => ({
      author_position: at === 0 ? 'first' : at === row.authors.length - 1 ? 'last' : 'middle',
      author: {
        id: `https://openalex.org/A${7_000_000_000 + (seedOf(name) % 1_000_000)}`,
        display_name: spoken(name),
        orcid: null,
      },
      raw_author_name: spoken(name),
      institutions: [],
    })),
    biblio: {
      volume: row.volume ?? null,
      issue: row.issue ?? null,
      first_page: first ?? null,
      last_page: last ?? null,
    },
    is_retracted: row.updatedBy?.some((update) => update.type === 'retraction') ?? false,
    cited_by_count: 0,
  };
}

const list = (rows: Work[], perPage: number): Answer =>
  json({
    meta: { count: rows.length, db_response_time_ms: 7, page: 1, per_page: perPage, groups_count: null },
    results: rows.slice(0, perPage).map(work),
    group_by: [],
  });

const missing = () => json({ error: 'Not found', message: 'This resource does not exist (synthetic).' }, 404);

export const openalex: Service = {
  name: 'openalex',
  hosts: ['api.openalex.org'],
  answer(asked) {
    const rest = after(asked, '/works/');
    if (rest) {
      const found = workOf(rest.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, ''));
      return found?.held.includes('openalex') ? json(work(found)) : missing();
    }
    if (asked.url.pathname !== '/works') return missing();
    const filter = parameter(asked, 'filter');
    const perPage = Number(parameter(asked, 'per-page', 'per_page') || 25);
    const doi = /(?:^|,)doi:(?:https:\/\/doi\.org\/)?([^,|]+)/.exec(filter)?.[1];
    if (doi) {
      const found = workOf(doi);
      return list(found?.held.includes('openalex') ? [found] : [], perPage);
    }
    const titled = /(?:title|display_name|title_and_abstract|default)\.search:([^,]+)/.exec(filter)?.[1];
    const year = /publication_year:(\d{4})/.exec(filter)?.[1];
    const hits = search('openalex', `${parameter(asked, 'search')} ${titled ?? ''}`)
      .filter((hit) => hit.share >= 0.5 && (!year || String(hit.work.issued[0]) === year))
      .map((hit) => hit.work);
    return list(hits, perPage);
  },
};
