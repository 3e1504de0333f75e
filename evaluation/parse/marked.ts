import type { Csl } from './score/fields.ts';

/**
 * Reads marked text: a citation as it is printed, with each field marked where it stands.
 *
 * `⟦t:概率论⟧` marks a field, `⟦i=2019-05-01|令和元年5月1日⟧` one whose value is not what is printed, `⟪…⟫` a citation
 * in a note (`⟪~…⟫` a backref or short form, found but without fields to judge), `⦃12|…⦄` a note in a document.
 */
export interface Marked {
  /** What is printed: the text without its marks. */
  text: string;
  fields: MarkedField[];
  citations: MarkedSpan[];
  notes: (MarkedSpan & { label: string })[];
}
/** Half-open UTF-16 offsets into `text`. */
export interface MarkedSpan {
  start: number;
  end: number;
  short: boolean;
}
export interface MarkedField {
  field: string;
  /** How a name is written: `family, given` or in order, as one literal, or family first without a comma. */
  order: 'natural' | 'literal' | 'inverted';
  value: string;
  printed: string;
  start: number;
  end: number;
}

/** The fields by their codes. */
export const codes: Record<string, string> = {
  t: 'title',
  a: 'author',
  e: 'editor',
  r: 'translator',
  c: 'container-title',
  s: 'collection-title',
  p: 'publisher',
  w: 'publisher-place',
  i: 'issued',
  ac: 'accessed',
  v: 'volume',
  n: 'issue',
  pg: 'page',
  u: 'URL',
  d: 'DOI',
  ed: 'edition',
  nu: 'number',
  g: 'genre',
  ar: 'archive-url',
};
const orders = { '': 'natural', l: 'literal', v: 'inverted' } as const;
const opening = /^⟦([a-z]{1,2}?)([lv]?)(?:=([^|⟧]*)\||:)/;

/** Throws where the marks do not match: the data is ours, so that is a mistake in it. */
export function readMarked(marked: string): Marked {
  const read: Marked = { text: '', fields: [], citations: [], notes: [] };
  const open: ((end: number) => void)[] = [];
  let at = 0;
  while (at < marked.length) {
    const sign = marked[at] as string;
    const start = read.text.length;
    if (sign === '⟦') {
      const match = opening.exec(marked.slice(at, at + 400));
      const field = match && codes[match[1] as string];
      if (!match || !field) throw new Error(`No such mark: ${marked.slice(at, at + 40)}`);
      const order = orders[match[2] as keyof typeof orders];
      open.push((end) => {
        const printed = read.text.slice(start, end);
        read.fields.push({ field, order, value: match[3] ?? printed, printed, start, end });
      });
      at += match[0].length;
    } else if (sign === '⟪') {
      const short = marked[at + 1] === '~';
      open.push((end) => read.citations.push({ start, end, short }));
      at += short ? 2 : 1;
    } else if (sign === '⦃') {
      const bar = marked.indexOf('|', at);
      const label = marked.slice(at + 1, bar);
      open.push((end) => read.notes.push({ label, start, end, short: false }));
      at = bar + 1;
    } else if (sign === '⟧' || sign === '⟫' || sign === '⦄') {
      const close = open.pop();
      if (!close)
        throw new Error(`A mark closes that was not opened: ${marked.slice(Math.max(0, at - 40), at + 1)}`);
      close(read.text.length);
      at++;
    } else {
      read.text += sign;
      at++;
    }
  }
  if (open.length > 0) throw new Error(`A mark is not closed: ${marked.slice(-60)}`);
  for (const list of [read.fields, read.citations, read.notes]) list.sort((a, b) => a.start - b.start);
  return read;
}

const people = new Set(['author', 'editor', 'translator']);
const asian = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** A printed name as CSL has it; names in Chinese, kana or Hangul, and bodies, are literal. */
export const nameOf = ({ value, order }: Pick<MarkedField, 'value' | 'order'>): Record<string, string> => {
  const text = value.trim();
  const comma = /^([^,]+), ?(.+)$/.exec(text);
  if (order === 'literal' || asian.test(text)) return { literal: text };
  if (comma) return { family: comma[1] as string, given: comma[2] as string };
  const words = text.split(/\s+/);
  if (words.length === 1) return { family: text };
  return order === 'inverted'
    ? { family: words.slice(0, -1).join(' '), given: words.at(-1) as string }
    : { family: words.at(-1) as string, given: words.slice(0, -1).join(' ') };
};

const date = (value: string): string => {
  const match = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/.exec(
    value.normalize('NFKC').replace(/\s/g, ''),
  );
  return match
    ? match
        .slice(1)
        .filter(Boolean)
        .map((part) => part.padStart(2, '0'))
        .join('-')
    : value.normalize('NFKC');
};

/** What is marked between two offsets, as the CSL a parser should give; of URLs the first, and all beside it. */
export function cslOf(
  fields: readonly MarkedField[],
  start = 0,
  end = Infinity,
): { csl: Csl; urls: string[] } {
  const csl: Csl = {};
  const urls: string[] = [];
  for (const marked of fields) {
    if (marked.start < start || marked.end > end) continue;
    const { field, value } = marked;
    if (people.has(field)) csl[field] = [...((csl[field] as unknown[]) ?? []), nameOf(marked)];
    else if (field === 'URL') {
      urls.push(value);
      csl.URL ??= value;
    } else if (field === 'issued' || field === 'accessed') csl[field] ??= date(value);
    else if (field !== 'archive-url') csl[field] ??= value.trim();
  }
  return { csl, urls };
}
