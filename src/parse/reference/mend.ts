import { cjk } from './oriental.ts';
import type { Segment } from './segments.ts';

/** Quotes a title stands in. `’` and `'` close only where no letter follows. */
const pairs: Record<string, string> = {
  '《': '》',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '“': '”',
  '„': '“',
  '»': '«',
  '«': '»',
  '‘': '’',
  '"': '"',
};
const soft = new Set(['’', '"', '”', '“', '»', '«']);
const titles = new Set(['title', 'container-title']);

const closingAt = (text: string, open: string, from: number, to: number): number => {
  const close = pairs[open]!;
  for (let at = from; at < to; at++) {
    if (text[at] === open && open !== close) return -1;
    if (text[at] === close && !(close === '’' && /\p{L}/u.test(text[at + 1] ?? ''))) return at;
  }
  return -1;
};

/** What follows a closing quote when the quoted words were the whole title. */
const leads = /^[\s,，.。;；:：]{0,3}(?:(?:in|载|載|见|見|收入)(?![\p{L}])\s?[:：]?\s?)?/iu;

/**
 * A title that runs on past the quote it stands in ends with the quote; what is left is the container, where none was
 * read. Quotes that only open the title (`“Soziale” Ungleichheit`) are left alone.
 */
const endedByQuote = (text: string, segment: Segment, hasContainer: boolean): Segment[] => {
  const { start, end } = segment;
  const outside = pairs[text[start]!] === undefined;
  const open = outside ? text[start - 1]! : text[start]!;
  if (open === undefined || pairs[open] === undefined || (!outside && text[start - 1] === open))
    return [segment];
  const close = closingAt(text, open, outside ? start : start + 1, end);
  if (close < 0 || close - start < 2) return [segment];
  const rest = text.slice(close + 1, end);
  if (rest.trim() === '') return [segment];
  const closed = soft.has(pairs[open]!) ? /^\s?[,，]/u : /^\s?[,，.。;；(（]/u;
  const parted = closed.test(rest) || /^\s(?:in|In)\s|^\s?\/\//u.test(rest);
  if (!parted && (soft.has(pairs[open]!) || /^[与和及的、]/u.test(rest))) return [segment];
  const cut = { ...segment, end: close };
  const after = close + 1 + (leads.exec(rest)?.[0].length ?? 0);
  if (segment.field !== 'title' || hasContainer || end - after < 4 || !parted || /^[(（]/u.test(rest.trim()))
    return [cut];
  return [cut, { field: 'container-title', start: after, end, chance: segment.chance / 2 }];
};

/** Longest title looked for between double corner brackets. */
const longestOuter = 200;

/** `『「許せない」がやめられない』`: a title read only from the quotation it opens with is the whole of what stands between the outer signs. */
const openedByQuote = (text: string, segment: Segment): Segment => {
  const inside = text[segment.start] === '「' ? segment.start : segment.start - 1;
  if (segment.field !== 'title' || text[inside] !== '「' || text[inside - 1] !== '『') return segment;
  const close = text.slice(inside, inside + longestOuter).indexOf('』');
  return close < 0 || inside + close < segment.end
    ? segment
    : { ...segment, start: inside, end: inside + close };
};

const openers = /[《〈「『]/u;

/** A title with words before the quote it ends in begins with the quote; the words are the author's, where none is. */
const begunByQuote = (text: string, segment: Segment, hasAuthor: boolean): Segment[] => {
  const printed = text.slice(segment.start, segment.end);
  const at = printed.search(openers);
  if (at < 1 || !/[:：，,、]\s?$/u.test(printed.slice(0, at))) return [segment];
  const close = pairs[printed[at]!]!;
  if (text[segment.end] !== close || printed.includes(close)) return [segment];
  const cut = { ...segment, start: segment.start + at + 1 };
  if (hasAuthor) return [cut];
  return [{ ...segment, field: 'author', end: segment.start + at, chance: segment.chance / 2 }, cut];
};

const issueBefore =
  /(?:(?<!\p{L})(?:heft|hefte|h|nr|no|nos|issue|iss|number|fasc|ausgabe)\.?|n[°º]|№|#)\s?$/iu;

/** A bare number behind a Western journal is its volume, where no other was read. */
const numbered = (text: string, segments: readonly Segment[]): Segment[] => {
  const has = (field: string) => segments.some((segment) => segment.field === field);
  if (has('volume') || !has('container-title') || cjk.test(text)) return [...segments];
  return segments.map((segment) => {
    if (segment.field !== 'issue') return segment;
    const before = text.slice(Math.max(0, segment.start - 10), segment.start);
    const bare =
      /^\d{1,4}$/u.test(text.slice(segment.start, segment.end)) &&
      /[\p{L}.,]\s?$/u.test(before) &&
      !issueBefore.test(before) &&
      !/^\s?[/.]\d/u.test(text.slice(segment.end, segment.end + 4));
    return bare ? { ...segment, field: 'volume' } : segment;
  });
};

/** A work has a title: where only a container was read and nothing of a journal's, it is the title. */
const titled = (text: string, segments: readonly Segment[]): Segment[] => {
  const has = (field: string) => segments.some((segment) => segment.field === field);
  if (has('title') || has('volume') || has('issue')) return [...segments];
  const from = has('container-title') ? 'container-title' : 'publisher';
  if (!has(from) || (from === 'publisher' && (!has('author') || has('publisher-place'))))
    return [...segments];
  return segments.map((segment) => {
    const printed = text.slice(segment.start, segment.end);
    return segment.field !== from || otherwise[from].test(printed)
      ? segment
      : { ...segment, field: 'title', chance: segment.chance / 2 };
  });
};

/** What keeps its field though there is no title: abbreviated journals, and houses by their names. */
const otherwise = {
  'container-title': /\p{L}\.\s?\p{L}|\b(?:Lett|Phys|Chem|Reviews? of|Journal)\b/u,
  publisher: /press|verlag|univ|出版|書店|书局|社$|출판/iu,
};

/** Puts right what the order of fields can not tell the model: quotes, bare volumes, and that works have titles. */
export const mend = (text: string, segments: readonly Segment[]): Segment[] => {
  const has = (field: string) => segments.some((segment) => segment.field === field);
  const [container, author] = [has('container-title'), has('author')];
  const cut = segments.flatMap((segment) =>
    titles.has(segment.field)
      ? endedByQuote(text, openedByQuote(text, segment), container).flatMap((part) =>
          part.field === 'title' ? begunByQuote(text, part, author) : [part],
        )
      : [segment],
  );
  return titled(text, numbered(text, cut));
};
