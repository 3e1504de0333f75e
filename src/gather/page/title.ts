import type { TitleCandidate } from '../../model/evidence.ts';
import { fold } from '../../text/fold.ts';
import type { Collected } from './html.ts';
import type { LinkedData } from './json-ld.ts';

const separators =
  /\s+[|｜–—\-‐•·:»«›‹/_~]\s+|\s*[|｜]\s*|_{1,3}(?=[\p{Script=Han}《【])|\s*—\s*|\s*[‖│]\s*|(?<=[\p{Script=Han}\p{P}\p{N}])[-–](?=[\p{Script=Han}《【「])|\s+-(?=\p{L})|-{2,3}/gu;

/** Where a title may be cut: the pieces, and the offsets at which each begins and ends. */
function cutAt(title: string): { text: string; start: number; end: number }[] {
  const pieces: { text: string; start: number; end: number }[] = [];
  let start = 0;
  const add = (end: number, next: number): void => {
    const text = title.slice(start, end).trim();
    if (text) pieces.push({ text, start, end });
    start = next;
  };
  for (const match of title.matchAll(separators)) add(match.index, match.index + match[0].length);
  add(title.length, title.length);
  return pieces;
}

/** A title cut at its separators: site and section names stand at one end or the other. */
export const piecesOf = (title: string): string[] => cutAt(title).map(({ text }) => text);

const metas: readonly (readonly [string, TitleCandidate['origin']])[] = [
  ['citation_title', 'citation_title'],
  ['dc.title', 'dc.title'],
  ['dcterms.title', 'dc.title'],
  ['eprints.title', 'citation_title'],
  ['bepress_citation_title', 'citation_title'],
  ['prism.title', 'dc.title'],
  ['og:title', 'og:title'],
  ['twitter:title', 'twitter:title'],
  ['parsely-title', 'microdata'],
  ['sailthru.title', 'microdata'],
  ['headline', 'microdata'],
  ['article:title', 'microdata'],
];

/** Every title the page gives for itself, each with its origin, without doubles. */
export function titleCandidates(found: Collected, data: LinkedData): TitleCandidate[] {
  const candidates: TitleCandidate[] = [];
  const seen = new Set<string>();
  const add = (text: string | undefined, origin: TitleCandidate['origin']): void => {
    const clean = text
      ?.replace(/<[^<>]{0,200}>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 1000);
    const key = clean && `${origin} ${clean}`;
    if (!clean || !key || seen.has(key) || candidates.length >= 40) return;
    seen.add(key);
    candidates.push({ text: clean, origin });
  };
  for (const [name, origin] of metas)
    for (const value of (found.meta.get(name) ?? []).slice(0, 3)) add(value, origin);
  for (const headline of data.headlines.slice(0, 6)) add(headline, 'json-ld');
  for (const { text } of found.headings.filter(({ level }) => level === 1).slice(0, 4)) add(text, 'h1');
  for (const { text } of found.headings.filter(({ level }) => level === 2).slice(0, 3)) add(text, 'heading');
  for (const candidate of found.titles) add(candidate.text, candidate.origin);
  const whole = found.titles.find(({ origin }) => origin === 'title')?.text;
  if (whole) for (const cut of cuts(whole)) add(cut, 'title-cut');
  return candidates;
}

/** The title without its last or first piece, the first piece of a row of short ones, and the longest alone. */
function cuts(title: string): string[] {
  const pieces = cutAt(title);
  if (pieces.length < 2) return [];
  const last = pieces.at(-2) as { end: number };
  const withoutLast = title.slice(0, last.end).trim();
  const withoutFirst = title.slice((pieces[1] as { start: number }).start).trim();
  const longest = pieces.map(({ text }) => text).toSorted((a, b) => b.length - a.length);
  return [
    ...new Set([
      headOf(pieces.map(({ text }) => text)) ?? withoutLast,
      withoutLast,
      withoutFirst,
      ...longest.slice(0, 2),
    ]),
  ].filter((cut) => cut.length > 1);
}

/** CJK pages write headline_section_site: the headline, where short pieces follow a longer one. */
function headOf(pieces: readonly string[]): string | undefined {
  const head = pieces[0] as string;
  const tail = pieces.slice(1);
  return /\p{Script=Han}|\p{Script=Hangul}/u.test(head) &&
    tail.every((piece) => piece.length <= 14 && piece.length < head.length)
    ? head
    : undefined;
}

const worth: Readonly<Partial<Record<TitleCandidate['origin'], number>>> = {
  h1: 5,
  'og:title': 3.2,
  'twitter:title': 3,
  'json-ld': 3,
  microdata: 3,
  'dc.title': 2.9,
  'title-cut': 2.6,
  title: 2.2,
  heading: 1,
};

interface Weighed {
  text: string;
  folded: string;
  origin: TitleCandidate['origin'];
  score: number;
}

/**
 * The best candidate, by weights: a title the mark-up declares for citation wins; else the `h1`, unless it is the
 * site's name or a short one that `<title>` does not bear out; every origin gains by what the others say too.
 */
