import type { Finding } from '../model/finding.ts';
import type { Report, ReportCitation } from '../model/report.ts';

const citationsOf = (report: Report): ReportCitation[] =>
  report.documents.flatMap(({ notes }) => notes.flatMap(({ citations }) => citations));

/** Findings of a citation that the earlier report does not have of the same citation. */
export function newFindings(earlier: Report, report: Report): Finding[] {
  const known = new Set(
    citationsOf(earlier).flatMap(({ key, verdict }) => verdict.findings.map(({ rule }) => `${key} ${rule}`)),
  );
  return citationsOf(report).flatMap(({ key, verdict }) =>
    verdict.findings.filter(({ rule }) => !known.has(`${key} ${rule}`)),
  );
}
