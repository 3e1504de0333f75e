import { words } from './words.ts';

/** Numbers from a seed, the same on every machine. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const kinds = [
  'article-journal',
  'book',
  'chapter',
  'thesis',
  'article-newspaper',
  'webpage',
] as const;
export type Kind = (typeof kinds)[number];

/** A work that does not exist, in one language. */
export interface Work {
  lang: string;
  kind: Kind;
  title: string;
  people: string[];
  editor: string;
  container: string;
  journal: string;
  paper: string;
  place: string;
  publisher: string;
  school: string;
  year: number;
  month: number;
  day: number;
  volume: number;
  issue: number;
  from: number;
  to: number;
  url: string;
  doi: string;
  accessed: [year: number, month: number, day: number];
  dice: () => number;
}

export function workOf(lang: string, kind: Kind, dice: () => number): Work {
  const own = words[lang] as (typeof words)[string];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T;
  const between = (low: number, high: number) => low + Math.floor(dice() * (high - low + 1));
  const title = () => pick(own.subjects) + pick(own.matters);
  const people = own.people
    .map((name) => ({ name, at: dice() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
  const [place, publisher] = pick(own.publishers);
  const year = between(1968, 2023);
  const from = between(2, 480);
  return {
    lang,
    kind,
    title: title(),
    people: people.slice(0, pick([1, 1, 1, 2, 2, 3])),
    editor: people.at(-1) as string,
    container: title(),
    journal: pick(own.journals),
    paper: pick(own.papers),
    place,
    publisher,
    school: pick(own.schools),
    year,
    month: between(1, 12),
    day: between(1, 28),
    volume: between(1, 88),
    issue: between(1, 12),
    from,
    to: from + between(1, 30),
    url: pick([
      `https://www.example.org/${year}/p-${between(1, 999)}.html`,
      `http://news.example.com/view.do?id=${between(1e4, 1e6)}&lang=x`,
      `https://repo.example.net/bitstream/${between(1, 99)}/${between(100, 999)}/1/full_text(1).pdf`,
      `https://example.jp/%E8%A8%98%E4%BA%8B/${between(1, 999)}#sec-2`,
    ]),
    doi: `10.${between(1000, 59999)}/${pick(['j.x', 's', 'ab-', 'issn.'])}${between(100, 99999)}.${between(1, 99)}`,
    accessed: [year + 1, between(1, 12), between(1, 28)],
    dice,
  };
}
