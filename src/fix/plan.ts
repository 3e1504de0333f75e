import type { Finding, TextEdit } from '../model/finding.ts';

/** Edits that may be made together: those of safe fixes, in order, none touching another; the rest wait a round. */
export function planEdits(findings: readonly Finding[]): TextEdit[] {
  const wanted = findings
    .filter(({ fix }) => fix?.safe)
    .map(({ fix }) => [...(fix?.edits ?? [])].sort((a, b) => a.start - b.start))
    .filter((edits) => edits.length > 0)
    .sort((a, b) => (a[0] as TextEdit).start - (b[0] as TextEdit).start);
  const planned: TextEdit[] = [];
  for (const edits of wanted) {
    const last = planned.at(-1);
    // The edits of one fix are made together or not at all, and never two at one spot.
    if (last && (edits[0] as TextEdit).start <= last.end) continue;
    planned.push(...edits);
  }
  return planned;
}

/** Makes edits that do not overlap, in order of their place. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of edits) {
    parts.push(text.slice(at, start), put);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
