import type { Citation } from '../model/citation.ts';
import type { Name } from '../model/item.ts';
import type { Source } from '../model/source.ts';
import { accessPhrase, scanDates } from '../text/date.ts';
import { scanUrls } from '../text/url.ts';

/** Words that stand around fields and are none: counters, page words, roles, labels. */
const small =
  /第|卷|巻|号|號|期|页|頁|年版|年|月|日|主编|编著|编|主編|編|著|译|訳|譯|等|载|載|\b(?:pp?|vol|no|ed|eds|and|et|al|in|by|trans|doi|https?|at|from|available|the|URL|on)\b/giu;

/**
 * What the reading of a citation leaves unexplained of its text: letters that are in none of its fields, and numbers.
 * Where much is left, a field that was not read may still be printed, and nothing can be said to be missing.
 */
export function residueOf(source: Source, citation: Citation): { letters: number; numbers: number } {
  const { item, place } = citation;
  // Readings normalise dashes, one sign for one.
  let text = evenDashes(source.text.slice(place.offset, Math.min(place.end, place.offset + 2000)));
  for (const { start, end } of scanUrls(text).reverse()) text = blank(text, start, end);
  for (const date of scanDates(text).reverse()) {
    const { start, end } = accessPhrase(text, date) ?? date;
    text = blank(text, start, end);
  }
  for (const value of valuesOf(item as Record<string, unknown>).sort((a, b) => b.length - a.length)) {
    const at = text.indexOf(evenDashes(value));
    if (at >= 0) text = blank(text, at, at + value.length);
  }
  if (citation.prefix) text = text.replace(citation.prefix, ' ');
  const rest = text.replace(/\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]/g, ' ').replace(small, ' ');
  return {
    letters: (rest.match(/\p{L}/gu) ?? []).length,
    numbers: (rest.match(/[\d０-９]{1,9}/g) ?? []).length,
  };
}

const evenDashes = (text: string): string => text.replace(/[–—−‐～~]/g, '-');

const blank = (text: string, start: number, end: number): string =>
  `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;

function valuesOf(item: Record<string, unknown>): string[] {
  return Object.entries(item).flatMap(([field, value]) => {
    if (field === 'id' || field === 'type' || field === 'language') return [];
    if (typeof value === 'string') return [value];
    if (!Array.isArray(value)) return [];
    return value.flatMap((name: Name) =>
      [name.literal, name.family, name.given].filter((part): part is string => Boolean(part)),
    );
  });
}
