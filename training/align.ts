import { fields, statesOf } from '../src/parse/reference/labels.ts';
import type { Token } from '../src/parse/reference/tokens.ts';

/** A field and where it stands in the text, as half-open UTF-16 offsets. */
export type FieldSpan = [field: string, start: number, end: number];

export interface Labelled {
  id: string;
  source: string;
  lang: string;
  text: string;
  spans: FieldSpan[];
}

/** A record of the optional evaluation data, as far as it is used here. */
export interface SourceRecord {
  id: string;
  source: string;
  lang: string;
  text: string;
  csl: { [field: string]: string };
  ignore?: string[];
  spans?: FieldSpan[];
}

/** The labels of the sources, by ours. */
const names: Record<string, string> = {
  date: 'issued',
  year: 'issued',
  journal: 'container-title',
  'title-a': 'title',
  'title-j': 'container-title',
  'title-m': 'title',
  'title-s': 'collection-title',
  source: 'container-title',
  pages: 'page',
  pagination: 'page',
  fpage: 'page',
  lpage: 'page',
  location: 'publisher-place',
  pubPlace: 'publisher-place',
  publicationplace: 'publisher-place',
  orgName: 'publisher',
  collab: 'author',
  'idno-arxiv': 'number',
  'note-report': 'genre',
  note: 'other',
  o: 'other',
  isbn: 'other',
  idno: 'number',
  'container-author': 'other',
  director: 'author',
  producer: 'other',
  medium: 'other',
  event: 'other',
  'event-title': 'other',
};

const trailing = /[\s,.;:，。；：、．/|]+$/;
const leading = /^[\s,.;:，。；：、．/|)\]]+/;
const quotes: [string, string][] = [
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
  ["'", "'"],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['»', '«'],
  ['„', '“'],
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
];

/** Cuts blanks, stops and a pair of quotes off both ends. */
const tighten = (text: string, start: number, end: number): [number, number] => {
  let [from, to] = [start, end];
  for (let round = 0; round < 3; round++) {
    from += leading.exec(text.slice(from, to))?.[0].length ?? 0;
    to -= trailing.exec(text.slice(from, to))?.[0].length ?? 0;
    const pair = quotes.find(
      ([a, b]) => text.startsWith(a, from) && text.slice(from, to).endsWith(b) && to - from > 1,
    );
    if (pair && !text.slice(from + 1, to - 1).includes(pair[1])) {
      from++;
      to--;
    }
  }
  return [from, to];
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where the digits or letters of a short value stand inside a span that holds more (`v. 80(4)`, `第12期`). */
const within = (text: string, value: string, start: number, end: number): [number, number] | undefined => {
  const body = text.slice(start, end);
  const parts = value.split(/[-–]/).filter(Boolean).map(escaped);
  const hit = new RegExp(parts.join('\\s*[-–—‐~～−]+\\s*'), 'i').exec(body);
  return hit ? [start + hit.index, start + hit.index + hit[0].length] : undefined;
};

/** `v. 25 (3`: volume and issue in one span. */
const combined = /^(\D{0,6})(\d{1,4})\s?[(（]([^)）]{1,12})/u;
const short = new Set(['volume', 'issue', 'page']);

/** One record of the optional evaluation data into spans of our own fields; undefined where it can not be told. */
export const fromRecord = (record: SourceRecord): Labelled | undefined => {
  const { id, source, lang, text, csl } = record;
  const spans: FieldSpan[] = [];
  if (!record.spans) return undefined;
  const hasArticle = record.spans.some(([label]: FieldSpan) => label === 'title-a' || label === 'title');
  for (const [label, start, end] of record.spans as FieldSpan[]) {
    let field = names[label] ?? label;
    if (label === 'title-m' && hasArticle) field = 'container-title';
    if (
      label === 'citation-number' ||
      label === 'url' ||
      label === 'doi' ||
      label === 'ptr' ||
      label === 'idno-doi' ||
      label === 'URL'
    )
      continue;
    if (!(fields as readonly string[]).includes(field)) field = 'other';
    if (short.has(field) && csl[field]) {
      const found = within(text, csl[field] as string, start, end);
      if (found) spans.push([field, ...found]);
      else spans.push([field, ...tighten(text, start, end)]);
      if (field === 'volume' && csl.issue) {
        const after = found ? found[1] : start;
        const issue = within(text, csl.issue, after, end);
        if (issue) spans.push(['issue', ...issue]);
      }
    } else if (field === 'volume' && combined.test(text.slice(start, end))) {
      const found = combined.exec(text.slice(start, end))!;
      const volume = start + found[1]!.length;
      const issue = start + found[0].length - found[3]!.length;
      spans.push(['volume', volume, volume + found[2]!.length], ['issue', issue, issue + found[3]!.length]);
    } else if (field === 'issued' || field === 'accessed') {
      const [from, to] = tighten(text, start, end);
      spans.push([field, from, to]);
    } else spans.push([field, ...tighten(text, start, end)]);
  }
  return { id, source, lang, text, spans: spans.filter(([, a, b]) => b > a).sort((a, b) => a[1] - b[1]) };
};

/** The states of the tokens of a labelled reference; names of one role that follow each other are one stretch. */
export const statesFor = (tokens: readonly Token[], spans: readonly FieldSpan[]): Int32Array => {
  const labels = new Array<number>(tokens.length).fill(-1);
  const starts = new Array<boolean>(tokens.length).fill(false);
  const link = fields.indexOf('link');
  for (const [name, start, end] of spans) {
    const field = fields.indexOf(name as (typeof fields)[number]);
    if (field < 0 || field === link) continue;
    let first = true;
    tokens.forEach((token, at) => {
      if (token.start < start || token.end > end || token.kind === 'mark') return;
      labels[at] = field;
      if (first) starts[at] = true;
      first = false;
    });
  }
  tokens.forEach((token, at) => {
    if (token.kind !== 'mark') return;
    labels[at] = link;
    starts[at] = true;
  });
  joinNames(tokens, labels, starts);
  return statesOf(labels, starts);
};

const joiner = /^(?:[,;、，；&/·・.．＝=]|and|und|et|y|e|和|与|と)$/i;
const roles = ['author', 'editor', 'translator'].map((role) => fields.indexOf(role as 'author'));

const joinNames = (tokens: readonly Token[], labels: number[], starts: boolean[]): void => {
  let last = -1;
  for (let at = 0; at < tokens.length; at++) {
    const label = labels[at]!;
    if (label < 0) {
      if (!joiner.test(tokens[at]!.text)) last = -1;
      continue;
    }
    if (last >= 0 && roles.includes(label) && labels[last] === label && starts[at] && at - last <= 4) {
      for (let filled = last + 1; filled < at; filled++) labels[filled] = label;
      starts[at] = false;
    }
    last = at;
  }
};
