import type { Item } from '../model/item.ts';
import { edtf, literalDate } from './dates.ts';
import { latexText, verbatim } from './encode/latex.ts';
import { bibtexNames } from './names.ts';
import type { ExportOptions } from './options.ts';

/** How a CSL field becomes a field of an entry: what it is called (by the item's type, where that matters) and how it is written. */
export interface FieldRow {
  from: keyof Item;
  to: string | ((item: Item) => string | undefined);
  as: keyof typeof writers;
}

/** What is written between the braces for each kind of value; `undefined` leaves the field out. */
export const writers = {
  text: (value: unknown) => text(value, latexText),
  title: (value: unknown, options: ExportOptions) =>
    text(value, (title) => (options.protectCase ? protectCapitals(latexText(title)) : latexText(title))),
  /** BibLaTeX splits lists at ` and `. */
  list: (value: unknown) =>
    text(value, (entry) => (/\band\b/i.test(entry) ? `{${latexText(entry)}}` : latexText(entry))),
  verbatim: (value: unknown) => text(value, verbatim),
  pages: (value: unknown) => text(value, (pages) => latexText(pages).replace(betweenPages, '--')),
  keywords: (value: unknown) =>
    text(value, (words) =>
      words
        .split(/[,;，；、]/)
        .map(latexText)
        .filter(Boolean)
        .join(', '),
    ),
  names: (value: unknown) => (Array.isArray(value) ? bibtexNames(value) : undefined),
  date: (value: unknown) => edtf(value as NonNullable<Item['issued']>),
  literalDate: (value: unknown) => {
    const literal = literalDate(value as NonNullable<Item['issued']>);
    return literal ? latexText(literal) : undefined;
  },
} satisfies Record<string, (value: unknown, options: ExportOptions) => string | undefined>;

const betweenPages = /(?<=[\p{L}\p{N}])[ ]?(?:-\{\}-|[-–—])[ ]?(?=[\p{L}\p{N}])/gu;

const text = (value: unknown, write: (text: string) => string): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? write(String(value)) || undefined : undefined;

/** Words with a capital after their first letter, or a capital anywhere but at the beginning, in braces. */
const protectCapitals = (title: string): string =>
  title.replace(
    /(?<![\\\p{L}\p{N}{])(?=[\p{L}\p{N}]{0,60}\p{Lu})[\p{L}\p{N}]{1,60}(?![\p{L}\p{N}}])/gu,
    (word, at: number) => (at === 0 && !/^.\p{L}*\p{Lu}/u.test(word) ? word : `{${word}}`),
  );

/** One entry. Field names and the type come from tables of ours; key and values are encoded. */
export function entry(
  type: string,
  key: string,
  item: Item,
  rows: readonly FieldRow[],
  options: ExportOptions,
  extra: Readonly<Record<string, string | undefined>> = {},
): string {
  const fields = new Map<string, string>();
  for (const { from, to, as } of rows) {
    const value = item[from];
    const name = typeof to === 'string' ? to : to(item);
    if (value === undefined || name === undefined || fields.has(name)) continue;
    const written = writers[as](value, options);
    if (written !== undefined) fields.set(name, written);
  }
  for (const [name, value] of Object.entries(extra)) if (value) fields.set(name, value);
  const width = Math.max(0, ...[...fields.keys()].map((name) => name.length));
  const lines = [...fields].map(([name, value]) => `  ${name.padEnd(width)} = {${value}},`);
  return `@${type}{${key},\n${lines.join('\n')}${lines.length ? '\n' : ''}}\n`;
}
