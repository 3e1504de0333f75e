import type { Item, ItemType } from '../model/item.ts';
import { entry, type FieldRow } from './bibtex-entry.ts';
import { citationKeys } from './keys.ts';
import type { ExportOptions } from './options.ts';
import { snapshotFields } from './snapshot.ts';

/** CSL types as the entry types of BibTeX's own styles; everything else is `misc`. */
const types: Partial<Record<ItemType, string>> = {
  article: 'article',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  manuscript: 'unpublished',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  review: 'article',
  'review-book': 'article',
};

/** A thesis is two types in BibTeX; the doctoral one is the commoner. */
const typeOf = (item: Item): string =>
  item.type === 'thesis'
    ? /master|magister|修士|硕士|碩士|석사/i.test(item.genre ?? '')
      ? 'mastersthesis'
      : 'phdthesis'
    : (types[item.type] ?? 'misc');

const publishers: Record<string, string> = {
  inproceedings: 'organization',
  techreport: 'institution',
  mastersthesis: 'school',
  phdthesis: 'school',
  unpublished: 'howpublished',
};

const rows: readonly FieldRow[] = [
  { from: 'author', to: 'author', as: 'names' },
  { from: 'editor', to: 'editor', as: 'names' },
  { from: 'title', to: 'title', as: 'title' },
  {
    from: 'container-title',
    to: (item) => (typeOf(item) === 'article' ? 'journal' : 'booktitle'),
    as: 'title',
  },
  { from: 'collection-title', to: 'series', as: 'title' },
  { from: 'genre', to: (item) => (item.type === 'thesis' ? undefined : 'type'), as: 'text' },
  { from: 'edition', to: 'edition', as: 'text' },
  { from: 'volume', to: 'volume', as: 'text' },
  { from: 'issue', to: 'number', as: 'text' },
  { from: 'number', to: 'number', as: 'text' },
  { from: 'collection-number', to: 'number', as: 'text' },
  { from: 'chapter-number', to: 'chapter', as: 'text' },
  { from: 'page', to: 'pages', as: 'pages' },
  { from: 'publisher', to: (item) => publishers[typeOf(item)] ?? 'publisher', as: 'text' },
  { from: 'publisher-place', to: 'address', as: 'text' },
  { from: 'DOI', to: 'doi', as: 'verbatim' },
  { from: 'ISBN', to: 'isbn', as: 'text' },
  { from: 'ISSN', to: 'issn', as: 'text' },
  { from: 'URL', to: 'url', as: 'verbatim' },
  { from: 'accessed', to: 'urldate', as: 'date' },
  { from: 'language', to: 'language', as: 'text' },
  { from: 'note', to: 'note', as: 'text' },
  { from: 'annote', to: 'annote', as: 'text' },
  { from: 'abstract', to: 'abstract', as: 'text' },
  { from: 'keyword', to: 'keywords', as: 'keywords' },
  { from: 'issued', to: 'year', as: 'literalDate' },
];

/** Year, month and day as fields of their own; a range is its first date, or both years where they differ. */
function yearFields(item: Item): Record<string, string | undefined> {
  const [from, to] = item.issued?.['date-parts'] ?? [];
  if (!from) return {};
  const [year, month, day] = from;
  if (to && to[0] !== year) return { year: `${year}--${to[0]}` };
  const known = month !== undefined && month >= 1 && month <= 12;
  return {
    year: String(year),
    month: known ? String(month) : undefined,
    day: known && day !== undefined ? String(day) : undefined,
  };
}

/** Classic BibTeX in UTF-8, with `url`, `doi` and `urldate` for the styles that know them. */
export function bibtex(items: readonly Item[], options: ExportOptions): string {
  const keys = citationKeys(items);
  return items
    .map((item, index) =>
      entry(typeOf(item), keys[index] as string, item, rows, options, {
        ...yearFields(item),
        ...snapshotFields(item, options),
      }),
    )
    .join('\n');
}
