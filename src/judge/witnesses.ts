import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Item, Name } from '../model/item.ts';
import { fold } from '../text/fold.ts';
import { namesOf, registrable } from './sites.ts';

/** What besides the title speaks for the page, in words. */
export interface Witnesses {
  author?: string;
  date?: string;
  container?: string;
}

export function witnessesOf(citation: Citation, evidence: Evidence): Witnesses {
  const [author, date, container] = [
    authorSeen(citation.item, evidence),
    dateSeen(citation.item, evidence),
    containerSeen(citation.item, evidence),
  ];
  return {
    ...(author ? { author } : {}),
    ...(date ? { date } : {}),
    ...(container ? { container } : {}),
  };
}

export const count = (witnesses: Witnesses): number => Object.keys(witnesses).length;

/** The part of a name that stands in every way of writing it. */
export const familyOf = (name: Name): string => {
  if (name.family) return name.family;
  const literal = name.literal ?? name.given ?? '';
  if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(literal))
    return literal;
  return literal.includes(',') ? (literal.split(',')[0] as string) : (literal.split(/\s+/).at(-1) ?? literal);
};

function authorSeen(item: Item, evidence: Evidence): string | undefined {
  const names = [...(item.author ?? []), ...(item.editor ?? [])].slice(0, 6);
  if (names.length === 0) return undefined;
  const said = fold((evidence.page?.authors ?? []).join(' '));
  const text = fold((evidence.page?.excerpt ?? '').slice(0, 1500));
  for (const name of names) {
    const family = familyOf(name);
    const folded = fold(family);
    const least = /[a-z]/.test(folded) ? 4 : 2;
    if (folded.length >= 2 && said.includes(folded)) return family;
    if (folded.length >= least && text.includes(folded)) return family;
  }
  return undefined;
}

function dateSeen(item: Item, evidence: Evidence): string | undefined {
  const cited = item.issued?.['date-parts']?.[0];
  if (!cited) return undefined;
  const [year, month, day] = cited;
  for (const { date } of evidence.page?.dates ?? []) {
    const [y, m, d] = date.split('-').map(Number);
    if (y !== year) continue;
    if (month === undefined) continue;
    if (m === month && (day === undefined || d === undefined || Math.abs(d - day) <= 1)) return date;
  }
  return undefined;
}

/** The container or publisher in the site's name, in the table of sites, in the page's title, or in its address. */
function containerSeen(item: Item, evidence: Evidence): string | undefined {
  const cited = [
    item['container-title'],
    item.publisher,
    ...(item.author ?? []).map(({ literal }) => literal),
  ]
    .filter((name) => name !== undefined)
    .map((name) => ({ name, folded: fold(name) }))
    .filter(({ folded }) => folded.length > 1);
  if (cited.length === 0) return undefined;
  const urls = [evidence.url, evidence.finalUrl ?? evidence.url];
  const known = urls.flatMap(namesOf).map(fold);
  const site = fold(evidence.page?.siteName ?? '');
  const whole = evidence.titles
    .filter(({ origin }) => origin === 'title')
    .map(({ text }) => fold(text))
    .join(' ');
  const label = (registrable(evidence.url) ?? '').split('.')[0] ?? '';
  for (const { name, folded } of cited) {
    if (known.some((one) => one.includes(folded) || (one.length > 2 && folded.includes(one)))) return name;
    if (site.length > 1 && (site.includes(folded) || folded.includes(site))) return name;
    if (whole.includes(folded)) return name;
    if (/^[a-z0-9]+$/.test(folded) && folded.length > 2 && folded === label.replace(/-/g, '')) return name;
  }
  return undefined;
}
