import type { ItemType } from '../model/item.ts';

export const styleNames = ['gb7714-2015', 'ciss', 'chicago-note', 'sist02'] as const;
export type StyleName = (typeof styleNames)[number];

/** Fields a style asks for, by the name of their rule without `missing-`. */
export type RequiredField =
  | 'title'
  | 'author'
  | 'container'
  | 'publisher'
  | 'place'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'date';

export interface Style {
  name: StyleName;
  /** What the habit rules hold the notes to: rule id, then group (`*` for all), then the form. */
  habits: Readonly<Record<string, Readonly<Record<string, string>>>>;
  required: Partial<Record<ItemType, readonly RequiredField[]>>;
  /** Whether an online source must say when it was read. */
  accessDate: boolean;
  /** Whether notes point at the very page they rest on. */
  pinpoint: boolean;
  /** Whether half-width signs between CJK characters are what the style prints. */
  halfWidth: boolean;
}

const article: readonly RequiredField[] = ['title', 'author', 'container', 'date', 'pages'];
const book: readonly RequiredField[] = ['title', 'author', 'place', 'publisher', 'date'];
const online: readonly RequiredField[] = ['title', 'date'];

/** What numbered reference lists have in common, in China as in Japan. */
const ofReferenceLists: Style['habits'] = {
  'closing-stop': { '*': '.' },
  'title-quotes': { '*': 'none' },
  'range-dash': { '*': '-' },
  'date-format': { cjk: 'y-m-d', latin: 'y-m-d' },
  'author-order': { latin: 'family-first' },
};

/**
 * What the four styles print, as far as it can be told from a note's own text. Sources: GB/T 7714—2015 §§ 4, 8;
 * the note rules of Chinese journals of international relations; The Chicago Manual of Style, ch. 14; SIST 02:2007.
 */
export const styles: Readonly<Record<StyleName, Style>> = {
  'gb7714-2015': {
    name: 'gb7714-2015',
    habits: ofReferenceLists,
    required: {
      'article-journal': article,
      'article-newspaper': ['title', 'author', 'container', 'date'],
      book,
      chapter: ['title', 'author', 'container', 'place', 'publisher', 'date', 'pages'],
      thesis: ['title', 'author', 'publisher', 'date'],
      webpage: online,
    },
    accessDate: true,
    pinpoint: false,
    halfWidth: true,
  },
  ciss: {
    name: 'ciss',
    habits: {
      'closing-stop': { cjk: '。', latin: '.' },
      'title-quotes': { zh: '《', ja: '「', latin: '“' },
      'date-format': { cjk: 'y年m月d日', latin: 'm d, y' },
      'page-words': { cjk: '页' },
      'author-order': { latin: 'given-first' },
      'quote-comma': { position: 'inside' },
      'marker-placement': { '*': 'after' },
      'punctuation-width': { '*': 'full' },
    },
    required: {
      'article-journal': ['title', 'author', 'container', 'date', 'issue', 'pages'],
      'article-newspaper': ['title', 'container', 'date'],
      book,
      chapter: ['title', 'author', 'container', 'publisher', 'date', 'pages'],
      webpage: ['title', 'container', 'date'],
    },
    accessDate: true,
    pinpoint: true,
    halfWidth: false,
  },
  'chicago-note': {
    name: 'chicago-note',
    habits: {
      'closing-stop': { latin: '.' },
      'title-quotes': { latin: '“' },
      'range-dash': { latin: '–' },
      'date-format': { latin: 'm d, y' },
      'author-order': { latin: 'given-first' },
      'quote-comma': { position: 'inside' },
      'marker-placement': { '*': 'after' },
    },
    required: {
      'article-journal': article,
      'article-newspaper': ['title', 'container', 'date'],
      'article-magazine': ['title', 'container', 'date'],
      book: ['title', 'author', 'publisher', 'date'],
      chapter: ['title', 'author', 'container', 'publisher', 'date'],
      thesis: ['title', 'author', 'publisher', 'date'],
      webpage: ['title', 'container', 'date'],
    },
    accessDate: false,
    pinpoint: true,
    halfWidth: false,
  },
  sist02: {
    name: 'sist02',
    habits: ofReferenceLists,
    required: {
      'article-journal': article,
      book: ['title', 'author', 'publisher', 'date'],
      chapter: ['title', 'author', 'container', 'publisher', 'date', 'pages'],
      webpage: online,
    },
    accessDate: true,
    pinpoint: false,
    halfWidth: true,
  },
};
