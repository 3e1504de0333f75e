import type { Locator } from '../../model/citation.ts';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import type { MarkedNote, ReadyEntry, Source } from '../../model/source.ts';
import { itemLine } from '../item-line.ts';
import type { ReadOptions } from '../options.ts';
import { sourceOf, TextBuilder, trimmed } from '../source.ts';
import { texToText } from '../tex/signs.ts';
import { type Bibliography, bibliographyOf } from './bibliography.ts';
import { cites, noteCites } from './commands.ts';
import { type Argument, TexScanner } from './scan.ts';

/** LaTeX: its notes, its `\bibitem`s, and what it cites from the `.bib` or `.bbl` beside it. */
export async function readLatex(path: string, original: string, options: ReadOptions): Promise<Source> {
  return new LatexReader(original, await bibliographyOf(options.companions ?? new Map())).read(path);
}

interface Waiting {
  label: string;
  marker: string;
  references: Span[];
  /** The note's text in the original; or the works it cites, for a `\footcite`. */
  body: Span | { cite: Citing };
}
interface Citing {
  keys: string[];
  locator: Locator | undefined;
  at: number;
}

const gap = '\n\n\n\n';

class LatexReader {
  #built: TextBuilder;
  #scanner: TexScanner;
  #bibliography: Bibliography;
  #waiting: Waiting[] = [];
  #marks: { number: string; reference: Span }[] = [];
  #notes: MarkedNote[] = [];
  #entries: ReadyEntry[] = [];
  /** Where the text cites each work, by key in the order of first citation. */
  #cited = new Map<string, Span[]>();
  #counter = 0;
  #items = new Map<string, MarkedNote>();
  #open: MarkedNote | undefined;
  #inNote = false;

  constructor(original: string, bibliography: Bibliography) {
    this.#built = new TextBuilder(original);
    this.#bibliography = bibliography;
    this.#scanner = new TexScanner(this.#built, (...where) => this.#command(where[0], where[1], where[2]));
  }

