import type { TextEdit } from '../model/finding.ts';
import type { Format } from '../model/source.ts';
import { encodeText, escapeHtml } from './encode-text.ts';

/** An address to be put in the place of another, wherever the document prints or links it. */
export interface Replacement {
  from: string;
  to: string;
}

/** What may go on a URL after it: then another, longer one is meant. A stop may end the sentence. */
const goesOn = /^(?:[\w/%?#=~+$-]|[&@:](?:[\w/%]|#?\w)|[.,;!](?=[\w/%?#&=]))/;
/** What may stand in front of it as a part of a longer one: an archive’s address carries its original. */
const before = /[\w/=%.~-]$/;

/**
 * Edits of the original that put new addresses in, in print and in mark-up. One pass for all addresses; an address within
 * a longer one is left alone.
 */
export function replaceUrls(
  original: string,
  format: Format,
  replacements: readonly Replacement[],
): TextEdit[] {
  const wanted = new Map<string, string>();
  for (const { from, to } of replacements) {
    if (!/^https?:\/\/\S+$/i.test(from) || !/^https?:\/\/\S+$/i.test(to) || from === to) continue;
    const put = encodeText(format, to);
    if (put === undefined) continue;
    wanted.set(from, put);
    if (format === 'html') wanted.set(escapeHtml(from), put);
  }
  if (wanted.size === 0) return [];
  const lengths = [...new Set([...wanted.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  const edits: TextEdit[] = [];
  const begin = /https?:\/\//gi;
  for (let match = begin.exec(original); match; match = begin.exec(original)) {
    const at = match.index;
    if (before.test(original.slice(Math.max(0, at - 1), at))) continue;
    const length = lengths.find((size) => {
      const printed = original.slice(at, at + size);
      return wanted.has(printed) && !goesOn.test(closing(original, format, at + size));
    });
    if (length === undefined) continue;
    const text = wanted.get(original.slice(at, at + length)) as string;
    edits.push({ start: at, end: at + length, text });
    begin.lastIndex = at + length;
  }
  return edits;
}

/** What follows an address; in HTML an entity that is no ampersand (`&quot;`, `&lt;`) ends it. */
const closing = (original: string, format: Format, at: number): string => {
  const rest = original.slice(at, at + 8);
  return format === 'html' && /^&(?:quot|lt|gt|apos|nbsp|#34|#39|#60|#62|#160);/.test(rest) ? '' : rest;
};
