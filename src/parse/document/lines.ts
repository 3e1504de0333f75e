import type { Span } from '../../model/place.ts';

export interface Line extends Span {
  text: string;
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const own = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    lines.push({ text: own, start, end: start + own.length });
    start += raw.length + 1;
  }
  return lines;
}

/** Longest stretch of a line looked at to tell what it is. */
const looked = 4000;

/** A year, a URL or a DOI: what hardly any reference is without. */
export const looksLikeReference = (line: string): boolean =>
  line.trim().length > 15 &&
  /(?:1[5-9]|20)\d{2}|https?:\/\/|[一二][〇零○]|令和|平成|昭和|民國|民国|\bdoi\b|[１２][０-９]{3}/iu.test(
    line.slice(0, looked),
  );

/** Where the last character before `limit` that is no blank ends. */
export function endBefore(text: string, limit: number, start: number): number {
  let end = limit;
  while (end > start && /[\s\u00a0\u3000]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}
