import { compact, dateParts } from './field.ts';

/** One entry of a feed: each element's texts by its name with the prefix, attributes named by `rel` or `type` left out. */
export type Entry = Map<string, string[]>;

/**
 * The entries of an RSS or Atom answer by one linear pass of a streaming parser. Nested elements are joined by `/`
 * (`author/ja/name`). Entities that a DTD would define are never expanded.
 */
export async function readFeed(xml: string, entryNames: readonly string[]): Promise<Entry[]> {
  const { Parser } = await import('htmlparser2');
  const entries: Entry[] = [];
  let path: string[] | undefined;
  let current: Entry | undefined;
  let words = '';
  const parser = new Parser(
    {
      onopentag(name) {
        if (entryNames.includes(name) && !current) {
          current = new Map();
          path = [];
        } else path?.push(name);
        words = '';
      },
      ontext(data) {
        if (words.length < 4000) words += data;
      },
      onclosetag(name) {
        if (current && path?.length === 0 && entryNames.includes(name)) {
          entries.push(current);
          current = undefined;
          path = undefined;
          return;
        }
        if (!current || !path) return;
        const key = path.join('/');
        const said = words.trim();
        if (said) current.set(key, [...(current.get(key) ?? []), said]);
        path.pop();
        words = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return entries;
}

const first = (entry: Entry, ...keys: string[]): string | undefined =>
  keys.map((key) => entry.get(key)?.[0]).find(Boolean);
const pages = (from: string | undefined, to: string | undefined) =>
  from && to && from !== to ? `${from}-${to}` : from;
const literals = (names: string[] | undefined) => names?.map((literal) => ({ literal }));

/** An item of NDL Search's OpenSearch RSS (https://ndlsearch.ndl.go.jp/help/api) as a CSL item. */
export const ndlItem = (entry: Entry): Record<string, unknown> =>
  compact({
    type: 'book',
    title: first(entry, 'dc:title', 'title'),
    author: literals(entry.get('dc:creator') ?? entry.get('author'))?.map(({ literal }) => ({
      // NDL appends the role after a space or a comma: `丸山眞男 著`, `夏目, 漱石, 1867-1916`.
      literal: literal.replace(/\s?(?:著|編|訳|監修|編著|共著)$/u, '').replace(/,\s?\d{4}-\d{0,4}$/, ''),
    })),
    publisher: first(entry, 'dc:publisher'),
    issued: dateParts(first(entry, 'dcterms:issued', 'dc:date', 'pubDate')),
    volume: first(entry, 'dcndl:volume'),
    URL: first(entry, 'link', 'guid'),
  });

/** An entry of J-STAGE's search API (https://www.jstage.jst.go.jp/static/pages/JstageServices/TAB3/) as a CSL item. */
export const jstageItem = (entry: Entry): Record<string, unknown> =>
  compact({
    type: 'article-journal',
    title: first(entry, 'article_title/ja', 'article_title/en', 'title'),
    author: literals(entry.get('author/ja/name') ?? entry.get('author/en/name')),
    'container-title': first(entry, 'material_title/ja', 'material_title/en'),
    issued: dateParts(first(entry, 'pubyear')),
    volume: first(entry, 'prism:volume'),
    issue: first(entry, 'prism:number'),
    page: pages(first(entry, 'prism:startingPage'), first(entry, 'prism:endingPage')),
    DOI: first(entry, 'prism:doi'),
    URL: first(entry, 'article_link/ja', 'article_link/en', 'id'),
  });

/** An entry of arXiv's query API (https://info.arxiv.org/help/api/) as a CSL item. */
export const arxivItem = (entry: Entry): Record<string, unknown> =>
  compact({
    type: 'article',
    title: first(entry, 'title')?.replace(/\s+/g, ' '),
    author: literals(entry.get('author/name')),
    issued: dateParts(first(entry, 'published')),
    DOI: first(entry, 'arxiv:doi'),
    URL: first(entry, 'id'),
  });
