import type { Span } from '../../model/place.ts';
import type { Link } from '../../model/source.ts';
import type { TextBuilder } from '../source.ts';
import { bracePairs, commandAt, ligatureAt, signAt } from '../tex/signs.ts';
import { headings, hidden, verbatimEnvironments } from './commands.ts';

/** An argument's inside, and where it ends. */
export interface Argument extends Span {
  after: number;
}

/** What the reader of a document does at the commands that matter to it; where reading goes on, or undefined to pass. */
export type OnCommand = (name: string, at: number, end: number, scanner: TexScanner) => number | undefined;

/** One pass over TeX: what is shown goes to the builder, macros are never expanded. */
export class TexScanner {
  readonly text: string;
  readonly built: TextBuilder;
  readonly links: Link[] = [];
  #pairs: Int32Array;
  #closers = new Map<number, (() => void)[]>();
  #onCommand: OnCommand;

  constructor(built: TextBuilder, onCommand: OnCommand) {
    this.text = built.original;
    this.built = built;
    this.#pairs = bracePairs(this.text);
    this.#onCommand = onCommand;
  }

  /** Reads `text[from, to)`. Linear. */
  read(from: number, to: number): void {
    let at = from;
    let kept = from;
    while (at < to) {
      const next = this.#step(at, to);
      if (next === undefined) {
        at += 1;
        continue;
      }
      this.built.keep(kept, at);
      for (const close of this.#closers.get(at) ?? []) close();
      this.#closers.delete(at);
      if (next.put) this.built.put(next.put, at);
      const after = next.run ? next.run() : next.end;
      at = Math.max(at + 1, after);
      kept = at;
    }
    this.built.keep(kept, Math.min(at, to));
  }

  /** Calls back when reading comes to the brace at `at`. */
  whenAt(at: number, close: () => void): void {
    this.#closers.set(at, [...(this.#closers.get(at) ?? []), close]);
  }

  /** The braces at (or after blanks at) an offset. */
  braces(at: number): Argument | undefined {
    const open = this.#blanks(at);
    const close = this.#pairs[open] ?? -1;
    return this.text.charAt(open) === '{' && close >= 0
      ? { start: open + 1, end: close, after: close + 1 }
      : undefined;
  }

  /** Square brackets at an offset, no longer than a page number or a remark. */
  brackets(at: number): Argument | undefined {
    if (this.text.charAt(at) !== '[') return undefined;
    let depth = 0;
    for (let index = at + 1; index < Math.min(this.text.length, at + 1000); index += 1) {
      const sign = this.text.charAt(index);
      if (sign === '\\') index += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      else if (sign === ']' && depth <= 0) return { start: at + 1, end: index, after: index + 1 };
    }
    return undefined;
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  #blanks(at: number): number {
    let index = at;
    while (index - at < 50 && /[ \t\n]/.test(this.text.charAt(index))) index += 1;
    return index;
  }

  /** What stands at an offset when it is no plain letter: what to put, and where reading goes on. */
  #step(at: number, to: number): { put?: string; end: number; run?: () => number } | undefined {
    const char = this.text.charAt(at);
    if (char === '\\') return this.#command(at, to);
    if (char === '%') return { end: this.#comment(at) };
    if (char === '{' || char === '}' || char === '$') return { end: at + 1 };
    if (char === '&') return { put: '\t', end: at + 1 };
    if (char === '\n' || char === '\r') return this.#newline(at);
    const ligature = ligatureAt(this.text, at);
    return ligature && { put: ligature.sign, end: ligature.end };
  }

  /** A single line end is a space, an empty line a paragraph. */
  #newline(at: number): { put: string; end: number } {
    let end = at;
    let lines = 0;
    for (; end < this.text.length && /\s/.test(this.text.charAt(end)); end += 1)
      if (this.text.charAt(end) === '\n') lines += 1;
    return { put: lines > 1 ? '\n\n' : ' ', end };
  }

