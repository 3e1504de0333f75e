/** Readers for foreign JSON: each answers what is there if it has the wanted kind, else undefined. */

export const record = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export function at(value: unknown, ...path: (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** A text that is not blank, or the first such text of a list. */
export function text(value: unknown): string | undefined {
  const first = Array.isArray(value)
    ? value.find((part) => typeof part === 'string' && part.trim() !== '')
    : value;
  if (typeof first === 'number') return String(first);
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
}

/** CSL date parts out of `[[2024, 1]]`, `"2024-01-29"`, `2024` or `"2024年1月"`; missing and null parts are left out. */
export function dateParts(value: unknown): { 'date-parts': number[][] } | undefined {
  const parts = Array.isArray(at(value, 'date-parts')) ? list(at(value, 'date-parts', 0)) : undefined;
  const numbers = parts ?? text(value)?.match(/\d{4}(?=\D|$)|(?<=\D)\d{1,2}(?=\D|$)/g) ?? [];
  const clean: number[] = [];
  for (const part of numbers.slice(0, 3)) {
    const number = typeof part === 'number' ? part : Number.parseInt(String(part), 10);
    if (!Number.isInteger(number) || number <= 0) break;
    clean.push(number);
  }
  return clean.length > 0 && (clean[0] as number) > 999 ? { 'date-parts': [clean] } : undefined;
}

/** Drops what is undefined, so that an item has only the fields its source gave. */
export const compact = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
