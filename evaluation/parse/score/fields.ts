import { foldedDoi, foldedField, foldedUrl, textual } from './folding.ts';
import { likeness } from './likeness.ts';
import { namesOf, sameName, sharedNames } from './people.ts';

/** The fields that decide whether a record is right, in the order they are printed. */
export const recordFields = [
  'title',
  'author',
  'editor',
  'translator',
  'container-title',
  'issued-year',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'DOI',
  'URL',
  'accessed',
] as const;
/** Reported beside them, without deciding. */
export const extraFields = ['issued-full', 'author-names', 'edition', 'number', 'type'] as const;
export const coreFields = ['title', 'author', 'container-title', 'issued-year'] as const;

export type Csl = Record<string, unknown>;

/** What a text prints, field by field. `ignore`: not judged; `alt`: other accepted values and leniencies. */
export interface Gold {
  csl: Csl;
  ignore?: readonly string[];
  alt?: Record<string, unknown>;
}

/** Right, wrongly said, missed, and right or nearly (`soft`). */
export interface Count {
  right: number;
  wrong: number;
  missed: number;
  soft: number;
}
export type Compared = Map<string, Count>;

const count = (ok: boolean, said: boolean, printed: boolean, soft = ok): Count => ({
  right: Number(ok),
  wrong: Number(said && !ok),
  missed: Number(printed && !ok),
  soft: Number(soft),
});
const names = ['author', 'editor', 'translator'];
const read = (csl: Csl, field: string): unknown => csl[field.startsWith('issued') ? 'issued' : field];

/** One record's fields against gold: a count for each field that is printed or said and not ignored. */
export function compare(gold: Gold, said: Csl): Compared {
  const compared: Compared = new Map();
  const ignored = new Set(gold.ignore ?? []);
  for (const field of [...recordFields, 'issued-full', 'edition', 'number', 'type']) {
    if (ignored.has(field) || ignored.has(field.startsWith('issued') ? 'issued' : field)) continue;
    if (names.includes(field)) comparePeople(field, gold.csl, said, compared);
    else {
      const one = compareField(field, gold, said);
      if (one) compared.set(field, one);
    }
  }
  return compared;
}

function comparePeople(field: string, gold: Csl, said: Csl, compared: Compared): void {
  const [printed, given] = [namesOf(gold[field]), namesOf(said[field])];
  if (printed.length === 0 && given.length === 0) return;
  const ok =
    printed.length === given.length && printed.every((name, at) => sameName(name, given[at] as typeof name));
  compared.set(field, count(ok, given.length > 0, printed.length > 0));
  if (field !== 'author') return;
  const shared = sharedNames(printed, given);
  compared.set('author-names', {
    right: shared,
    wrong: given.length - shared,
    missed: printed.length - shared,
    soft: shared,
  });
}

function compareField(field: string, { csl: gold, alt = {} }: Gold, said: Csl): Count | undefined {
  const printed = foldedField(field, read(gold, field));
  const given = foldedField(field, read(said, field));
  if (field === 'issued-full') {
    if (!printed || printed.length < 7 || alt['issued-precision']) return undefined;
    return count(printed === given, given !== undefined, true);
  }
  if (field === 'type') return printed ? count(printed === given, given !== undefined, true) : undefined;
  const same = sameByLink(field, printed, given, gold, said);
  if (same !== undefined) return same || undefined;
  if (printed === undefined && given === undefined) return undefined;
  const ok = printed !== undefined && (printed === given || accepted(field, printed, given, alt));
  if (!ok && printed === undefined && field === 'volume' && given && alt['issue-as-volume']) return undefined;
  const near =
    !ok &&
    printed &&
    given &&
    (textual as readonly string[]).includes(field) &&
    likeness(printed, given) >= 0.9;
  return count(ok, given !== undefined, printed !== undefined, ok || Boolean(near));
}

/** A DOI given as its URL, or the other way round, is the same thing: `false` where it is not judged. */
function sameByLink(
  field: string,
  printed: string | undefined,
  given: string | undefined,
  gold: Csl,
  said: Csl,
): Count | false | undefined {
  if (field === 'URL') {
    if (given && !printed && gold.DOI && given.includes(foldedDoi(gold.DOI))) return false;
    if (printed && !given && said.DOI && printed.includes(foldedDoi(said.DOI)))
      return count(true, true, true);
  }
  if (field === 'DOI') {
    if (given && !printed && gold.URL && foldedUrl(gold.URL).includes(given)) return false;
    if (printed && !given && said.URL && foldedUrl(said.URL).includes(printed))
      return count(true, true, true);
  }
  return undefined;
}

function accepted(
  field: string,
  printed: string,
  given: string | undefined,
  alt: Record<string, unknown>,
): boolean {
  if (!given) return false;
  if (field === 'issued-year')
    return ((alt.issued as unknown[] | undefined) ?? []).some((other) => String(other).slice(0, 4) === given);
  if (field === 'accessed') return printed.length < given.length && given.startsWith(printed);
  if (field === 'publisher-place')
    return (
      (given.includes(printed) || printed.includes(given)) && Math.min(given.length, printed.length) >= 4
    );
  return false;
}

/** Whether `fields` are all right where they are printed or said. */
export const allRight = (compared: Compared, fields: readonly string[]): boolean =>
  fields.every((field) => {
    const one = compared.get(field);
    return !one || (one.wrong === 0 && one.missed === 0);
  });
