import type { Item } from '../../model/item.ts';

/** Gives out citation keys: who, when and the first words, in ASCII where the work has any, else the note's label. */
export class Ids {
  #taken = new Set<string>();
  /** The next number to try behind a stem, so that many works of one name cost no search. */
  #counts = new Map<string, number>();

  next(item: Omit<Item, 'id'>, label: string): string {
    const stem = stemOf(item) || `note-${ascii(label) || 'x'}`;
    let count = this.#counts.get(stem) ?? 1;
    let id = count === 1 ? stem : `${stem}-${count}`;
    while (this.#taken.has(id)) {
      count += 1;
      id = `${stem}-${count}`;
    }
    this.#counts.set(stem, count + 1);
    this.#taken.add(id);
    return id;
  }
}

function stemOf(item: Omit<Item, 'id'>): string {
  const name = item.author?.[0] ?? item.editor?.[0];
  const who =
    ascii(name?.family ?? name?.literal ?? item.publisher ?? item['container-title'] ?? '').split('-')[0] ??
    '';
  const year = item.issued?.['date-parts']?.[0]?.[0];
  const words = ascii(item.title ?? '')
    .split('-')
    .filter((word) => word.length > 2 && !small.has(word))
    .slice(0, 2);
  if (!who && words.length === 0) return '';
  return [who, year, ...words].filter(Boolean).join('-').slice(0, 48);
}

const small = new Set(['the', 'and', 'for', 'with', 'from', 'der', 'die', 'das', 'les', 'des']);
const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
