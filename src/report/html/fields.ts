import type { CslDate, Item, Name } from '../../model/item.ts';
import type { Language } from '../messages/index.ts';
import { fieldName, type ShownField, shownFields } from '../messages/page.ts';

const nameOf = ({ literal, family, given }: Name): string =>
  literal ??
  [family, given].filter(Boolean).join(/[\u3040-\u9fff\uac00-\ud7af]/.test(family ?? '') ? '' : ', ');

/** A CSL date as ISO writes it, as far as it is known; a range with a slash. */
export function dateText(date: CslDate): string {
  const parts = date['date-parts']?.map((part) =>
    part.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-'),
  );
  return parts?.join('/') ?? date.literal ?? date.raw ?? '';
}

/** A field of an item as a line of text; empty where the item has none. */
export function fieldText(item: Item, field: ShownField): string {
  const value = item[field];
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(nameOf).join('; ') : dateText(value);
}

/** What an item holds, name by name, as far as a person wants to see it. */
export const fieldLines = (item: Item, language: Language): { name: string; value: string }[] =>
  shownFields
    .map((field) => ({ name: fieldName(field, language), value: fieldText(item, field) }))
    .filter(({ value }) => value !== '');
