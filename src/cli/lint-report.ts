import { distinct, type LintOptions, lint, settle, shareOut } from '../lint/index.ts';
import { type Report, type ReportCitation, type ReportDocument, reportVersion } from '../model/report.ts';
import { tally } from '../report/tally.ts';
import type { Reading } from './reading.ts';
import { about } from './version.ts';

/** What linting says of a document: its notes with their findings, and every citation unchecked. */
export function lintedDocument(reading: Reading, options: LintOptions): ReportDocument {
  if ('unreadable' in reading)
    return { path: reading.path, format: 'unknown', notes: [], findings: [], unreadable: reading.unreadable };
  const { path, source, notes, findings } = reading;
  const found = settle([...findings, ...notes.flatMap((note) => note.findings)], options.rules);
  const { byNote, rest } = shareOut(notes, distinct([...found, ...lint(source, notes, options)]));
  return {
    path,
    format: source.format,
    ...(source.language ? { language: source.language } : {}),
    notes: notes.map((note) => ({
      ...note,
      findings: byNote.get(note) ?? [],
      citations: note.citations.map(unchecked),
    })),
    findings: rest,
  };
}

const unchecked = (
  citation: Omit<ReportCitation, 'key' | 'evidence' | 'registry' | 'snapshots' | 'verdict'>,
) =>
  ({
    ...citation,
    key: citation.item.id,
    evidence: [],
    registry: [],
    snapshots: [],
    verdict: {
      status: 'unchecked',
      reach: 'not-attempted',
      reachDetail: 'lint',
      persistence: { is: 'first-seen', strikes: 0 },
      findings: [],
    },
  }) satisfies ReportCitation;

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
