/** An entry as written: values joined and macros put in, TeX not yet read. */
export interface RawEntry {
  type: string;
  key: string;
  fields: Map<string, string>;
}
export type Chunk =
  | { kind: 'entry'; entry: RawEntry; start: number; end: number }
  | { kind: 'bad'; why: string; start: number; end: number };

/** A value's length, and that of all macros together: more is a bomb. */
const maxValue = 100_000;
const maxMacros = 4_000_000;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * BibTeX's entries (http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf), each read by itself: what is wrong with one
 * does not cost the others. Linear; `@string` macros are put in under a cap.
 */
export function scanEntries(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  const macros = new Map(months.map((name, index) => [name, String(index + 1)]));
  let spent = 0;
  const head = /@([a-z]{1,30})\s{0,20}([{(])/gi;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const start = match.index;
    if (!beginsLine(text, start)) continue;
    const type = (match[1] as string).toLowerCase();
    const open = start + match[0].length;
    const end = chunkEnd(text, open, match[2] === '(' ? ')' : '}');
    head.lastIndex = end;
    if (type === 'comment' || type === 'preamble') continue;
    const closed = /[)}]/.test(text.charAt(end - 1)) && end - 1 >= open;
    const reader = new EntryReader(text, open, closed ? end - 1 : end, macros);
    try {
      if (type === 'string') {
        const [name, value] = reader.macro();
        spent += value.length;
        if (spent > maxMacros) throw new Error('its macros are too large');
        macros.set(name, value);
      } else if (!closed) throw new Error('its braces never close');
      else chunks.push({ kind: 'entry', entry: { type, ...reader.entry() }, start, end });
    } catch (cause) {
      chunks.push({ kind: 'bad', why: (cause as Error).message, start, end });
    }
  }
  return chunks;
}

/** Mail addresses hold an `@` too: an entry stands at the start of a line, or behind the one before. */
function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before < 200 && /[ \t\r]/.test(text.charAt(before))) before -= 1;
  return before < 0 || /[\n})\ufeff]/.test(text.charAt(before));
}

/** Where an entry closes; one that never does ends where a line begins the next. */
function chunkEnd(text: string, open: number, close: string): number {
  const next = /[ \t]{0,20}@[a-z]{1,30}\s{0,20}\{[^\s,{}]{1,200},/iy;
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === close && depth === 0) return at + 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (sign === '\n') {
      next.lastIndex = at + 1;
      if (next.test(text)) return at;
    }
  }
  return text.length;
}

class EntryReader {
  #text: string;
  #at: number;
  #end: number;
  #macros: Map<string, string>;

  constructor(text: string, at: number, end: number, macros: Map<string, string>) {
    this.#text = text;
    this.#at = at;
    this.#end = end;
    this.#macros = macros;
  }

  entry(): { key: string; fields: Map<string, string> } {
    const key = this.#word(/[^\s,=]{0,500}/y);
    this.#blanks();
    const fields = new Map<string, string>();
    if (this.#text.charAt(this.#at) === '=') throw new Error('it has no key');
    while (this.#at < this.#end) {
      this.#skip(/[\s,]+/y);
      if (this.#at >= this.#end) break;
      const [name, value] = this.#assignment();
      if (!fields.has(name)) fields.set(name, value);
    }
    return { key, fields };
  }

  macro(): [string, string] {
    this.#blanks();
    return this.#assignment();
  }

  #assignment(): [string, string] {
    const name = this.#word(/[^\s,={}"#]{1,200}/y).toLowerCase();
    this.#blanks();
    if (!name || this.#text.charAt(this.#at) !== '=')
      throw new Error(name ? `“${name.slice(0, 40)}” is given no value` : 'a field has no name');
    this.#at += 1;
    let value = this.#piece();
    for (;;) {
      this.#blanks();
      if (this.#text.charAt(this.#at) !== '#' || this.#at >= this.#end) break;
      this.#at += 1;
      value += this.#piece();
      if (value.length > maxValue) throw new Error(`its “${name.slice(0, 40)}” is too long`);
    }
    return [name, value];
  }

  #piece(): string {
    this.#blanks();
    const sign = this.#text.charAt(this.#at);
    if (sign === '{' || sign === '"') return this.#quoted(sign === '"');
    const word = this.#word(/[^\s,#{}"=]{1,400}/y);
    if (!word) throw new Error('a value is missing');
    return /^\d+$/.test(word) ? word : (this.#macros.get(word.toLowerCase()) ?? word);
  }

  #quoted(quotes: boolean): string {
    const from = this.#at + 1;
    let depth = quotes ? 0 : 1;
    for (let at = from; at < this.#end; at += 1) {
      const sign = this.#text.charAt(at);
      if (sign === '\\') at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      if (quotes ? sign === '"' && depth <= 0 : depth === 0) {
        this.#at = at + 1;
        if (at - from > maxValue) throw new Error('a value is too long');
        return this.#text.slice(from, at);
      }
    }
    throw new Error(quotes ? 'a quotation mark never closes' : 'a brace never closes');
  }

  #word(pattern: RegExp): string {
    this.#blanks();
    pattern.lastIndex = this.#at;
    const word = pattern.exec(this.#text)?.[0] ?? '';
    const inside = word.slice(0, Math.max(0, this.#end - this.#at));
    this.#at += inside.length;
    return inside;
  }

  #blanks(): void {
    this.#skip(/\s+/y);
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at = Math.min(this.#end, this.#at + (pattern.exec(this.#text)?.[0].length ?? 0));
  }
}
