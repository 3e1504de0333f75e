import type { Item } from '../model/item.ts';
import { citationKeys } from './keys.ts';

/**
 * CSL-JSON (version 1.0.2), as Zotero and Pandoc read it: every field as it is, except that text is well-formed and ids
 * are keys that can be cited in all formats.
 */
export function cslJson(items: readonly Item[]): string {
  const keys = citationKeys(items);
  const clean = items.map((item, index) => ({ ...item, id: keys[index] }));
  return `${JSON.stringify(clean, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value), 2)}\n`;
}
