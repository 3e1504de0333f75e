import { accessPhrase, scanDates } from '../../text/date.ts';
import { hashOf, mix } from '../hash.ts';
import { bitOf, membership, wordClasses } from '../vocabulary/lexicon.ts';
import type { Token } from './tokens.ts';

/**
 * What the sequence model sees of each token: 32-bit feature hashes, `offsets[t]` to `offsets[t + 1]` of `values`.
 * The same function serves training and reading, so the two can not drift apart.
 */
export interface FeatureRows {
  values: Int32Array;
  offsets: Int32Array;
}

const openers = '([{（［｛〔【「『《〈“‘«‹„<＜〖';
const closers = ')]}）］｝〕】」』》〉”’»›“>＞〗';
const breaks = new Set([...',.;:，。；：．、､｡/／|']);
const dashes = new Set([...'-–—‐‑―−~～〜─']);

const numberShape = (fold: string): string => {
  if (fold.length !== 4) return `d${Math.min(fold.length, 6)}`;
  const value = Number(fold);
  return value >= 1800 && value <= 2035 ? 'year' : value >= 1400 && value < 1800 ? 'old-year' : 'd4';
};

const shapeOf = (token: Token): string => {
  const { kind, text } = token;
  if (kind === 'number') return numberShape(token.fold);
  if (kind !== 'word') return kind === 'punctuation' || kind === 'mark' ? token.fold : kind;
  const upper = text !== text.toLowerCase();
  const lower = text !== text.toUpperCase();
  const first = text[0]!.toLowerCase() !== text[0]!;
  if (text.length === 1) return upper ? 'X' : 'x';
  if (upper && !lower) return text.length <= 3 ? 'XX' : 'XXXX';
  return first ? 'Xx' : upper ? 'xX' : 'x+';
};

/** What a whole stretch between two breaks looks like; lets a token see how its stretch ends. */
interface Stretch {
  index: number;
  first: number;
  last: number;
  size: number;
  bits: number;
  endBits: number;
  digits: boolean;
  next: string;
}

/** Quotes that titles stand in. */
const quoteClosers = '》」』〉”’»"';

interface Brackets {
  /** The innermost open bracket or quote and how deep it is, 0 outside. */
  inside: Int32Array;
  justClosed: Int32Array;
  /** How many quotes were closed before the token. */
  quotesBefore: Int32Array;
  quotes: number;
}

const bracketsOf = (tokens: readonly Token[]): Brackets => {
  const inside = new Int32Array(tokens.length);
  const justClosed = new Int32Array(tokens.length);
  const quotesBefore = new Int32Array(tokens.length);
  const stack: string[] = [];
  let closed = 0;
  let quotes = 0;
  tokens.forEach((token, at) => {
    const sign = token.text;
    quotesBefore[at] = quotes;
    if (token.kind === 'punctuation') {
      const depth = stack.length;
      const straight = sign === '"' || sign === '＂';
      const quoted = stack.at(-1) === sign;
      if (closers.includes(sign) && stack.length && !openers.includes(sign)) closed = hashOf(stack.pop()!);
      else if (straight && quoted) closed = hashOf(stack.pop()!);
      else if ((openers.includes(sign) || straight) && stack.length < 4) stack.push(sign);
      if (stack.length < depth && stack.length === 0 && quoteClosers.includes(sign)) quotes++;
    }
    const top = stack.at(-1);
    inside[at] = top ? hashOf(top) + stack.length : 0;
    justClosed[at] = closed;
  });
  return { inside, justClosed, quotesBefore, quotes };
};

const stretchesOf = (tokens: readonly Token[], covers: Int32Array, ends: Int32Array) => {
  const stretches: Stretch[] = [];
  const stretchOf = new Int32Array(tokens.length);
  let current: Stretch | undefined;
  tokens.forEach((token, at) => {
    const sign =
      token.kind === 'punctuation' &&
      (breaks.has(token.text) ||
        openers.includes(token.text) ||
        closers.includes(token.text) ||
        token.text === '"');
    if (sign) {
      if (current) current.next = token.text;
      current = undefined;
      stretchOf[at] = -1;
      return;
    }
    if (!current) {
      current = {
        index: stretches.length,
        first: at,
        last: at,
        size: 0,
        bits: 0,
        endBits: 0,
        digits: false,
        next: '',
      };
      stretches.push(current);
    }
    current.last = at;
    current.size++;
    current.bits |= covers[at]!;
    current.endBits = ends[at]!;
    current.digits ||= token.kind === 'number';
    stretchOf[at] = current.index;
  });
  return { stretches, stretchOf };
};

