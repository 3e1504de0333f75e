import type { Finding } from '../../model/finding.ts';
import type { MarkedNote, Source } from '../../model/source.ts';

/** Labels that two notes bear, and notes out of order. A section that begins again at 1 begins a new count. */
export function orderFindings(
  source: Source,
  notes: readonly MarkedNote[],
  starts: ReadonlySet<number>,
): Finding[] {
  const findings: Finding[] = [];
  let seen = new Set<string>();
  let last = 0;
  for (const note of notes) {
    if (starts.has(note.start)) [seen, last] = [new Set(), 0];
    if (seen.has(note.label) && note.marker)
      findings.push({
        rule: 'duplicate-label',
        severity: 'warning',
        message: `Two notes bear the label ${note.label}.`,
        place: source.place(note.start, note.end),
        data: { label: note.label },
      });
    seen.add(note.label);
    const number = /^\d{1,9}$/.test(note.label) ? Number(note.label) : undefined;
    if (number === undefined || !note.marker) continue;
    if (number < last)
      findings.push({
        rule: 'note-order',
        severity: 'info',
        message: `Note ${number} stands after note ${last}.`,
        place: source.place(note.start, note.end),
        data: { label: note.label },
      });
    last = Math.max(last, number);
  }
  return findings;
}
