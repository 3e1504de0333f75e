import type { Place, Span } from '../../model/place.ts';
import type { Link, MarkedNote, Source } from '../../model/source.ts';
import { lineAt, lineStarts } from '../../text/lines.ts';
import { trimmed } from '../source.ts';
import { type FootNote, takeFootNotes } from './foot-notes.ts';
import { withoutFurniture } from './furniture.ts';
import { linesOf, type PdfLine } from './lines.ts';
import type { PdfPage } from './pages.ts';
import { joint, paragraphsOf, piecesOf } from './paragraphs.ts';

/** A PDF's text as one reads it: columns in order, running heads gone, lines rejoined, the notes of its feet behind. */
export function readPdf(path: string, pages: readonly PdfPage[]): Source {
  const lines = withoutFurniture(pages, pages.map(linesOf));
  const { body, notes } = takeFootNotes(lines);
  const sheet = new Sheet();
  for (const { lines: own } of paragraphsOf(body)) {
    sheet.lay(own, 0);
    sheet.put('\n', own[0]?.page ?? 1);
  }
  const marked: MarkedNote[] = [];
  for (const [index, note] of notes.entries()) {
    sheet.put(index === 0 ? '\n\n\n' : '\n', note.page);
    const start = sheet.length;
    sheet.lay(note.lines, note.lead);
    marked.push({ label: note.label, marker: note.marker, start, end: sheet.length, references: [] });
  }
  const source = sheet.source(path);
  source.notes = marked
    .map((note, index) => ({
      ...trimmed(source.text, note),
      references: referencesTo(notes[index] as FootNote, sheet, marked[0]?.start ?? 0),
    }))
    .filter(({ start, end }) => end > start);
  return source;
}

const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised signs of the same number on the note's page. */
function referencesTo(note: FootNote, sheet: Sheet, bodyEnd: number): Span[] {
  const sign = /^\d+$/.test(note.label)
    ? note.label.replace(/\d/g, (digit) => figures.charAt(Number(digit)))
    : note.marker;
  const [from, to] = sheet.spanOf(note.page, bodyEnd);
  const found: Span[] = [];
  const text = sheet.text;
  for (const wanted of [sign, note.marker.length > 0 && /[①-㉟]/u.test(note.marker) ? note.marker : sign]) {
    for (
      let at = text.indexOf(wanted, from);
      at !== -1 && at < to && found.length < 20;
      at = text.indexOf(wanted, at + 1)
    ) {
      const alone =
        !figures.includes(text.charAt(at - 1) || ' ') &&
        !figures.includes(text.charAt(at + wanted.length) || ' ');
      if (alone && !found.some(({ start }) => start === at))
        found.push({ start: at, end: at + wanted.length });
    }
  }
  return found;
}

/** The text as it grows, and the page of each piece of it. */
class Sheet {
  #texts: string[] = [];
  #pages: { start: number; page: number }[] = [];
  #links: Link[] = [];
  #joined: string | undefined;
  length = 0;

  put(text: string, page: number): void {
    if (!text) return;
    if (this.#pages.at(-1)?.page !== page) this.#pages.push({ start: this.length, page });
    this.#texts.push(text);
    this.length += text.length;
  }

  /** Lines of one paragraph, joined; without the first `lead` characters of the first. */
  lay(lines: readonly PdfLine[], lead: number): void {
    let tail = '';
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      const { drop, glue } = next ? joint(line, next, tail) : { drop: 0, glue: '' };
      tail = `${tail}${line.text.slice(0, line.text.length - drop)}${glue}`.slice(-900);
      let skip = index === 0 ? lead : 0;
      for (const piece of piecesOf(line, drop, index > 0)) {
        const text = piece.text.slice(skip);
        skip = Math.max(0, skip - piece.text.length);
        this.#piece(text, line.page, piece.url);
      }
      this.put(glue, line.page);
    }
  }

  #piece(text: string, page: number, url: string | undefined): void {
    const start = this.length;
    this.put(text, page);
    const last = this.#links.at(-1);
    if (!url || !text.trim()) return;
    // One link set over several lines or in several pieces is one.
    if (last?.url === url && start - last.end <= 1) last.end = this.length;
    else this.#links.push({ start, end: this.length, url });
  }

  get text(): string {
    this.#joined ??= this.#texts.join('');
    return this.#joined;
  }

  /** The stretch of the body a page gave. */
  spanOf(page: number, limit: number): [number, number] {
    const at = this.#pages.findIndex((row) => row.page === page);
    const from = this.#pages[at]?.start ?? 0;
    const next = this.#pages.slice(at + 1).find((row) => row.page !== page)?.start ?? limit;
    return [from, Math.min(next, limit)];
  }

  source(path: string): Source {
    const { text } = this;
    const starts = lineStarts(text);
    return {
      path,
      format: 'pdf',
      text,
      place: (start, end = start): Place => ({
        offset: start,
        end,
        ...lineAt(starts, start),
        page: this.#pageAt(start),
      }),
      origin: () => undefined,
      notes: [],
      links: this.#links,
      entries: [],
      findings: [],
    };
  }

  #pageAt(offset: number): number {
    let [low, high] = [0, this.#pages.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pages[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pages[low]?.page ?? 1;
  }
}
