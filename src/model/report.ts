import { z } from 'zod';
import { Citation } from './citation.ts';
import { Evidence, RegistryAnswer, Snapshot } from './evidence.ts';
import { Finding } from './finding.ts';
import { Note } from './note.ts';
import { Verdict } from './verdict.ts';

/** Bumped when a field changes its meaning or goes; a new optional field does not bump it. */
export const reportVersion = 1;

export const ReportCitation = Citation.extend({
  /** CSL-JSON id of the exported item: the stable citation key. */
  key: z.string(),
  evidence: z.array(Evidence),
  registry: z.array(RegistryAnswer),
  snapshots: z.array(Snapshot),
  verdict: Verdict,
});
export type ReportCitation = z.infer<typeof ReportCitation>;

export const ReportNote = Note.extend({ citations: z.array(ReportCitation) });
export type ReportNote = z.infer<typeof ReportNote>;

export const ReportDocument = z.object({
  path: z.string(),
  format: z.string(),
  language: z.string().optional(),
  notes: z.array(ReportNote),
  /** Of the document as a whole: a marker without a note, an unreadable entry. */
  findings: z.array(Finding),
  /** Set when the file could not be read: one sentence, and no notes. */
  unreadable: z.string().optional(),
});
export type ReportDocument = z.infer<typeof ReportDocument>;

export const Tally = z.object({
  documents: z.int().nonnegative(),
  notes: z.int().nonnegative(),
  citations: z.int().nonnegative(),
  urls: z.int().nonnegative(),
  distinctUrls: z.int().nonnegative(),
  /** Citations by status word. */
  status: z.record(z.string(), z.int().nonnegative()),
  /** Findings by severity. */
  findings: z.record(z.string(), z.int().nonnegative()),
});
export type Tally = z.infer<typeof Tally>;

export const Run = z.object({
  tool: z.object({ name: z.string(), version: z.string(), url: z.string() }),
  startedAt: z.string(),
  endedAt: z.string(),
  mode: z.enum(['live', 'replay', 'offline', 'lint']),
  /** False where the run was stopped before its end. */
  complete: z.boolean(),
  /** True where the machine, not the sources, was cut off; then nothing is held against any link. */
  offline: z.boolean(),
  /** Said once: a service that was down, a recording that is synthetic, a limit that was met. */
  facts: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type Run = z.infer<typeof Run>;

/** Everything a reporter needs, and nothing else. */
export const Report = z.object({
  version: z.literal(reportVersion),
  run: Run,
  tally: Tally,
  documents: z.array(ReportDocument),
});
export type Report = z.infer<typeof Report>;
