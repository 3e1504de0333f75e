import type { Span } from '../model/place.ts';

/** One field of a BibTeX entry as it is written; the span is that of the value within its braces or quotes. */
export interface BibField extends Span {
  name: string;
  value: string;
  /** Without braces or quotes: a number, or the name of a `@string`. */
  bare: boolean;
}

/** The fields of one entry, by one pass over its text. Offsets are into that text. */
export function bibFields(entry: string): BibField[] {
  const fields: BibField[] = [];
  const head = /[,{(]\s{0,200}([a-z][\w-]{0,40})\s{0,40}=\s{0,200}/giy;
  let at = Math.max(0, entry.indexOf(',', 1));
  while (at < entry.length) {
    const sign = entry.charAt(at);
    if (sign !== ',') {
      at += 1;
      continue;
    }
    head.lastIndex = at;
    const match = head.exec(entry);
    if (!match) {
      at += 1;
      continue;
    }
    const value = valueAt(entry, at + match[0].length);
    fields.push({
      name: (match[1] as string).toLowerCase(),
      value: entry.slice(value.start, value.end),
      start: value.start,
      end: value.end,
      bare: !/[{"]/.test(entry.charAt(value.start - 1)),
    });
    at = value.next;
  }
  return fields;
}

/** `{…}` with its braces counted, `"…"`, or a bare number or name. */
function valueAt(text: string, from: number): Span & { next: number } {
  const open = text.charAt(from);
  if (open === '{') {
    let depth = 0;
    for (let at = from; at < text.length; at += 1) {
      const sign = text.charAt(at);
      if (sign === '\\') at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') {
        depth -= 1;
        if (depth === 0) return { start: from + 1, end: at, next: at + 1 };
      }
    }
    return { start: from + 1, end: text.length, next: text.length };
  }
  if (open === '"') {
    let at = from + 1;
    while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
    return { start: from + 1, end: Math.min(at, text.length), next: at + 1 };
  }
  let at = from;
  while (at < text.length && !/[,})\s]/.test(text.charAt(at))) at += 1;
  return { start: from, end: at, next: at };
}
