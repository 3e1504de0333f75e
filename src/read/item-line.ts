import type { Item, Name } from '../model/item.ts';

/** A work in one line, for a person; the item itself is what is used. */
export function itemLine(item: Item): string {
  const who = (item.author ?? item.editor ?? []).slice(0, 3).map(nameOf).join(', ');
  const when = item.issued?.['date-parts']?.[0]?.[0] ?? item.issued?.literal;
  const parts = [who, item.title, item['container-title'], item.publisher, when, item.DOI ?? item.URL];
  return `${parts.filter(Boolean).join('. ')}.`;
}

const nameOf = ({ family, given, literal }: Name): string =>
  literal ?? [given, family].filter(Boolean).join(' ');
