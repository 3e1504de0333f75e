import type { TitleCandidate } from '../../model/evidence.ts';
import { fold } from '../../text/fold.ts';
import type { Collected } from './html.ts';
import type { LinkedData } from './json-ld.ts';

const separators =
  /\s+[|｜–—\-‐•·:»«›‹/_~]\s+|\s*[|｜]\s*|(?<=[\p{L}\p{N}\p{P}])[_](?=\p{Script=Han})|\s*—\s*|\s*[‖│]\s*|(?<=\p{Script=Han})[-–](?=\p{Script=Han})|\s+-(?=\p{L})|：(?=[^：]{2,12}$)/u;

/** A title cut at its separators: site and section names stand at one end or the other. */
export const piecesOf = (title: string): string[] =>
  title
    .split(new RegExp(separators, 'gu'))
    .map((piece) => piece.trim())
    .filter(Boolean);

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

/** The title without its last or first piece, and the longest piece alone. */
function cuts(title: string): string[] {
  const pieces = piecesOf(title);
  if (pieces.length < 2) return [];
  const [first, last] = [pieces[0] as string, pieces.at(-1) as string];
  const withoutLast = title.slice(0, title.lastIndexOf(last)).replace(/[\s|｜–—\-‐•·:：»«›‹/_~‖│]+$/u, '');
  const withoutFirst = title
    .slice(title.indexOf(first) + first.length)
    .replace(/^[\s|｜–—\-‐•·:：»«›‹/_~‖│]+/u, '');
  return [
    ...new Set([withoutLast, withoutFirst, ...pieces.toSorted((a, b) => b.length - a.length).slice(0, 2)]),
  ].filter((cut) => cut.length > 2);
}

/**
 * The best candidate. A title the mark-up declares for citation wins; else the `h1` that stands inside `<title>`, the
 * og:title that does, the headline that an `h1` or `<title>` bears out, then the cut `<title>`.
 */
export function bestTitle(
  candidates: readonly TitleCandidate[],
  siteName: string | undefined,
): string | undefined {
  const of = (...origins: TitleCandidate['origin'][]) =>
    candidates.filter(({ origin }) => origins.includes(origin)).map(({ text }) => text);
  const whole = of('title')[0] ?? '';
  const foldedWhole = fold(whole);
  const site = fold(siteName ?? '');
  const isSite = (text: string) => site !== '' && fold(text) === site;
  const inWhole = (text: string) =>
    fold(text).length > 2 && foldedWhole.includes(fold(text)) && !isSite(text);
  const cited = of('citation_title')[0];
  if (cited) return cited;
  const h1 = of('h1').filter((text) => !isSite(text));
  const headed = h1.filter(inWhole).toSorted((a, b) => b.length - a.length)[0];
  if (headed && (fold(headed).length * 3 > foldedWhole.length || h1.length === 1)) return headed;
  const og = of('og:title').map((text) => trimSite(text, siteName));
  const shared =
    og.find(inWhole) ??
    of('json-ld').find((text) => inWhole(text) || h1.some((head) => fold(head) === fold(text)));
  if (shared) return headed && fold(headed).length > fold(shared).length ? headed : shared;
  const borne = og.find((text) =>
    h1.some((head) => fold(head).includes(fold(text)) || fold(text).includes(fold(head))),
  );
  if (borne) return h1.find((head) => fold(head) === fold(borne)) ?? borne;
  const cut = of('title-cut').find((text) => !isSite(text));
  return (
    headed ??
    (whole ? trimSite(cut ?? whole, siteName) : undefined) ??
    og[0] ??
    of('json-ld')[0] ??
    h1[0] ??
    of('dc.title', 'microdata', 'heading')[0]
  );
}

function trimSite(title: string, siteName: string | undefined): string {
  const pieces = piecesOf(title);
  if (pieces.length < 2 || !siteName) return title;
  const last = pieces.at(-1) as string;
  return fold(last) === fold(siteName)
    ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|｜–—\-‐•·:：»«›‹/_~]+$/u, '')
    : title;
}