const styleSigns = ['《', '「', '『', '“', '"', '"', '〈', '«', '»', '‘', '[J]', '//', '年', '(', ';'];

/** Signs of the style of the whole reference: which quotes and type marks it uses, and its script. */
const styleOf = (text: string, tokens: readonly Token[]): number => {
  let style = 0;
  styleSigns.forEach((sign, at) => {
    if (text.includes(sign)) style |= 1 << at;
  });
  return mix(style, scriptOf(tokens));
};

const scriptOf = (tokens: readonly Token[]): number => {
  let han = 0;
  let kana = 0;
  let hangul = 0;
  let word = 0;
  for (const { kind } of tokens) {
    if (kind === 'han') han++;
    else if (kind === 'hiragana' || kind === 'katakana') kana++;
    else if (kind === 'hangul') hangul += 2;
    else if (kind === 'word') word += 2;
  }
  if (kana > 0 && han + kana > word) return 3;
  if (hangul > han && hangul > word) return 4;
  return han > word / 2 ? 2 : 1;
};

const bucket = (count: number): number =>
  count < 4 ? count : count < 6 ? 4 : count < 10 ? 5 : count < 18 ? 6 : count < 34 ? 7 : 8;

/** For each token whether it stands in a date (how many parts it has), and in a phrase of access (4). */
const dateTags = (tokens: readonly Token[], text: string): Uint8Array => {
  const tags = new Uint8Array(tokens.length);
  let at = 0;
  for (const date of scanDates(text)) {
    const access = accessPhrase(text, date);
    while (at > 0 && tokens[at - 1]!.end > (access ?? date).start) at--;
    while (at < tokens.length && tokens[at]!.end <= (access ?? date).start) at++;
    for (; at < tokens.length && tokens[at]!.start < (access ?? date).end; at++) {
      const own = tokens[at]!.start >= date.start && tokens[at]!.end <= date.end;
      tags[at] = (access ? 4 : 0) + (own ? date.parts : 0);
    }
  }
  return tags;
};

