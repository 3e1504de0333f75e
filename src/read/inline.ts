import type { TextBuilder } from './source.ts';

/** What may stand in running text: the characters it can begin with, its shape (sticky), and what is done with it. */
export interface InlineRule {
  first: string;
  pattern: RegExp;
  act(match: RegExpExecArray, at: number): void;
}

/** Keeps `original[from, to)` but for what a rule takes: the first that fits at a place. Linear for bounded patterns. */
export function scanInline(built: TextBuilder, from: number, to: number, rules: readonly InlineRule[]): void {
  const { original } = built;
  const starts = new Set(rules.flatMap(({ first }) => [...first]));
  let kept = from;
  let at = from;
  while (at < to) {
    const sign = original.charAt(at);
    const rule = starts.has(sign) ? firstMatch(rules, sign, original, at, to) : undefined;
    if (!rule) {
      at += 1;
      continue;
    }
    built.keep(kept, at);
    rule.act();
    at += rule.length;
    kept = at;
  }
  built.keep(kept, to);
}

function firstMatch(rules: readonly InlineRule[], sign: string, original: string, at: number, to: number) {
  for (const { first, pattern, act } of rules) {
    if (!first.includes(sign)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(original);
    if (match && match[0].length > 0 && at + match[0].length <= to)
      return { length: match[0].length, act: () => act(match, at) };
  }
  return undefined;
}

/** A line of a text, without its end. */
export interface TextLine {
  start: number;
  end: number;
  text: string;
}

export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at === -1 ? text.length : at;
    const cut = end > start && text.charAt(end - 1) === '\r' ? end - 1 : end;
    lines.push({ start, end: cut, text: text.slice(start, cut) });
    if (at === -1) break;
    start = at + 1;
  }
  return lines;
}
