import type { Answer, Asked } from '../answer.ts';
import { json, plain } from '../answer.ts';
import { holding, nameParts, search, workOf } from './catalogue.ts';
import type { Service } from './service.ts';
import { after, parameter } from './service.ts';
import type { Update, Work } from './works.ts';

const dateOf = (parts: number[]) => ({ 'date-parts': [parts.length > 0 ? parts : [null]] });
const momentOf = (parts: number[]) => {
  const [year = 2000, month = 1, day = 1] = parts;
  const time = new Date(Date.UTC(year, month - 1, day));
  return { ...dateOf(parts), 'date-time': time.toISOString().replace('.000', ''), timestamp: time.getTime() };
};
const updateOf = (update: Update) => ({
  DOI: update.doi,
  type: update.type,
  label: update.label,
  source: update.source,
  updated: momentOf(update.date),
  ...(update.source === 'retraction-watch' ? { 'record-id': '00000' } : {}),
});

/** A work as https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md describes it. */
export function crossrefWork(work: Work, score = 1) {
  const doi = (work.doi ?? '').toLowerCase();
  return {
    indexed: momentOf([2025, 1, 5]),
    'reference-count': 0,
    publisher: work.publisher,
    issue: work.issue,
    'content-domain': { domain: [], 'crossmark-restriction': false },
    'short-container-title': [],
    'published-print': work.gaps === 'dates' ? undefined : dateOf(work.issued),
    DOI: doi,
    type: work.type,
    created: momentOf(work.issued),
    page: work.page,
    source: 'Crossref',
    'is-referenced-by-count': 0,
    title: work.gaps === 'title' ? [] : [work.title],
    subtitle: work.subtitle ? [work.subtitle] : [],
    prefix: doi.split('/')[0],
    volume: work.volume,
    author: work.authors.map((name, at) => {
      const parts = nameParts(name);
      const sequence = at === 0 ? 'first' : 'additional';
      return parts.given ? { ...parts, sequence, affiliation: [] } : { name, sequence, affiliation: [] };
    }),
    member: '0',
    'container-title': work.container ? [work.container] : [],
    language: work.language,
    deposited: momentOf([2025, 1, 5]),
    score,
    resource: { primary: { URL: `https://works.replica.example/${encodeURIComponent(doi)}` } },
    issued: dateOf(work.issued),
    'references-count': 0,
    URL: `https://doi.org/${doi}`,
    relation: {},
    ...(work.issn ? { ISSN: [work.issn], 'issn-type': [{ value: work.issn, type: 'print' }] } : {}),
    ...(work.updatedBy ? { 'updated-by': work.updatedBy.map(updateOf) } : {}),
    ...(work.updates ? { 'update-to': work.updates.map(updateOf) } : {}),
    published: work.gaps === 'dates' ? undefined : dateOf(work.issued),
  };
}

const message = (type: string, value: unknown): Answer =>
  json({ status: 'ok', 'message-type': type, 'message-version': '1.0.0', message: value }, 200, {
    'x-rate-limit-limit': '50',
    'x-rate-limit-interval': '1s',
    'x-api-pool': 'polite',
  });

const fits = (work: Work, filter: string): boolean => {
  const [name, value = ''] = filter.split(/:(.*)/s);
  const year = work.issued[0] ?? 0;
  if (name === 'issn') return work.issn === value;
  if (name === 'from-pub-date') return year >= Number(value.slice(0, 4));
  if (name === 'until-pub-date') return year <= Number(value.slice(0, 4));
  if (name === 'container-title') return work.container === value;
  if (name === 'type') return work.type === value;
  return true;
};

/** Relevance search: it always answers with something, however little it has to do with the question. */
function list(asked: Asked, within?: (work: Work) => boolean): Answer {
  const query = ['query.bibliographic', 'query', 'query.title', 'query.author', 'query.container-title']
    .map((name) => parameter(asked, name))
    .join(' ')
    .trim();
  const filters = parameter(asked, 'filter').split(',').filter(Boolean);
  const ok = (work: Work) => (within?.(work) ?? true) && filters.every((filter) => fits(work, filter));
  const hits = query
    ? search('crossref', query)
    : holding('crossref').map((work) => ({ work, share: 1 / 60 }));
  const found = hits.filter((hit) => ok(hit.work));
  const rows = Math.min(Number(parameter(asked, 'rows') || 20), 1000);
  return message('work-list', {
    facets: {},
    'total-results': found.length,
    items: found.slice(0, rows).map((hit) => crossrefWork(hit.work, Math.round(hit.share * 6000) / 100)),
    'items-per-page': rows,
    query: { 'start-index': 0, 'search-terms': query || null },
  });
}

const cslTypes: Record<Work['type'], string> = {
  'journal-article': 'article-journal',
  book: 'book',
  dataset: 'dataset',
};

/** What content negotiation gives: citeproc JSON, whose title is a text and not a list. */
export function negotiated(work: Work): Answer {
  const full = crossrefWork(work);
  const csl = {
    ...full,
    type: cslTypes[work.type],
    title: [work.title, work.subtitle].filter(Boolean).join(': '),
    'container-title': work.container,
  };
  return json(csl, 200, { 'content-type': 'application/vnd.citationstyles.csl+json' });
}

const unknown = () => plain('Resource not found.', 404);

export const crossref: Service = {
  name: 'crossref',
  hosts: ['api.crossref.org'],
  answer(asked) {
    const path = asked.url.pathname.replace(/^\/v1/, '');
    const journal = /^\/journals\/([\dX-]+)\/works$/i.exec(path);
    if (journal) return list(asked, (work) => work.issn === journal[1]);
    if (path === '/works') return list(asked);
    const rest = after(asked, asked.url.pathname.startsWith('/v1') ? '/v1/works/' : '/works/');
    if (rest === undefined) return unknown();
    const [, doi = '', verb] = /^(.*?)(\/agency|\/transform(?:\/.*)?)?$/s.exec(rest) ?? [];
    const work = workOf(doi);
    if (!work?.held.includes('crossref')) return unknown();
    if (verb === '/agency')
      return message('work-agency', { DOI: doi, agency: { id: 'crossref', label: 'Crossref' } });
    return verb ? negotiated(work) : message('work', crossrefWork(work));
  },
};
