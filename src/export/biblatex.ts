import type { Item, ItemType } from '../model/item.ts';
import { entry, type FieldRow } from './bibtex-entry.ts';
import { citationKeys } from './keys.ts';
import type { ExportOptions } from './options.ts';
import { snapshotFields } from './snapshot.ts';

/** CSL types as BibLaTeX entry types (manual §2.1), with the entry subtype that tells apart what one type covers. */
const types: Partial<Record<ItemType, string | [type: string, subtype: string]>> = {
  article: 'article',
  'article-journal': 'article',
  'article-magazine': ['article', 'magazine'],
  'article-newspaper': ['article', 'newspaper'],
  bill: ['legislation', 'bill'],
  book: 'book',
  broadcast: 'video',
  chapter: 'incollection',
  classic: 'book',
  dataset: 'dataset',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  entry: 'inreference',
  figure: 'image',
  graphic: 'artwork',
  hearing: 'legal',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  manuscript: 'unpublished',
  map: 'image',
  motion_picture: 'movie',
  musical_score: 'music',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  personal_communication: 'letter',
  post: 'online',
  'post-weblog': ['online', 'blog'],
  regulation: 'legal',
  report: 'report',
  review: 'review',
  'review-book': 'review',
  software: 'software',
  song: 'audio',
  standard: 'standard',
  thesis: 'thesis',
  treaty: 'legal',
  webpage: 'online',
};

const typeOf = (item: Item): [type: string, subtype?: string] => {
  const row = types[item.type] ?? 'misc';
  return typeof row === 'string' ? [row] : row;
};

const isArticle = (item: Item): boolean => typeOf(item)[0] === 'article' || item.type === 'periodical';
const issueHas = (item: Item): boolean => /\d/.test(item.issue ?? '');

/** The field a publisher goes in, by entry type; `publisher` for all others. */
const publishers: Record<string, string> = {
  online: 'organization',
  inproceedings: 'organization',
  report: 'institution',
  thesis: 'institution',
  unpublished: 'howpublished',
};
const numbered = new Set(['patent', 'report', 'legislation']);

const rows: readonly FieldRow[] = [
  { from: 'author', to: 'author', as: 'names' },
  { from: 'container-author', to: 'bookauthor', as: 'names' },
  { from: 'editor', to: 'editor', as: 'names' },
  { from: 'translator', to: 'translator', as: 'names' },
  { from: 'title', to: 'title', as: 'title' },
  { from: 'title-short', to: 'shorttitle', as: 'title' },
  {
    from: 'container-title',
    to: (item) => (typeOf(item)[0] === 'article' ? 'journaltitle' : 'booktitle'),
    as: 'title',
  },
  {
    from: 'container-title-short',
    to: (item) => (isArticle(item) ? 'shortjournal' : undefined),
    as: 'title',
  },
  { from: 'collection-title', to: 'series', as: 'title' },
  { from: 'volume-title', to: 'issuetitle', as: 'title' },
  { from: 'event-title', to: 'eventtitle', as: 'title' },
  { from: 'event-place', to: 'venue', as: 'text' },
  { from: 'event-date', to: 'eventdate', as: 'date' },
  { from: 'original-title', to: 'origtitle', as: 'title' },
  { from: 'original-date', to: 'origdate', as: 'date' },
  { from: 'original-publisher', to: 'origpublisher', as: 'list' },
  { from: 'original-publisher-place', to: 'origlocation', as: 'list' },
  { from: 'genre', to: 'type', as: 'text' },
  { from: 'edition', to: 'edition', as: 'text' },
  { from: 'version', to: 'version', as: 'text' },
  { from: 'volume', to: 'volume', as: 'text' },
  { from: 'number-of-volumes', to: 'volumes', as: 'text' },
  { from: 'part', to: 'part', as: 'text' },
  {
    from: 'issue',
    to: (item) =>
      issueHas(item) && (isArticle(item) || item.type === 'paper-conference') ? 'number' : 'issue',
    as: 'text',
  },
  {
    from: 'number',
    to: (item) => (numbered.has(typeOf(item)[0]) ? 'number' : isArticle(item) ? 'eid' : undefined),
    as: 'text',
  },
  { from: 'collection-number', to: 'number', as: 'text' },
  { from: 'chapter-number', to: 'chapter', as: 'text' },
  { from: 'page', to: 'pages', as: 'pages' },
  { from: 'number-of-pages', to: 'pagetotal', as: 'text' },
  { from: 'publisher', to: (item) => publishers[typeOf(item)[0]] ?? 'publisher', as: 'list' },
  { from: 'publisher-place', to: 'location', as: 'list' },
  { from: 'issued', to: 'date', as: 'date' },
  { from: 'issued', to: 'year', as: 'literalDate' },
  { from: 'status', to: 'pubstate', as: 'text' },
  { from: 'DOI', to: 'doi', as: 'verbatim' },
  { from: 'ISBN', to: 'isbn', as: 'text' },
  { from: 'ISSN', to: 'issn', as: 'text' },
  { from: 'URL', to: 'url', as: 'verbatim' },
  { from: 'accessed', to: 'urldate', as: 'date' },
  { from: 'language', to: 'langid', as: 'text' },
  { from: 'note', to: 'note', as: 'text' },
  { from: 'annote', to: 'annotation', as: 'text' },
  { from: 'abstract', to: 'abstract', as: 'text' },
  { from: 'keyword', to: 'keywords', as: 'keywords' },
  { from: 'call-number', to: 'library', as: 'text' },
];

/** BibLaTeX, as biber reads it: UTF-8, EDTF dates, verbatim URLs. */
export function biblatex(items: readonly Item[], options: ExportOptions): string {
  const keys = citationKeys(items);
  return items
    .map((item, index) => {
      const [type, subtype] = typeOf(item);
      const extra = { ...snapshotFields(item, options), entrysubtype: subtype };
      return entry(type, keys[index] as string, item, rows, options, extra);
    })
    .join('\n');
}
