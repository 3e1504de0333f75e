import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import type { MarkedNote, Source } from '../../model/source.ts';
import { labelNumber, type MarkerStyle } from './markers.ts';

/** Body markers of the notes; a marker without a note, and a note without a marker where the body has markers at all. */
export function matchBody(
  source: Source,
  notes: readonly MarkedNote[],
  style: MarkerStyle,
  body: Span,
  findings: Finding[],
): void {
  if (!style.inBody || notes.length === 0) return;
  // Of two notes with one label the first is meant.
  const byLabel = new Map([...notes].reverse().map((note) => [note.label, note]));
  const orphans: { label: string; span: Span }[] = [];
  const text = source.text.slice(body.start, body.end);
  for (const match of text.matchAll(style.inBody)) {
    const span = { start: body.start + match.index, end: body.start + match.index + match[0].length };
    for (const label of labelsIn(match[1] as string)) {
      const note = byLabel.get(label);
      if (note) note.references.push(span);
      else orphans.push({ label, span });
    }
  }
  // Where hardly any note is referred to, the numbers are of another kind (a list that is not cited by number).
  const used = notes.filter((note) => note.references.length > 0).length;
  if (used < 2 && used * 2 < notes.length) return;
  for (const note of notes.filter(({ references }) => references.length === 0))
    findings.push({
      rule: 'note-without-marker',
      severity: 'warning',
      message: `Nothing in the text refers to note ${note.label}.`,
      place: source.place(note.start, note.end),
      data: { label: note.label },
    });
  if (!style.certain) return;
  for (const { label, span } of orphans)
    findings.push({
      rule: 'marker-without-note',
      severity: 'error',
      message: `The marker ${source.text.slice(span.start, span.end)} has no note${/\D/.test(source.text.slice(span.start + 1, span.end - 1)) ? ` ${label}` : ''}.`,
      place: source.place(span.start, span.end),
      data: { label },
    });
}

/** Longest range of labels a marker may stand for: `[3-12]`. */
const longestRange = 40;

/** The labels a marker names: `3`, `3,5`, `3-6`, `3、5`. */
function labelsIn(printed: string): string[] {
  const labels: string[] = [];
  for (const part of printed.normalize('NFKC').split(/[,，、;；]/)) {
    const ends = part.split(/[-–—~～]/).map((end) => labelNumber(end.trim()));
    const [from, to] = [ends[0], ends.at(-1)];
    if (from === undefined || to === undefined) {
      if (/^[a-z]$/.test(part.trim())) labels.push(part.trim());
      continue;
    }
    for (let label = from; label <= Math.min(Math.max(from, to), from + longestRange); label += 1)
      labels.push(String(label));
  }
  return labels;
}
