import type { Span } from '../../model/place.ts';

/** What a token is made of. */
export const kinds = [
  'word',
  'number',
  'han',
  'hiragana',
  'katakana',
  'hangul',
  'mark',
  'punctuation',
] as const;
export type Kind = (typeof kinds)[number];

/** One unit of the sequence model: a CJK character, a word, a run of digits, a sign, or a whole URL or DOI. */
export interface Token extends Span {
  kind: Kind;
  /** The text folded for comparing: NFKC, lower case. */
  fold: string;
  /** As printed. */
  text: string;
  /** True where white space stands before it. */
  spaced: boolean;
}

/** A stretch that is one token whatever stands in it (a URL, a DOI), in order, not overlapping. */
export interface Whole extends Span {
  tag: string;
}

const isDigit = (code: number) => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);

const isHan = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  code === 0x3005 ||
  code === 0x3007 ||
  code >= 0x20000;

const isHiragana = (code: number) => code >= 0x3041 && code <= 0x309f;
const isKatakana = (code: number) =>
  (code >= 0x30a1 && code <= 0x30fe && code !== 0x30fb) || (code >= 0xff66 && code <= 0xff9f);
const isHangul = (code: number) =>
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0x1100 && code <= 0x11ff) ||
  (code >= 0x3131 && code <= 0x318e);

const letter = /[\p{L}\p{M}]/u;
const blank = /[\s\u200b\u2060\ufeff]/;

const kindOf = (code: number): Kind => {
  if (isDigit(code)) return 'number';
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? 'word' : 'punctuation';
  if (isHan(code)) return 'han';
  if (isHiragana(code)) return 'hiragana';
  if (isKatakana(code)) return 'katakana';
  if (isHangul(code)) return 'hangul';
  return letter.test(String.fromCodePoint(code)) ? 'word' : 'punctuation';
};

/** Kinds that run on over several characters. */
const running = new Set<Kind>(['word', 'number', 'katakana', 'hangul']);
/** Longest run: what is longer is cut, so that no single token can be made to cost without bound. */
const longestRun = 120;

const isApostrophe = (code: number) => code === 0x27 || code === 0x2019;

const endOfRun = (text: string, start: number, kind: Kind, stop: number): number => {
  let at = start;
  while (at < stop && at - start < longestRun) {
    const code = text.codePointAt(at)!;
    const size = code > 0xffff ? 2 : 1;
    if (kindOf(code) === kind) {
      at += size;
      continue;
    }
    const after = kind === 'word' && isApostrophe(code) ? text.codePointAt(at + size) : undefined;
    if (after === undefined || at + size >= stop || kindOf(after) !== 'word') break;
    at += size;
  }
  return Math.min(at, stop);
};

/** Cuts `text` into tokens, in one pass; `wholes` stay in one piece. */
export const tokenize = (text: string, wholes: readonly Whole[] = []): Token[] => {
  const tokens: Token[] = [];
  let spaced = false;
  let next = 0;
  let at = 0;
  while (at < text.length) {
    while (next < wholes.length && wholes[next]!.start < at) next++;
    const whole = wholes[next];
    if (whole && whole.start === at && whole.end > at) {
      tokens.push({
        start: at,
        end: whole.end,
        kind: 'mark',
        fold: `<${whole.tag}>`,
        text: text.slice(at, whole.end),
        spaced,
      });
      at = whole.end;
      spaced = false;
      continue;
    }
    const code = text.codePointAt(at)!;
    const size = code > 0xffff ? 2 : 1;
    if (blank.test(text[at]!)) {
      spaced = true;
      at += size;
      continue;
    }
    const kind = kindOf(code);
    const end = running.has(kind) ? endOfRun(text, at + size, kind, whole?.start ?? text.length) : at + size;
    const printed = text.slice(at, end);
    tokens.push({
      start: at,
      end,
      kind,
      fold: printed.normalize('NFKC').toLowerCase(),
      text: printed,
      spaced,
    });
    at = end;
    spaced = false;
  }
  return tokens;
};