  read(path: string): Source {
    const { original } = this.#built;
    const begins = original.indexOf('\\begin{document}');
    const ends = original.indexOf('\\end{document}');
    this.#scanner.read(begins === -1 ? 0 : begins, ends === -1 || ends < begins ? original.length : ends);
    this.#closeItem();
    this.#layNotes();
    const missing = this.#layBibliography();
    const source = sourceOf(path, 'latex', this.#built, {
      entries: this.#entries,
      links: this.#scanner.links,
    });
    source.notes = this.#notes
      .map((note) => trimmed(source.text, note))
      .filter(({ start, end }) => end > start);
    source.findings = [
      ...this.#bibliography.findings,
      ...missing.map(([key, spans]) => ({
        ...unknown(key),
        place: source.place(spans[0]?.start ?? 0, spans[0]?.end),
      })),
    ];
    return source;
  }

  #command(name: string, at: number, end: number): number | undefined {
    if (name === 'footnote' || name === 'endnote') return this.#footnote(at, end);
    if (name === 'footnotemark' || name === 'footnotetext') return this.#apart(name, at, end);
    if (noteCites.has(name)) return this.#footcite(at, end);
    if (cites.has(name)) return this.#cite(at, end);
    if (name === 'bibitem') return this.#bibitem(at, end);
    if (name === 'bibliography' || name === 'printbibliography') {
      this.#layBbl(at);
      const options = this.#scanner.brackets(end)?.after ?? end;
      return name === 'bibliography' ? (this.#scanner.braces(options)?.after ?? options) : options;
    }
    if (name === 'end') this.#closeItem();
    return undefined;
  }

  #footnote(at: number, end: number): number | undefined {
    const option = this.#scanner.brackets(end);
    const body = this.#scanner.braces(option?.after ?? end);
    if (!body) return undefined;
    const label = this.#number(option);
    this.#waiting.push({ label, marker: label, references: [this.#mark(label, at)], body });
    return body.after;
  }

  #number(option: Argument | undefined): string {
    if (!option) this.#counter += 1;
    return option ? texToText(this.#scanner.slice(option)).trim() : String(this.#counter);
  }

  #mark(label: string, at: number): Span {
    const start = this.#built.length;
    this.#built.put(raised(label), at);
    return { start, end: this.#built.length };
  }

  /** `\footnotemark` and `\footnotetext`, set apart where a note cannot stand. */
  #apart(name: string, at: number, end: number): number | undefined {
    const option = this.#scanner.brackets(end);
    if (name === 'footnotemark') {
      const number = this.#number(option);
      this.#marks.push({ number, reference: this.#mark(number, at) });
      return option?.after ?? end;
    }
    const body = this.#scanner.braces(option?.after ?? end);
    if (!body) return undefined;
    const label = option ? this.#scanner.slice(option).trim() : String(this.#counter);
    const references = this.#marks.filter(({ number }) => number === label).map(({ reference }) => reference);
    this.#waiting.push({ label, marker: label, references, body });
    return body.after;
  }

  #footcite(at: number, end: number): number | undefined {
    const found = this.#citing(at, end);
    if (!found) return undefined;
    const label = this.#number(undefined);
    const references = [this.#mark(label, at)];
    this.#waiting.push({ label, marker: label, references, body: { cite: found.citing } });
    return found.after;
  }

  #saw(key: string, span: Span): void {
    const known = this.#cited.get(key);
    if (known) known.push(span);
    else this.#cited.set(key, [span]);
  }

  #cite(at: number, end: number): number | undefined {
    const found = this.#citing(at, end);
    if (!found) return undefined;
    if (this.#inNote) this.#layWorks(found.citing);
    else this.#layKeys(found.citing);
    return found.after;
  }

  /** `[before][after]{key, key}`: with one bracket it is the one after. */
  #citing(at: number, end: number): { citing: Citing; after: number } | undefined {
    const first = this.#scanner.brackets(end);
    const second = first && this.#scanner.brackets(first.after);
    const keys = this.#scanner.braces((second ?? first)?.after ?? end);
    if (!keys) return undefined;
    const behind = second ?? first;
    const named = this.#scanner.slice(keys).split(',');
    return {
      after: keys.after,
      citing: {
        at,
        keys: named.map((key) => key.trim()).filter(Boolean),
        locator: behind ? locatorOf(texToText(this.#scanner.slice(behind))) : undefined,
      },
    };
  }

  /** In the running text: each key in brackets, a reference to its work. */
  #layKeys({ keys, at }: Citing): void {
    for (const key of keys) {
      const start = this.#built.length;
      this.#built.put(`[${key}]`, at);
      this.#saw(key, { start, end: this.#built.length });
    }
  }

  /** In a note: the works themselves, where they are known. */
  #layWorks({ keys, at, locator }: Citing): void {
    for (const [index, key] of keys.entries()) {
      const item = this.#bibliography.items.get(key);
      if (index > 0) this.#built.put('; ', at);
      const start = this.#built.length;
      this.#built.put(item ? itemLine(item) : `[${key}]`, at);
      const span = { start, end: this.#built.length };
      if (item) this.#entries.push({ ...span, key, item, ...(locator ? { locator } : {}) });
      else this.#saw(key, span);
    }
  }

  #bibitem(at: number, end: number): number | undefined {
    const option = this.#scanner.brackets(end);
    const key = this.#scanner.braces(option?.after ?? end);
    if (!key) return undefined;
    this.#closeItem();
    this.#built.put('\n', at);
    const label = option ? texToText(this.#scanner.slice(option)).trim() : String(this.#items.size + 1);
    this.#open = {
      label: label.slice(0, 200),
      marker: `[${label.slice(0, 200)}]`,
      start: this.#built.length,
      end: this.#built.length,
      references: [],
    };
    this.#items.set(this.#scanner.slice(key).trim(), this.#open);
    return key.after;
  }

  #closeItem(): void {
    if (!this.#open) return;
    this.#open.end = this.#built.length;
    this.#notes.push(this.#open);
    this.#open = undefined;
  }

  /** Notes stand behind the text; one within a note comes after it. */
  #layNotes(): void {
    this.#inNote = true;
    for (let index = 0; index < this.#waiting.length; index += 1) {
      const { body, ...note } = this.#waiting[index] as Waiting;
      this.#built.put(index === 0 ? gap : '\n', 'cite' in body ? body.cite.at : body.start);
      const start = this.#built.length;
      if ('cite' in body) this.#layWorks(body.cite);
      else this.#scanner.read(body.start, body.end);
      this.#notes.push({ ...note, start, end: this.#built.length });
    }
  }

  /** A `.bbl` in the place where the document prints its bibliography. */
  #layBbl(at: number): void {
    const { bbl } = this.#bibliography;
    if (!bbl || this.#bibliography.items.size > 0) return;
    const inner = new LatexReader(bbl, { items: new Map(), bbl: undefined, findings: [] });
    const { text, links } = inner.read('');
    const from = this.#built.length;
    this.#built.put(text, at);
    for (const [key, note] of inner.#items) {
      const moved = { ...note, start: note.start + from, end: note.end + from };
      this.#items.set(key, moved);
      this.#notes.push(moved);
    }
    for (const link of links)
      this.#scanner.links.push({ ...link, start: link.start + from, end: link.end + from });
  }

  /** The works cited in the running text, a note each by its key; those nobody knows are handed back. */
  #layBibliography(): [string, Span[]][] {
    const lost: [string, Span[]][] = [];
    for (const [key, references] of this.#cited) {
      const listed = this.#items.get(key);
      const item = this.#bibliography.items.get(key);
      if (listed) listed.references.push(...references);
      else if (!item) lost.push([key, references]);
      else {
        const at = this.#built.originOf(references[0]?.start ?? 0);
        this.#built.put(`\n${this.#waiting.length > 0 ? '' : gap}`, at);
        const start = this.#built.length;
        this.#built.put(itemLine(item), at);
        const span = { start, end: this.#built.length };
        this.#notes.push({ label: key, marker: `[${key}]`, ...span, references });
        this.#entries.push({ ...span, key, item });
      }
    }
    return this.#bibliography.items.size + this.#items.size > 0 ? lost : lost.slice(0, 1);
  }
}

const unknown = (key: string): Finding => ({
  rule: 'marker-without-note',
  severity: 'error',
  message: `No bibliography at hand has the work cited as ${key.slice(0, 200)}.`,
  data: { label: key.slice(0, 200) },
});

const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (printed: string): string =>
  printed.replace(/[0-9]/g, (digit) => figures.charAt(Number(digit)));

/** `p.~12`, `12--15`, `chap. 3`: a bare number is a page. */
function locatorOf(text: string): Locator | undefined {
  const match =
    /^\s{0,9}(pp?\.|S\.|chap\.|ch\.|§+|sec\.|vol\.|第)?\s{0,9}(\d{1,6}(?:\s?[-–—]\s?\d{1,6})?)\s?(?:[页頁쪽]|ff?\.)?\s{0,9}$/u.exec(
      text,
    );
  if (!match) return undefined;
  const sign = match[1] ?? '';
  const label = /^ch/.test(sign)
    ? 'chapter'
    : /^(?:§|sec)/.test(sign)
      ? 'section'
      : sign === 'vol.'
        ? 'volume'
        : 'page';
  return { label, value: (match[2] as string).replace(/\s?[–—]\s?/g, '-') };
}
