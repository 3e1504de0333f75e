import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/place.ts';
import type { MarkedNote, Source } from '../model/source.ts';
import { trimmed } from './source.ts';

/** Notes and the references to them as a reader comes across them, in any order, brought together at the end. */
export class MarkedNotes {
  #notes = new Map<string, MarkedNote>();
  #references: { label: string; marker: string; span: Span }[] = [];

  has(label: string): boolean {
    return this.#notes.has(label);
  }

  get count(): number {
    return this.#notes.size;
  }

  /** The first note of a label counts; a second is handed back unlisted. */
  define(label: string, marker: string, start: number): MarkedNote {
    const note = { label, marker, start, end: start, references: [] };
    if (!this.#notes.has(label)) this.#notes.set(label, note);
    return note;
  }

  refer(label: string, marker: string, span: Span): void {
    this.#references.push({ label, marker, span });
  }

  /** Sets the notes of a source, and a finding for each reference that has none. */
  settle(source: Source): Source {
    const lost: Finding[] = [];
    for (const { label, marker, span } of this.#references) {
      const note = this.#notes.get(label);
      if (note) note.references.push(span);
      else
        lost.push({
          rule: 'marker-without-note',
          severity: 'error',
          message: `The marker ${marker.slice(0, 100)} has no note.`,
          place: source.place(span.start, span.end),
          data: { label: label.slice(0, 100) },
        });
    }
    source.notes = [...this.#notes.values()]
      .map((note) => trimmed(source.text, note))
      .filter(({ start, end }) => end > start);
    source.findings = [...source.findings, ...lost];
    return source;
  }
}