export function bestTitle(
  candidates: readonly TitleCandidate[],
  siteName: string | undefined,
  homes: ReadonlySet<string> = new Set(),
  host = '',
): string | undefined {
  const cited = candidates.find(({ origin }) => origin === 'citation_title');
  if (cited) return cited.text;
  const whole = candidates.find(({ origin }) => origin === 'title')?.text ?? '';
  const isSite = siteTest(whole, siteName, homes, host, candidates);
  const foldedWhole = fold(whole);
  const weighed = candidates.flatMap(({ text, origin }): Weighed[] => {
    const score = worth[origin];
    if (score === undefined) return [];
    const shown = origin === 'h1' || origin === 'heading' ? text : withoutSite(text, isSite);
    return [{ text: shown, folded: fold(shown), origin, score }];
  });
  let best: Weighed | undefined;
  for (const one of weighed) {
    one.score += support(one, weighed, foldedWhole) - (isSite(one.text, one.folded) ? 7 : 0);
    if (one.folded !== '' && (!best || one.score > best.score)) best = one;
  }
  return best?.text;
}

/** What speaks for a candidate beside its origin. */
function support(one: Weighed, all: readonly Weighed[], whole: string): number {
  const { folded, origin } = one;
  const size = weight(folded);
  const headed = origin === 'h1' || origin === 'heading';
  let sum = Math.min(1.5, size / 40);
  const inside = headed && folded.length > 1 && whole.includes(folded);
  if (inside) sum += whole.startsWith(folded) ? 3 : 2.5;
  const others = all.filter((other) => other.folded === folded && kin(other.origin) !== kin(origin)).length;
  if (others > 0) sum += 1.2 + others * 0.3;
  if (origin === 'heading' && !inside && others === 0) sum -= 3;
  if (origin === 'h1' && !inside && others === 0 && size < 16 && whole !== '') sum -= 3;
  if (size > 320) sum -= 2;
  return sum;
}

/** Origins that are filled from one another are one voice. */
const kin = (origin: TitleCandidate['origin']): string =>
  origin === 'twitter:title'
    ? 'og:title'
    : origin === 'title-cut'
      ? 'title'
      : origin === 'heading'
        ? 'h1'
        : origin;

const weight = (folded: string): number => {
  let sum = 0;
  for (let at = 0; at < folded.length; at += 1) sum += folded.charCodeAt(at) > 0x2e7f ? 2 : 1;
  return sum;
};

/** Names that end as names of sites and sections do. */
const sitely =
  /(?:网|網|频道|頻道|新闻|新聞|日报|日報|晚报|晚報|资讯|資訊|首页|首頁|ニュース|ブログ|日記|日誌|公式サイト|オンライン|ホームページ|뉴스|신문|\.(?:com|org|net|cn|jp|de|co\.uk))[》」』】]?$/iu;

/** Tells the site's own name: as it declares it, as its home link has it, as its host or the end of its titles does. */
function siteTest(
  whole: string,
  siteName: string | undefined,
  homes: ReadonlySet<string>,
  host: string,
  candidates: readonly TitleCandidate[],
): (text: string, folded?: string) => boolean {
  const names = new Set([fold(siteName ?? ''), ...[...homes].map(fold)].filter((name) => name.length > 1));
  const pieces = piecesOf(whole).filter((piece) => !/^by\s\p{Lu}/u.test(piece));
  const [first, last] =
    pieces.length > 1 ? [fold(pieces[0] as string), fold(pieces.at(-1) as string)] : ['', ''];
  const claimed = candidates.some(
    ({ text, origin }) =>
      (['og:title', 'json-ld'].includes(origin) || (origin === 'h1' && first.length < last.length)) &&
      fold(text) === last,
  );
  if (last !== '' && weight(last) < 60 && !claimed && !names.has(first)) names.add(last);
  if (first !== '' && claimed && first.length < last.length) names.add(first);
  if (first.length < last.length && sitely.test(pieces[0] ?? '')) names.add(first);
  const label = fold(
    host
      .replace(/^www\d?\./, '')
      .split('.')
      .toSorted((a, b) => b.length - a.length)[0] ?? '',
  );
  return (text, folded = fold(text)) =>
    names.has(folded) ||
    (label.length > 3 &&
      weight(folded) < 40 &&
      (folded === label || (folded.startsWith(label) && folded.length < label.length + 8)));
}

/** A declared or `<title>` title without the site's name at its end, or at its beginning. */
function withoutSite(title: string, isSite: (text: string) => boolean): string {
  const pieces = cutAt(title);
  if (pieces.length < 2) {
    const tail = /[:：]\s{0,2}([^:：]{2,24})$/u.exec(title);
    return tail && (isSite(tail[1] as string) || sitely.test(tail[1] as string))
      ? title.slice(0, tail.index).trim()
      : title;
  }
  const texts = pieces.map(({ text }) => text);
  const head = headOf(texts);
  if (head) return head;
  const [first, last] = [texts[0] as string, texts.at(-1) as string];
  if (/^by\s\p{Lu}/u.test(last))
    return withoutSite(title.slice(0, (pieces.at(-2) as { end: number }).end).trim(), isSite);
  if (isSite(last) || (sitely.test(last) && !isSite(first)))
    return title.slice(0, (pieces.at(-2) as { end: number }).end).trim();
  if (isSite(first)) return title.slice((pieces[1] as { start: number }).start).trim();
  return title;
}
