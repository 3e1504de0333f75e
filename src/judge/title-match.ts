import { distance } from 'fastest-levenshtein';
import type { TitleCandidate } from '../model/evidence.ts';
import { fold, foldWords } from '../text/fold.ts';
import { bigramsContained, dice, numbersIn } from '../text/similarity.ts';

export interface TitleMatch {
  /** 0–1: how alike. 0.84 and more is taken for the same title. */
  score: number;
  rule: string;
  candidate: TitleCandidate;
}

/** From here on two titles are one, see `reports/evaluation/judge.md`. */
export const same = 0.84;
/** From here on they may be one, if a witness says so. */
export const alike = 0.6;

/** Notes in brackets that editors and sites add to a title: it stays the same work with and without them. */
const note =
  /[([（［【〔〈<]\s{0,3}(?:仮訳|暫定仮訳|抄訳|全訳|試訳|日本語訳|英訳|和訳|中文版|英文版|日本語版|日文版|全文|要旨|概要|原文|図文|图文|組図|组图|速報|独自|更新|転載|转载|pdf[^)\]）］】]{0,30}|html|video|photos?|audio|updated?|archived?|full text|translation|provisional translation|in [a-z]{4,12}|chinese|japanese|german|english|french|原创|独家|视频|動画|写真|社説|社论|評論|评论|会員限定|有料|有料会員限定)\s{0,3}[)\]）］】〕〉>]/giu;

interface Prepared {
  folded: string;
  words: string;
  /** Folded without notes in brackets. */
  bare: string;
  /** Printed shortened, with an ellipsis at its end. */
  cut: boolean;
  numbers: string[];
  raw: string;
}

const ellipsis = /(?:…{1,3}|\.{3,6}|‥{1,3}|。。。?)["'”’」』»）)\s]{0,4}$/u;

export function prepare(title: string): Prepared {
  const raw = title.slice(0, 600).trim();
  const whole = raw.replace(ellipsis, '');
  return {
    raw,
    folded: fold(whole),
    words: ` ${foldWords(whole)} `,
    bare: fold(whole.replace(note, ' ')),
    cut: whole.length !== raw.length,
    numbers: numerals(whole),
  };
}

/** Numbers that tell one title of a series from the next: figures, 第三, （二）, roman numerals, 上 and 下 in brackets. */
function numerals(title: string): string[] {
  const wide = title.normalize('NFKC');
  const more = wide.match(
    /第[一二三四五六七八九十百]{1,4}(?=[^\p{L}]|[回期章次届版部号号])|\((?:[一二三四五六七八九十]{1,3}|[上中下前後后])\)|\b[IVX]{1,5}\b(?=\s*(?:$|[:.,)\-–—|]))/gu,
  );
  return [...numbersIn(title), ...(more ?? [])];
}

/** Weight of a folded text: a CJK character says about as much as two Latin letters. */
export const weight = (folded: string): number => {
  let sum = 0;
  for (let at = 0; at < folded.length; at += 1) sum += folded.charCodeAt(at) > 0x2e7f ? 2 : 1;
  return sum;
};

/** Least weight of a text that counts when it stands inside another. */
const telling = 14;

/** The candidate that is most like the cited title, among all the page gives; `names` are the site's own. */
export function matchTitle(
  cited: string,
  candidates: readonly TitleCandidate[],
  names: readonly string[] = [],
): TitleMatch | undefined {
  const want = prepare(cited);
  if (want.folded === '') return undefined;
  const sites = new Set(names.map(fold).filter((name) => name.length > 1));
  let best: TitleMatch | undefined;
  let sibling: TitleMatch | undefined;
  for (const candidate of candidates) {
    const { score, rule } = compare(want, prepare(candidate.text), sites);
    if (!best || score > best.score) best = { score, rule, candidate };
    if (score === 1) break;
    if (rule === 'other-number') sibling ??= { score, rule, candidate };
  }
  // A piece of the title may match while the whole shows another number: the next of a series is another work.
  return sibling && best && best.score < 0.95 ? sibling : best;
}

interface Likeness {
  score: number;
  rule: string;
}

function compare(want: Prepared, have: Prepared, sites: ReadonlySet<string>): Likeness {
  if (have.folded === '') return { score: 0, rule: 'empty' };
  if (want.folded === have.folded) return { score: 1, rule: 'exact-folded' };
  if (want.bare !== '' && want.bare === have.bare) return { score: 0.99, rule: 'without-notes' };
  if (sites.has(have.folded) && !sites.has(want.folded)) return { score: 0, rule: 'site-name' };
  const short = want.folded.length <= have.folded.length ? want : have;
  const long = short === want ? have : want;
  if (short.cut && weight(short.folded) >= 10 && long.folded.startsWith(short.folded))
    return { score: 0.97, rule: 'truncated' };
  const numbers = numbersAgree(short, long);
  const inside = contained(short, long, sites);
  if (inside && (numbers || inside.rule === 'with-site-name')) return inside;
  const shape = dice(want.folded, have.folded);
  if (!numbers) return { score: Math.min(shape, 0.5), rule: shape >= 0.8 ? 'other-number' : 'bigram-dice' };
  if (
    short.folded.length >= 6 &&
    long.folded.length - short.folded.length <= 1 &&
    distance(short.folded, long.folded) === 1
  )
    return { score: 0.93, rule: 'one-letter' };
  if (shape < same && weight(short.folded) >= 20 && short.folded.length / long.folded.length >= 0.3) {
    const part = bigramsContained(short.folded, long.folded);
    if (part >= 0.92) return { score: 0.86, rule: 'nearly-contained' };
  }
  return { score: shape, rule: 'bigram-dice' };
}

/** Whether the numbers of one are all in the other. */
function numbersAgree(short: Prepared, long: Prepared): boolean {
  const [few, many] =
    short.numbers.length <= long.numbers.length
      ? [short.numbers, [...long.numbers]]
      : [long.numbers, [...short.numbers]];
  return few.every((number) => {
    const at = many.indexOf(number);
    if (at !== -1) many.splice(at, 1);
    return at !== -1;
  });
}

/** Where a main title ends: a colon, a dash, a question or exclamation mark, a space between CJK headlines. */
const turns =
  /[:：|｜—–―]|\s-\s|(?<=[?？!！])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}」』】）)\dA-Za-z])\s+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『【\d])/u;

/** One title within the other, on word boundaries where words are parted by spaces. */
function contained(short: Prepared, long: Prepared, sites: ReadonlySet<string>): Likeness | undefined {
  const at = long.folded.indexOf(short.folded);
  if (at === -1) return undefined;
  const spaced = !/[\u2e80-\uffff]/.test(short.folded);
  if (spaced && !long.words.includes(short.words)) return undefined;
  const rest = long.folded.slice(0, at) + long.folded.slice(at + short.folded.length);
  if (sites.has(rest)) return { score: 0.98, rule: 'with-site-name' };
  const share = short.folded.length / long.folded.length;
  const size = weight(short.folded);
  if (size >= telling && share >= 0.3) return { score: 0.9, rule: 'contained' };
  if (share >= 0.75) return { score: 0.88, rule: 'contained' };
  if (size >= telling * 2) return { score: 0.86, rule: 'contained' };
  if (at === 0 && size >= 10 && fold(long.raw.split(turns, 1)[0] ?? '') === short.folded)
    return { score: 0.87, rule: 'main-title' };
  return { score: 0.5 + share / 5, rule: 'contained-short' };
}