  #comment(at: number): number {
    const end = this.text.indexOf('\n', at);
    if (end === -1) return this.text.length;
    let next = end + 1;
    while (/[ \t]/.test(this.text.charAt(next))) next += 1;
    // An empty line after a comment still ends the paragraph.
    return this.text.charAt(next) === '\n' ? end : next;
  }

  #command(at: number, to: number): { put?: string; end: number; run?: () => number } {
    const sign = signAt(this.text, at);
    if (sign) return { put: sign.sign, end: sign.end };
    const found = commandAt(this.text, at);
    if (!found) return { end: at + 1 };
    const { name, end } = found;
    if (name === '\\' || name === 'newline' || name === 'par' || name === 'linebreak')
      return { put: '\n', end: this.brackets(end)?.after ?? end };
    return { end, run: () => Math.min(to, this.#act(name, at, end)) };
  }

  #act(name: string, at: number, end: number): number {
    const taken = this.#onCommand(name, at, end, this);
    if (taken !== undefined) return taken;
    if (name === 'url' || name === 'nolinkurl' || name === 'path') return this.#url(at, end);
    if (name === 'href') return this.#href(end);
    if (name === 'verb' || name === 'lstinline') return this.#verb(end);
    if (name === 'begin' || name === 'end') return this.#environment(name, at, end);
    if (headings.has(name)) this.built.put('\n', at);
    let after = this.#skipBrackets(end);
    const count = Object.hasOwn(hidden, name) ? (hidden[name] as number) : 0;
    for (let index = 0; index < count; index += 1)
      after = this.#skipBrackets(this.braces(this.#skipBrackets(after))?.after ?? after);
    if (headings.has(name)) {
      const title = this.braces(after);
      if (title) this.whenAt(title.end, () => this.built.put('\n', title.end));
    }
    return count > 0 ? after : this.#spaces(after);
  }

  #skipBrackets(at: number): number {
    return this.brackets(at)?.after ?? at;
  }

  /** TeX eats blanks behind a command's name, and not one behind its arguments. */
  #spaces(at: number): number {
    let end = at;
    while (this.text.charAt(end) === ' ' && end - at < 50) end += 1;
    return end;
  }

  #url(at: number, end: number): number {
    const argument = this.braces(end);
    if (!argument) return end;
    const url = unescapeUrl(this.slice(argument));
    const start = this.built.length;
    if (url === this.slice(argument)) this.built.keep(argument.start, argument.end);
    else this.built.put(url, at);
    this.links.push({ start, end: this.built.length, url });
    return argument.after;
  }

  #href(end: number): number {
    const target = this.braces(this.#skipBrackets(end));
    const shown = target && this.braces(target.after);
    if (!target || !shown) return end;
    const link = { start: this.built.length, end: this.built.length, url: unescapeUrl(this.slice(target)) };
    this.links.push(link);
    this.whenAt(shown.end, () => {
      link.end = this.built.length;
    });
    return shown.start;
  }

  #verb(end: number): number {
    const from = this.#skipBrackets(end);
    const sign = this.text.charAt(from);
    const close = sign === '{' ? (this.braces(from)?.end ?? -1) : this.text.indexOf(sign, from + 1);
    const line = this.text.indexOf('\n', from);
    if (close === -1 || !sign || (line !== -1 && close > line)) return end;
    this.built.keep(from + 1, close);
    return close + 1;
  }

  #environment(name: string, at: number, end: number): number {
    const argument = this.braces(end);
    if (!argument) return end;
    const kind = this.slice(argument).replace(/\*$/, '');
    this.built.put('\n', at);
    if (name === 'end') return argument.after;
    if (verbatimEnvironments.has(kind)) {
      const close = this.text.indexOf(`\\end{${this.slice(argument)}}`, argument.after);
      return close === -1 ? argument.after : close;
    }
    const options = this.#skipBrackets(argument.after);
    return /^(?:tabular|tabularx|longtable|thebibliography|multicols|minipage)$/.test(kind)
      ? (this.braces(options)?.after ?? options)
      : options;
  }
}

/** What habit escapes in a URL that needs no escaping. */
const unescapeUrl = (url: string): string => url.replace(/\\([&%#_$~{}])/g, '$1').replace(/\s{1,200}/g, '');
