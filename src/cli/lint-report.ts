import { type LintOptions, lint, settle } from '../lint/index.ts';
import { type Report, type ReportDocument, reportVersion } from '../model/report.ts';
import { tally } from '../report/tally.ts';
import { documentOf, unasked } from '../verify.ts';
import type { Reading } from './reading.ts';
import { about } from './version.ts';

/** What linting says of a document: its notes with their findings, and every citation unchecked. */
export function lintedDocument(reading: Reading, options: LintOptions): ReportDocument {
  if ('unreadable' in reading)
    return { path: reading.path, format: 'unknown', notes: [], findings: [], unreadable: reading.unreadable };
  const { source, notes, findings } = reading;
  const found = settle([...findings, ...notes.flatMap((note) => note.findings)], options.rules);
  return documentOf(reading, [...found, ...lint(source, notes, options)], (citation) =>
    unasked(citation, 'lint'),
  );
}

/** A run that visits nothing, in the shape of any other. */
export function lintReport(documents: ReportDocument[], startedAt: string, endedAt: string): Report {
  return {
    version: reportVersion,
    run: {
      tool: about(),
      startedAt,
      endedAt,
      mode: 'lint',
      complete: true,
      offline: false,
      facts: [],
    },
    tally: tally(documents),
    documents,
  };
}
