import { type Finding, type Severity, severities } from '../model/finding.ts';
import type { Report } from '../model/report.ts';

/** Every finding of a report: of its documents, its notes and its verdicts. */
export const findingsOf = (report: Report): Finding[] =>
  report.documents.flatMap((document) => [
    ...document.findings,
    ...document.notes.flatMap((note) => [
      ...note.findings,
      ...note.citations.flatMap(({ verdict }) => verdict.findings),
    ]),
  ]);

/** Whether any of the findings is at or above the level that fails a run. */
export function atOrAbove(findings: readonly Finding[], level: string): boolean {
  if (level === 'never') return false;
  const least = severities.indexOf(level as Severity);
  return findings.some(({ severity }) => severities.indexOf(severity) >= least);
}
