import type { Item, Name } from '../../model/item.ts';
import { fold } from '../../text/fold.ts';
import { languageOf } from '../../text/language.ts';
import { dice } from '../../text/similarity.ts';
import type { Wanted } from './search.ts';

/** The parts of a citation a search can use; undefined where it names no title to search for. */
export function wantedOf(item: Item): Wanted | undefined {
  const title = item.title?.trim();
  if (!title || fold(title).length < 4) return undefined;
  const first = item.author?.[0] ?? item.editor?.[0];
  const author = first && nameOf(first);
  const container = item['container-title'];
  const year = yearOf(item);
  const issn = item.ISSN?.match(/\b\d{4}-\d{3}[\dX]\b/i)?.[0];
  return {
    title: title.slice(0, longest),
    ...(author ? { author } : {}),
    ...(container ? { container } : {}),
    ...(year === undefined ? {} : { year }),
    ...(issn ? { issn } : {}),
    ...(item.volume ? { volume: item.volume } : {}),
    ...(item.issue ? { issue: item.issue } : {}),
    language: languageOf(title) ?? item.language ?? 'en',
    type: item.type,
  };
}

/** Characters of a title that are sent. */
const longest = 300;

const nameOf = ({ family, literal, given }: Name): string | undefined => family ?? literal ?? given;

export const yearOf = (item: { issued?: unknown }): number | undefined => {
  const parts = (item.issued as { 'date-parts'?: unknown[][] } | undefined)?.['date-parts'];
  const year = parts?.[0]?.[0];
  return typeof year === 'number' ? year : undefined;
};

/** The plain measure of a sure hit: the same folded title, and a year that is not far off where both name one. */
export function surelySame(item: Item, candidate: Record<string, unknown>): boolean {
  const [mine, theirs] = [fold(item.title ?? ''), fold(String(candidate.title ?? ''))];
  if (mine === '' || theirs === '') return false;
  const alike = mine === theirs || (Math.min(mine.length, theirs.length) > 11 && dice(mine, theirs) > 0.93);
  const [a, b] = [yearOf(item), yearOf(candidate)];
  return alike && (a === undefined || b === undefined || Math.abs(a - b) <= 1);
}