/** The features of every token. Linear in the number of tokens. */
export const featuresOf = (tokens: readonly Token[], text: string): FeatureRows => {
  const size = tokens.length;
  const { covers, starts, ends } = membership(tokens, text);
  const { inside, justClosed, quotesBefore, quotes } = bracketsOf(tokens);
  const { stretches, stretchOf } = stretchesOf(tokens, covers, ends);
  const words = Int32Array.from(tokens, (token) =>
    hashOf(token.kind === 'number' ? numberShape(token.fold) : dashes.has(token.text) ? '-' : token.fold),
  );
  const shapes = Int32Array.from(tokens, (token) => hashOf(dashes.has(token.text) ? '-' : shapeOf(token)));
  const script = scriptOf(tokens);
  const dated = dateTags(tokens, text);
  const style = styleOf(text, tokens);
  const values: number[] = [];
  const offsets = new Int32Array(size + 1);
  const edge = 0x51ed27;
  const word = (at: number) => (at >= 0 && at < size ? words[at]! : edge);
  const shape = (at: number) => (at >= 0 && at < size ? shapes[at]! : edge);
  const gapBefore = (at: number) => (at > 0 && at < size ? (tokens[at]!.spaced ? 1 : 2) : 0);

  const emitBits = (template: number, bits: number): void => {
    let rest = bits;
    while (rest) {
      const low = rest & -rest;
      values.push(mix(template, low));
      rest ^= low;
    }
  };

  const emitStretch = (at: number): void => {
    const own = stretchOf[at]! >= 0 ? stretches[stretchOf[at]!] : undefined;
    if (!own) {
      const after = at + 1 < size && stretchOf[at + 1]! >= 0 ? stretches[stretchOf[at + 1]!] : undefined;
      if (after) {
        emitBits(30, after.endBits);
        values.push(mix(31, mix(bucket(after.size), shape(after.first))));
      }
      return;
    }
    const before = stretches[own.index - 1];
    const after = stretches[own.index + 1];
    emitBits(32, own.endBits);
    emitBits(33, own.bits);
    values.push(mix(34, mix(word(own.last), script)));
    values.push(mix(35, mix(word(own.last - 1), word(own.last))));
    values.push(mix(36, mix(word(own.first), bucket(own.size))));
    values.push(mix(37, mix(hashOf(own.next), mix(word(own.first - 1), bucket(own.size)))));
    values.push(mix(38, mix(Math.min(own.index, 6), script)));
    values.push(mix(39, mix(bucket(own.size), mix(own.digits ? 1 : 0, shape(at)))));
    if (after) {
      emitBits(40, after.endBits);
      values.push(mix(41, mix(shape(after.first), hashOf(own.next))));
      values.push(mix(43, mix(word(after.first), hashOf(own.next))));
    } else values.push(mix(42, 1));
    if (before) {
      emitBits(44, before.endBits);
      values.push(mix(45, mix(shape(before.last), word(own.first - 1))));
    }
    const lastBut = stretches.length - own.index;
    if (lastBut <= 3) values.push(mix(46, mix(lastBut, script)));
    values.push(mix(47, mix(bucket(own.last - at), own.endBits & strongEnds)));
  };

  for (let at = 0; at < size; at++) {
    offsets[at] = values.length;
    const token = tokens[at]!;
    const w = words[at]!;
    const s = shapes[at]!;
    values.push(
      mix(1, w),
      mix(2, mix(word(at - 1), 7)),
      mix(3, word(at + 1)),
      mix(4, word(at - 2)),
      mix(5, word(at + 2)),
    );
    values.push(mix(6, mix(word(at - 1), w)), mix(7, mix(w, word(at + 1))));
    values.push(mix(8, s), mix(9, mix(shape(at - 1), s)), mix(10, mix(s, shape(at + 1))));
    values.push(mix(11, mix(shape(at - 1), mix(s, shape(at + 1)))));
    values.push(
      mix(12, mix(shape(at - 2), mix(shape(at - 1), s))),
      mix(13, mix(s, mix(shape(at + 1), shape(at + 2)))),
    );
    values.push(mix(14, mix(gapBefore(at), mix(gapBefore(at + 1), s))));
    values.push(mix(15, mix(inside[at]!, s)), mix(16, mix(inside[at]!, mix(style, word(at - 1)))));
    values.push(mix(17, mix(justClosed[at]!, mix(s, script))));
    values.push(mix(18, mix(bucket(at), script)), mix(19, bucket(size - at)));
    values.push(mix(20, mix(Math.floor((at * 12) / size), script)));
    values.push(mix(21, mix(style, Math.floor((at * 4) / size))));
    if (token.kind === 'word' || token.kind === 'hangul' || token.kind === 'katakana') {
      const { fold } = token;
      values.push(
        mix(22, hashOf(fold.slice(-3))),
        mix(23, hashOf(fold.slice(0, 3))),
        mix(24, hashOf(fold.slice(-1))),
      );
      values.push(mix(48, mix(Math.min(fold.length, 8), s)), mix(49, hashOf(fold.slice(-2))));
    }
    emitBits(25, covers[at]!);
    emitBits(26, ends[at]!);
    emitBits(27, starts[at]!);
    if (at > 0) emitBits(28, ends[at - 1]!);
    if (at + 1 < size) emitBits(29, starts[at + 1]!);
    values.push(mix(50, mix(word(at - 1), mix(s, word(at + 1)))));
    values.push(
      mix(51, mix(word(at - 2), mix(word(at - 1), s))),
      mix(52, mix(s, mix(word(at + 1), word(at + 2)))),
    );
    if (dated[at]) values.push(mix(53, dated[at]!), mix(54, mix(dated[at]!, s)));
    values.push(
      mix(55, mix(at > 0 ? dated[at - 1]! : 9, mix(dated[at]!, at + 1 < size ? dated[at + 1]! : 9))),
    );
    if (quotes > 0) {
      const order = Math.min(quotesBefore[at]!, 3) * 4 + Math.min(quotes, 3);
      values.push(mix(56, mix(order, inside[at]!)), mix(57, mix(order, mix(s, script))));
    }
    emitStretch(at);
  }
  offsets[size] = values.length;
  return { values: Int32Array.from(values), offsets };
};

const strongEnds = (['publisher', 'journal', 'newspaper', 'body', 'place', 'conference'] as const).reduce(
  (bits, name) => bits | bitOf(name),
  0,
);

/** Number of word classes, so that a change of the lexicon is seen to need a new training. */
export const lexiconSize = wordClasses.length;
