import type { Citation } from '../../src/model/citation.ts';
import type { Evidence, PageFacts } from '../../src/model/evidence.ts';
import type { Item } from '../../src/model/item.ts';

export const page = (given: Partial<PageFacts> = {}): PageFacts => ({
  kind: 'html',
  authors: [],
  dates: [],
  alternates: [],
  followUps: [],
  headings: [],
  excerpt: 'An ordinary text. '.repeat(200).slice(0, 3000),
  textLength: 5000,
  counts: { ps: 20, scripts: 3, links: 40 },
  signs: [],
  ...given,
});

/** One visit: a page at `https://example.com/a`, titled as asked. */
export function evidence(given: Partial<Evidence> & { titled?: string } = {}): Evidence {
  const { titled, ...rest } = given;
  const url = rest.url ?? 'https://example.com/a';
  const status = rest.status ?? (rest.failure ? undefined : 200);
  return {
    url,
    purpose: 'cited',
    at: '2026-05-01T00:00:00.000Z',
    from: 'live',
    hops: [{ url, via: 'request', ...(status === undefined ? {} : { status }) }],
    ...(rest.failure ? {} : { finalUrl: url, page: page() }),
    ...(status === undefined ? {} : { status }),
    headers: {},
    titles: titled ? [{ text: titled, origin: 'h1' }] : [],
    ...(titled ? { title: titled } : {}),
    requests: 1,
    ...rest,
  };
}

export const citation = (item: Partial<Item> = {}, given: Partial<Citation> = {}): Citation => ({
  item: { id: 'a', type: 'webpage', ...item },
  urls: ['https://example.com/a'],
  place: { offset: 0, end: 1, line: 1, column: 1 },
  confidence: 1,
  ...given,
});
