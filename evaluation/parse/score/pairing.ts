import type { Csl } from './fields.ts';
import {
  bare,
  dateParts,
  doiOf,
  exactUrl,
  looseUrl,
  nameSight,
  nameTexts,
  pairLikeness,
  sameSight,
  urlsOf,
  withoutMarkup,
} from './sight.ts';

/** A citation as the gold of a document gives it: only what is printed, dates as `YYYY[-MM[-DD]]`. */
export interface DocumentCitation {
  type?: string;
  typeAlt?: string[];
  title?: string;
  titleAlt?: string[];
  author?: string[];
  editor?: string[];
  translator?: string[];
  container?: string;
  containerAlt?: string[];
  publisher?: string;
  issued?: string;
  issuedAlt?: string[];
  accessed?: string;
  accessedAlt?: string[];
  page?: string;
  pageAlt?: string[];
  volume?: string;
  issue?: string;
  DOI?: string;
  urls?: string[];
  urlsAlt?: Record<string, string[]>;
  archiveUrls?: string[];
  /** A backref or short form: may be left out. */
  short?: boolean;
  optional?: boolean;
  skip?: string[];
}
export interface DocumentNote {
  label: string;
  text?: string;
  /** `null`: not read by hand, so not judged. */
  citations: DocumentCitation[] | null;
  mentionedUrls?: string[];
}
export interface DocumentGold {
  id: string;
  lang?: string;
  partial?: boolean;
  alignBy?: string;
  dateLenient?: boolean;
  notes: DocumentNote[];
}
export interface SaidNote {
  label: string;
  text?: string;
  citations: Csl[];
}

export const titlesOf = (gold: DocumentCitation): string[] =>
  [gold.title, ...(gold.titleAlt ?? [])].filter(Boolean).map((title) => bare(withoutMarkup(title)));

export const urlsOfGold = (gold: DocumentCitation): string[] => [
  ...(gold.urls ?? []).flatMap((url) => [url, ...(gold.urlsAlt?.[url] ?? [])]),
  ...(gold.archiveUrls ?? []),
  ...(gold.archiveUrls ?? []).filter((url) => !/^[a-z]+:/.test(url)).map((url) => `https://${url}`),
];

const meet = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((each) => other.includes(each));

/** How much a said citation looks like a gold one; only for pairing them. */
export function resemblance(said: Csl, gold: DocumentCitation): number {
  let sum = 0;
  const [printed, given] = [urlsOfGold(gold), urlsOf(said)];
  if (meet(printed.map(exactUrl), given.map(exactUrl))) sum += 3;
  else if (meet(printed.map(looseUrl), given.map(looseUrl))) sum += 2;
  if (gold.DOI && doiOf(said) === doiOf({ DOI: gold.DOI })) sum += 3;
  const title = bare(withoutMarkup(said.title));
  if (title) sum += Math.max(0, ...titlesOf(gold).map((other) => titleResemblance(title, other)));
  const [authors, others] = [gold.author ?? [], nameTexts(said.author)].map((list) =>
    list.map(nameSight),
  ) as [string[], string[]];
  if (authors.some((name) => others.some((other) => sameSight(name, other)))) sum += 0.7;
  const [year, otherYear] = [dateParts(gold.issued)?.[0], dateParts(said.issued)?.[0]];
  if (year !== undefined && year === otherYear) sum += 0.3;
  return sum;
}

const titleResemblance = (title: string, other: string): number => {
  if (title === other) return 3;
  if (!other || !(other.includes(title) || title.includes(other))) return 2.5 * pairLikeness(other, title);
  const sizes = [[...title].length, [...other].length];
  return (3 * Math.min(...sizes)) / Math.max(...sizes);
};

/** Pairs said with gold, the likest first; what is left keeps its order where there are as many of both. */
export function pairUp(
  said: readonly Csl[],
  gold: readonly DocumentCitation[],
  floor = 0.35,
): [number, number][] {
  const all = said
    .flatMap((one, i) => gold.map((other, j) => [resemblance(one, other), i, j] as [number, number, number]))
    .sort((a, b) => b[0] - a[0]);
  const [takenSaid, takenGold] = [new Set<number>(), new Set<number>()];
  const pairs: [number, number][] = [];
  for (const [sum, i, j] of all) {
    if (sum < floor) break;
    if (takenSaid.has(i) || takenGold.has(j)) continue;
    takenSaid.add(i);
    takenGold.add(j);
    pairs.push([i, j]);
  }
  if (said.length !== gold.length) return pairs;
  const left = gold.map((_, j) => j).filter((j) => !takenGold.has(j));
  said.forEach((_, i) => {
    if (!takenSaid.has(i)) pairs.push([i, left.shift() as number]);
  });
  return pairs;
}

export const labelSight = (label: unknown): string =>
  String(label ?? '')
    .normalize('NFKC')
    .replace(/^[[［(（^\s「]+|[\]］)）.:：\s」]+$/g, '')
    .toLowerCase();

const noteResemblance = (said: SaidNote, gold: DocumentNote): number => {
  const text =
    said.text && gold.text
      ? 3 *
        pairLikeness([...bare(said.text)].slice(0, 400).join(''), [...bare(gold.text)].slice(0, 400).join(''))
      : 0;
  return (gold.citations ?? []).reduce(
    (sum, citation) => sum + Math.max(0, ...said.citations.map((one) => resemblance(one, citation))),
    text,
  );
};

/** Pairs of notes by their labels; where a label stands more than once, the likest. */
export function pairNotes(said: readonly SaidNote[], gold: readonly DocumentNote[]): [number, number][] {
  const byLabel = (list: readonly { label: string }[]) => {
    const map = new Map<string, number[]>();
    for (const [at, { label }] of list.entries())
      map.set(labelSight(label), [...(map.get(labelSight(label)) ?? []), at]);
    return map;
  };
  const theirs = byLabel(said);
  const pairs: [number, number][] = [];
  for (const [label, ours] of byLabel(gold)) {
    const scored = (theirs.get(label) ?? [])
      .flatMap((i) =>
        ours.map((j) => [noteResemblance(said[i] as SaidNote, gold[j] as DocumentNote), i, j] as const),
      )
      .sort((a, b) => b[0] - a[0] || a[1] - b[1] || b[2] - a[2]);
    const [takenSaid, takenGold] = [new Set<number>(), new Set<number>()];
    for (const [, i, j] of scored) {
      if (takenSaid.has(i) || takenGold.has(j)) continue;
      takenSaid.add(i);
      takenGold.add(j);
      pairs.push([i, j]);
    }
  }
  return pairs;
}
