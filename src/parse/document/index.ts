import type { Finding } from '../../model/finding.ts';
import type { MarkedNote, Source } from '../../model/source.ts';
import { matchBody } from './body.ts';
import { linesOf, looksLikeReference } from './lines.ts';
import { numberedNotes } from './numbered.ts';
import { orderFindings } from './order.ts';
import { sectionsOf, styleOf } from './sections.ts';
import { unnumberedNotes } from './unnumbered.ts';

export type RawNote = MarkedNote;

/** The notes of a document: those its format marks, and those of the reference sections found in its text. */
export function findNotes(source: Source): { notes: RawNote[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const notes: RawNote[] = [...source.notes];
  const marked = [...source.notes].sort((a, b) => a.start - b.start);
  const starts = new Set<number>();
  for (const section of sectionsOf(linesOf(source.text), source.text, marked.length > 0)) {
    if (overlaps(marked, section.start, section.end)) continue;
    const style = styleOf(section.lines);
    // With marked notes, a section without numbers is a bibliography and still wanted; prose under a heading is not.
    if (!style && !section.lines.some(({ text }) => looksLikeReference(text))) continue;
    const found = style ? numberedNotes(section, style, source, findings) : unnumberedNotes(section);
    if (found[0]) starts.add(found[0].start);
    for (const note of found) notes.push(note);
    const bodyEnd = Math.min(section.start, marked[0]?.start ?? section.start);
    if (style && bodyEnd > section.bodyStart)
      matchBody(source, found, style, { start: section.bodyStart, end: bodyEnd }, findings);
  }
  notes.sort((a, b) => a.start - b.start);
  return { notes, findings: findings.concat(orderFindings(source, notes, starts)) };
}

/** Whether one of the notes, in order, touches the stretch. */
function overlaps(notes: readonly MarkedNote[], start: number, end: number): boolean {
  let [low, high] = [0, notes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((notes[middle] as MarkedNote).end <= start) low = middle + 1;
    else high = middle;
  }
  const note = notes[low];
  return note !== undefined && note.start < end;
}
