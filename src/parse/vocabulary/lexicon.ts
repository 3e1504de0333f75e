import type { Token } from '../reference/tokens.ts';
import {
  chineseDoubleSurnames,
  chineseSurnames,
  japaneseSurnames,
  koreanSurnames,
  westernGivenNames,
} from './names.ts';
import { placesOfPublication } from './places.ts';
import { type Sign, signs } from './signs.ts';

/** Every class of words the lexicon knows, by bit number. */
export const wordClasses = [
  ...(Object.keys(signs) as Sign[]),
  'place',
  'chinese-surname',
  'japanese-surname',
  'korean-surname',
  'given-name',
] as const;
export type WordClass = (typeof wordClasses)[number];

export const bitOf = (name: WordClass): number => 1 << wordClasses.indexOf(name);

/** Which classes each token belongs to, as bits: by any entry that covers it, that starts on it, that ends on it. */
export interface Membership {
  covers: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

interface Lexicon {
  /** Latin words and phrases (parts joined by `_`) and Hangul words and endings. */
  words: Map<string, number>;
  /** CJK entries by first character, longest first. */
  runs: Map<string, { entry: string; bits: number }[]>;
}

const isSyllabic = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;

const add = (lexicon: Lexicon, entry: string, bits: number): void => {
  if (!entry) return;
  if (!isSyllabic.test(entry)) {
    lexicon.words.set(entry, (lexicon.words.get(entry) ?? 0) | bits);
    return;
  }
  const first = String.fromCodePoint(entry.codePointAt(0)!);
  const row = lexicon.runs.get(first) ?? [];
  const known = row.find((candidate) => candidate.entry === entry);
  if (known) known.bits |= bits;
  else row.push({ entry, bits });
  lexicon.runs.set(first, row);
};

const build = (): Lexicon => {
  const lexicon: Lexicon = { words: new Map(), runs: new Map() };
  const row = (words: Iterable<string>, name: WordClass) => {
    for (const word of words) add(lexicon, word.normalize('NFKC').toLowerCase(), bitOf(name));
  };
  for (const [sign, languages] of Object.entries(signs))
    for (const words of Object.values(languages)) row((words as string).split(' '), sign as Sign);
  for (const words of Object.values(placesOfPublication)) row(words.split(' '), 'place');
  row(chineseSurnames, 'chinese-surname');
  row(chineseDoubleSurnames.split(' '), 'chinese-surname');
  row(japaneseSurnames.split(' '), 'japanese-surname');
  row(koreanSurnames, 'korean-surname');
  row(westernGivenNames.split(' '), 'given-name');
  for (const entries of lexicon.runs.values()) entries.sort((a, b) => b.entry.length - a.entry.length);
  return lexicon;
};

let built: Lexicon | undefined;
const lexicon = (): Lexicon => {
  built ??= build();
  return built;
};

const longestEnding = 6;

/** A Hangul word is looked up whole, then by its endings (`한국포장학회지` ends in `학회지`) and by its family name. */
const hangulBits = (word: string, words: Map<string, number>): { covers: number; ends: number } => {
  let ends = words.get(word) ?? 0;
  for (let size = Math.min(longestEnding, word.length - 1); size >= 2; size--)
    ends |= words.get(word.slice(-size)) ?? 0;
  const surname = bitOf('korean-surname');
  const named = word.length >= 2 && word.length <= 4 && (words.get(word[0]!) ?? 0) & surname;
  return { covers: (ends & ~surname) | (named ? surname : 0), ends: ends & ~surname };
};

const markRun = (
  tokens: readonly Token[],
  text: string,
  at: number,
  known: Lexicon,
  out: Membership,
): void => {
  const token = tokens[at]!;
  const entries = known.runs.get(String.fromCodePoint(text.codePointAt(token.start)!));
  if (!entries) return;
  for (const { entry, bits } of entries) {
    if (!text.startsWith(entry, token.start)) continue;
    const end = token.start + entry.length;
    let last = at;
    while (last < tokens.length && tokens[last]!.end < end) last++;
    if (tokens[last]?.end !== end) continue;
    for (let covered = at; covered <= last; covered++) out.covers[covered]! |= bits;
    out.starts[at]! |= bits;
    out.ends[last]! |= bits;
  }
};

/** Looks every token up in the lexicon. `text` is what the tokens were cut from. Linear in the number of tokens. */
export const membership = (tokens: readonly Token[], text: string): Membership => {
  const size = tokens.length;
  const out = { covers: new Int32Array(size), starts: new Int32Array(size), ends: new Int32Array(size) };
  const known = lexicon();
  for (let at = 0; at < size; at++) {
    const token = tokens[at]!;
    if (token.kind === 'han' || token.kind === 'hiragana' || token.kind === 'katakana') {
      markRun(tokens, text, at, known, out);
    } else if (token.kind === 'hangul') {
      const { covers, ends } = hangulBits(token.fold, known.words);
      out.covers[at]! |= covers;
      out.starts[at]! |= known.words.get(token.fold) ?? 0;
      out.ends[at]! |= ends;
    } else if (token.kind === 'word') {
      const bits = known.words.get(token.fold) ?? 0;
      out.covers[at]! |= bits;
      out.starts[at]! |= bits;
      out.ends[at]! |= bits;
      const next = tokens[at + 1];
      const phrase = next && known.words.get(`${token.fold}_${next.fold}`);
      if (phrase) {
        out.covers[at]! |= phrase;
        out.covers[at + 1]! |= phrase;
        out.starts[at]! |= phrase;
        out.ends[at + 1]! |= phrase;
      }
    }
  }
  return out;
};
