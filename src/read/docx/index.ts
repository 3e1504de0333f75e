import type { Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { Link, MarkedNote, Source } from '../../model/source.ts';
import { lineAt, lineStarts } from '../../text/lines.ts';
import { ListNumbers } from './list-numbers.ts';
import { type NoteKind, type NoteNumber, numberReferences } from './note-numbers.ts';
import { openWord, type WordPackage } from './package.ts';
import { type Piece, type Range, readStory, type Story } from './story.ts';

/** A stretch of `Source.text` that stands in the document as characters of one `<w:t>`, or that is a note's sign. */
export interface DocxRun {
  /** Offsets into `Source.text`. */
  start: number;
  end: number;
  /** The part it stands in: `word/document.xml`, `word/footnotes.xml`. */
  part: string;
  /** Offsets into the part's XML of the characters inside `<w:t>`; absent for a note's sign. */
  characters?: Range & { raw: boolean };
  /** Offsets into the part's XML of the whole `<w:r>`. */
  run: Range;
}

/** Note text stands behind the body, four empty lines below it, so that a reference section of the body ends before. */
const gap = '\n\n\n\n';

/** A Word document: body text, then its footnotes and endnotes in the order of their signs. Throws UnreadableError. */
export function readDocx(path: string, bytes: Uint8Array): Source {
  return layOut(path, openWord(bytes)).source;
}

/**
 * The way back from `Source.text` into the document's parts, for comments and edits. `parts` holds the XML as decoded;
 * writing it back encoded in UTF-8 changes no byte outside an edit. Throws UnreadableError.
 */
export function docxRuns(bytes: Uint8Array): { runs: DocxRun[]; parts: Map<string, string> } {
  const word = openWord(bytes);
  const parts = [word.body, word.footnotes, word.endnotes].flatMap((part) => (part ? [part] : []));
  return { runs: layOut('', word).runs, parts: new Map(parts.map(({ name, xml }) => [name, xml])) };
}

interface Laid {
  start: number;
  paragraph: number;
  note?: string;
}
interface Pending {
  kind: NoteKind;
  id: string;
  number: NoteNumber;
  references: Range[];
  paragraph: number;
}

function layOut(path: string, word: WordPackage): { source: Source; runs: DocxRun[] } {
  const lists = new ListNumbers(word.numbering, word.styles);
  const page = new Page();
  const body = readStory(word.body, lists);
  const stories: Record<NoteKind, Story | undefined> = {
    footnote: word.footnotes && readStory(word.footnotes, lists),
    endnote: word.endnotes && readStory(word.endnotes, lists),
  };
  const parts = { footnote: word.footnotes?.name ?? '', endnote: word.endnotes?.name ?? '' };
  const pending = layBody(page, body.body, word);
  const notes: MarkedNote[] = [];
  const lost: Pending[] = [];
  let first = true;
  for (const note of pending) {
    const pieces = stories[note.kind]?.notes.get(note.id);
    if (!pieces) {
      lost.push(note);
      continue;
    }
    page.put(first ? gap : '\n', { paragraph: note.paragraph });
    first = false;
    page.mark();
    for (const piece of pieces) page.lay(piece, parts[note.kind], note.paragraph, note.number.printed);
    const span = page.trim(note.number.printed);
    if (span.end > span.start)
      notes.push({
        label: note.number.label,
        marker: note.number.printed,
        ...span,
        references: note.references,
      });
  }
  const source = page.source(path, notes);
  source.findings = lost.map((note) => missing(note, source));
  return { source, runs: page.runs };
}

function layBody(page: Page, pieces: readonly Piece[], word: WordPackage): Pending[] {
  const numbers = numberReferences(word.body.xml, word.settings);
  const pending = new Map<string, Pending>();
  let custom: Pending | undefined;
  for (const piece of pieces) {
    if (!piece.reference) {
      const start = page.length;
      page.lay(piece, word.body.name, piece.paragraph);
      // A sign of the author's own follows its reference in the same run.
      if (custom && piece.text.trim()) {
        custom.number = { printed: piece.text.trim(), label: piece.text.trim() };
        custom.references = [{ start, end: page.length }];
        custom = undefined;
      }
      continue;
    }
    const { kind, id, order } = piece.reference;
    const number = numbers[order] ?? { printed: '', label: '' };
    const start = page.length;
    page.lay({ ...piece, text: raised(number.printed) }, word.body.name, piece.paragraph);
    const reference = { start, end: page.length };
    const known = pending.get(`${kind} ${id}`);
    if (known) known.references.push(reference);
    else {
      const note = { kind, id, number, references: [reference], paragraph: piece.paragraph };
      pending.set(`${kind} ${id}`, note);
      if (piece.reference.custom) custom = note;
    }
  }
  return [...pending.values()];
}

const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Figures are printed above the line, so that they are not read on from the word they follow. */
const raised = (printed: string): string =>
  printed.replace(/[0-9]/g, (digit) => figures.charAt(Number(digit)));

const missing = (note: Pending, source: Source): Finding => ({
  rule: 'marker-without-note',
  severity: 'error',
  message: `The ${note.kind} sign ${note.number.printed} has no note.`,
  place: source.place(note.references[0]?.start ?? 0, note.references[0]?.end ?? 0),
  data: { label: note.number.label },
});

/** The text as it grows, with where each piece of it came from. */
class Page {
  #texts: string[] = [];
  #laid: Laid[] = [];
  #links: Link[] = [];
  #marked = { offset: 0, text: 0 };
  length = 0;
  runs: DocxRun[] = [];

  put(text: string, from: Omit<Laid, 'start'>): void {
    this.#laid.push({ start: this.length, ...from });
    this.#texts.push(text);
    this.length += text.length;
  }

  lay(piece: Piece, part: string, paragraph: number, note?: string): void {
    const start = this.length;
    this.put(piece.text, { paragraph, ...(note === undefined ? {} : { note }) });
    const span = { start, end: this.length };
    if (piece.run && (piece.characters || piece.reference))
      this.runs.push({
        ...span,
        part,
        run: piece.run,
        ...(piece.characters ? { characters: piece.characters } : {}),
      });
    const last = this.#links.at(-1);
    if (!piece.link || !/^(?:https?|ftp):/i.test(piece.link) || piece.text === '\n') return;
    if (last?.url === piece.link && last.end === start) last.end = span.end;
    else this.#links.push({ ...span, url: piece.link });
  }

  /** Begins a note. */
  mark(): void {
    this.#marked = { offset: this.length, text: this.#texts.length };
  }

  /** What was laid since the mark, without blanks around it and, where the note's sign is set as text, without that. */
  trim(printed: string): Range {
    const from = this.#marked.offset;
    const text = this.#texts.slice(this.#marked.text).join('');
    const lead = /^\s*/.exec(text)?.[0].length ?? 0;
    const sign = printed && text.startsWith(printed, lead) && !/^\d+$/.test(printed) ? printed.length : 0;
    const gone = sign > 0 ? sign + (/^\s*/.exec(text.slice(lead + sign))?.[0].length ?? 0) : 0;
    return { start: from + Math.min(text.length, lead + gone), end: from + text.trimEnd().length };
  }

  source(path: string, notes: MarkedNote[]): Source {
    const text = this.#texts.join('');
    const starts = lineStarts(text);
    return {
      path,
      format: 'docx',
      text,
      place: (start, end = start): Place => {
        const { paragraph, note } = this.#laidAt(start);
        const place = { offset: start, end, ...lineAt(starts, start), paragraph };
        return note === undefined ? place : { ...place, note };
      },
      origin: () => undefined,
      notes,
      links: this.#links,
      entries: [],
      findings: [],
    };
  }

  #laidAt(offset: number): Laid {
    let [low, high] = [0, this.#laid.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#laid[middle] as Laid).start <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#laid[low] ?? { start: 0, paragraph: 1 };
  }
}
