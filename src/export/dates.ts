import type { CslDate } from '../model/item.ts';

const pad = (part: number | undefined, width = 2): string => String(part).padStart(width, '0');

/** One date as ISO 8601 to the precision it has; years before 0 and after 9999 as EDTF writes them. */
function iso([year, month, day]: readonly number[]): string | undefined {
  if (year === undefined || !Number.isInteger(year)) return undefined;
  if (Math.abs(year) > 9999) return undefined;
  const head = year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
  if (!month || month < 1 || month > 12) return head;
  return day && day >= 1 && day <= 31 ? `${head}-${pad(month)}-${pad(day)}` : `${head}-${pad(month)}`;
}

const seasons: Record<string, number> = {
  1: 21,
  2: 22,
  3: 23,
  4: 24,
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};

/**
 * A CSL date in EDTF as BibLaTeX's date fields take it: `2024-03`, `2024-03-01/2024-03-05`, `1990~`, `2024-21` for a
 * season. Undefined where it has no parts.
 */
export function edtf(date: CslDate): string | undefined {
  const dates = (date['date-parts'] ?? []).map(iso);
  const [from, to] = dates;
  if (!from) return undefined;
  const season = seasons[String(date.season ?? '').toLowerCase()];
  const first = season && from.length === 4 ? `${from}-${season}` : from;
  const about = date.circa && date.circa !== '0' ? '~' : '';
  return to ? `${first}${about}/${to}${about}` : `${first}${about}`;
}

/** A date no parts of which are known, as printed. */
export const literalDate = (date: CslDate): string | undefined =>
  date['date-parts']?.[0]?.length ? undefined : (date.literal ?? date.raw);

/** The first date of a CSL date as RIS writes it: `2024/03/01/`, with empty places for what is not known. */
export function risDate(date: CslDate): string | undefined {
  const text = iso(date['date-parts']?.[0] ?? []);
  if (!text) return undefined;
  const [year, month = '', day = ''] = text.startsWith('-') ? [text] : text.split('-');
  return `${year}/${month}/${day}/`;
}
