import type { Item, Name } from '../../model/item.ts';
import { scanDates } from '../../text/date.ts';
import { type Parameter, plainWiki } from './plain.ts';
import {
  archiveParameters,
  chapterParameters,
  dateParameters,
  nameParameters,
  parameters as rows,
  urlParameters,
} from './templates.ts';

/** A citation template as a CSL item, and every URL it gives. */
export function citeItem(
  type: Item['type'],
  given: readonly Parameter[],
): { item: Omit<Item, 'id'>; urls: string[] } {
  const values = new Map(given.filter(({ value }) => value).map(({ name, value }) => [name, value]));
  const first = (names: string): string | undefined => {
    for (const name of names.split('|')) {
      const value = values.get(name);
      const text = value && plainWiki(value);
      if (text) return text;
    }
    return undefined;
  };
  const item: Record<string, unknown> = { type };
  for (const [field, names] of rows) {
    const value = first(names);
    if (value) item[field] = field === 'page' ? value.replace(/\s?[–—]\s?/g, '-') : value;
  }
  const chapter = first(chapterParameters);
  if (chapter) {
    item['container-title'] ??= item.title;
    item.title = chapter;
    if (type === 'book') item.type = 'chapter';
  }
  for (const [field, names] of dateParameters) {
    const value = first(names);
    const date =
      value &&
      (scanDates(value)[0]?.date ??
        (/^\d{4}$/.test(value) ? { 'date-parts': [[Number(value)]] } : undefined));
    if (date) item[field] = date;
  }
  for (const row of nameParameters) {
    const names = namesOf(values, row);
    if (names.length > 0) item[row.field] = names;
  }
  const url = first(urlParameters);
  if (url && /^(?:https?:)?\/\//i.test(url)) item.URL = url.startsWith('//') ? `https:${url}` : url;
  const archived = first(archiveParameters);
  const urls = [item.URL as string | undefined, archived].filter((value) => value !== undefined);
  return { item: item as Omit<Item, 'id'>, urls };
}

type NameRow = (typeof nameParameters)[number];

/** `last`/`first`, `last2`/`first2` …, or whole names, numbered or not. */
function namesOf(values: ReadonlyMap<string, string>, { whole, family, given }: NameRow): Name[] {
  const at = (names: string, number: number): string | undefined => {
    for (const name of names.split('|')) {
      const inside = name.includes('-') ? [name.replace('-', `${number}-`)] : [];
      const forms = [`${name}${number}`, ...inside, ...(number === 1 ? [name] : [])];
      const value = forms.map((form) => values.get(form)).find(Boolean);
      if (value) return plainWiki(value);
    }
    return undefined;
  };
  const found: Name[] = [];
  for (let number = 1; number <= 50; number += 1) {
    const last = at(family, number);
    const name = at(whole, number);
    if (last) {
      const forename = at(given, number);
      found.push(forename ? { family: last, given: forename } : { literal: last });
    } else if (name) found.push(...split(name));
    else if (number > 1) break;
  }
  return found;
}

/** One parameter may hold several names, set apart by `;`, `、` or `and`. */
const split = (text: string): Name[] =>
  text
    .split(/\s{0,5}[;；、]\s{0,5}|,?\s{1,5}(?:and|&|und|et)\s{1,5}/u)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const parts = /^([^,，]{1,60})[,，]\s{0,5}([^,，]{1,60})$/u.exec(name);
      return parts ? { family: parts[1] as string, given: parts[2] as string } : { literal: name };
    });
