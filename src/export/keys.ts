import { createHash } from 'node:crypto';
import type { Item } from '../model/item.ts';

/** What BibTeX, biber, LaTeX, RIS and Pandoc all take as a key, and no shell, path or command reads as its own. */
const plain = /^[A-Za-z0-9][A-Za-z0-9_:.+-]{0,127}$/;

/**
 * A citation key for each item, in order: its id where that is safe, else what is safe of it and a short digest of the
 * whole, so that the same id always gives the same key. No key comes twice.
 */
export function citationKeys(items: readonly Item[]): string[] {
  const taken = new Set<string>();
  return items.map(({ id }) => {
    const stem = plain.test(id) ? id : safe(id);
    let key = stem;
    for (let next = 2; taken.has(key.toLowerCase()); next += 1) key = `${stem}-${next}`;
    taken.add(key.toLowerCase());
    return key;
  });
}

function safe(id: string): string {
  const kept = id
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48);
  const digest = createHash('sha256').update(id.toWellFormed()).digest('hex').slice(0, 8);
  return kept ? `${kept}-${digest}` : `item-${digest}`;
}
