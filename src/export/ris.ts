import type { Item, ItemType, Name } from '../model/item.ts';
import { risDate } from './dates.ts';
import { risKeywords, risText } from './encode/ris.ts';
import { citationKeys } from './keys.ts';
import { risName } from './names.ts';

const types: Partial<Record<ItemType, string>> = {
  article: 'JOUR',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'MPCT',
  chapter: 'CHAP',
  classic: 'CLSWK',
  dataset: 'DATA',
  entry: 'ENCYC',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'MANSCPT',
  map: 'MAP',
  motion_picture: 'VIDEO',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CONF',
  patent: 'PAT',
  periodical: 'SER',
  personal_communication: 'PCOMM',
  'post-weblog': 'BLOG',
  regulation: 'STAT',
  report: 'RPRT',
  review: 'JOUR',
  'review-book': 'JOUR',
  software: 'COMP',
  song: 'SOUND',
  speech: 'SLIDE',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
};

/** Tags whose value is a text of the item, in the order they are written. */
const texts: readonly (readonly [tag: string, field: keyof Item | ((item: Item) => keyof Item)])[] = [
  ['TI', 'title'],
  ['ST', 'title-short'],
  ['T2', (item) => (item.type === 'paper-conference' ? 'event-title' : 'container-title')],
  ['C3', (item) => (item.type === 'paper-conference' ? 'container-title' : 'id')],
  ['J2', 'container-title-short'],
  ['T3', 'collection-title'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['ET', 'edition'],
  ['M1', 'number'],
  ['M3', 'genre'],
  ['DO', 'DOI'],
  ['UR', 'URL'],
  ['LA', 'language'],
  ['CN', 'call-number'],
  ['DB', 'archive'],
  ['AN', 'archive_location'],
  ['AB', 'abstract'],
  ['N1', 'note'],
];
const people: readonly (readonly [tag: string, field: 'author' | 'editor' | 'translator'])[] = [
  ['AU', 'author'],
  ['A2', 'editor'],
  ['A4', 'translator'],
];

/** RIS as Zotero reads it: a line a tag, dates as `YYYY/MM/DD/`, tags as `KW`, an archived copy as `L2` too. */
export function ris(items: readonly Item[]): string {
  const keys = citationKeys(items);
  return items.map((item, index) => record(item, keys[index] as string)).join('\r\n');
}

function record(item: Item, key: string): string {
  const lines: [string, string | undefined][] = [['ID', key]];
  for (const [tag, field] of people)
    for (const name of (item[field] ?? []) as Name[]) lines.push([tag, risName(name)]);
  for (const [tag, from] of texts) {
    const field = typeof from === 'string' ? from : from(item);
    if (field !== 'id') lines.push([tag, item[field] as string | undefined]);
  }
  const issued = item.issued && risDate(item.issued);
  lines.push(
    ['PY', issued?.split('/')[0] ?? item.issued?.literal ?? item.issued?.raw],
    ['DA', issued],
    ['Y2', item.accessed && risDate(item.accessed)],
    ...pages(item.page),
    ['SN', item.ISBN ?? item.ISSN],
    ...risKeywords(item.keyword ?? '').map((word): [string, string] => ['KW', word]),
    ['L2', /^https?:/i.test(item.archive_location ?? '') ? item.archive_location : undefined],
  );
  const written = lines.flatMap(([tag, value]) => {
    const text = value === undefined ? '' : risText(value);
    return text ? [`${tag}  - ${text}`] : [];
  });
  return [`TY  - ${types[item.type] ?? 'GEN'}`, ...written, 'ER  - ', ''].join('\r\n');
}

/** First and last page as tags of their own where it is one plain range. */
function pages(page: string | undefined): [string, string | undefined][] {
  const range = /^\s{0,4}([\p{L}\p{N}.:]{1,20})\s{0,4}[-–—]\s{0,4}([\p{L}\p{N}.:]{1,20})\s{0,4}$/u.exec(
    page ?? '',
  );
  return range
    ? [
        ['SP', range[1]],
        ['EP', range[2]],
      ]
    : [['SP', page]];
}
