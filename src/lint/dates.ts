import type { CslDate } from '../model/item.ts';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the first date. */
export function isoOf(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts']?.[0];
  return parts?.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** Compares two dates as far as both are told: 2024 is neither before nor after 2024-03. */
export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left < right ? -1 : left > right ? 1 : 0;
}
