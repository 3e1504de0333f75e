/**
 * refvouch as a library. Nothing happens at import; every stage is a function of its own, and `verify` runs them all.
 */

export { type ExportFormat, type ExportOptions, exportItems } from './export/index.ts';
export { systemClock } from './gather/clock.ts';
export { type FetchPort, fetchPort } from './gather/fetch-port.ts';
export { type Ledger, openLedger } from './gather/ledger.ts';
export type { Clock, Exchange, Visit } from './gather/ports.ts';
export type { GatherSettings } from './gather/settings.ts';
export { type Gathering, openGather } from './gather/world.ts';
export { type Case, judge, type Waiver } from './judge/index.ts';
export { type LintOptions, lint, rules, type StyleName, styleNames } from './lint/index.ts';
export { Citation } from './model/citation.ts';
export { Evidence, RegistryAnswer, Snapshot } from './model/evidence.ts';
export { Finding, Severity, TextEdit } from './model/finding.ts';
export { Item, Name } from './model/item.ts';
export { Note } from './model/note.ts';
export { Place } from './model/place.ts';
export { Report, ReportCitation, ReportDocument, reportVersion } from './model/report.ts';
export type { Format, Source } from './model/source.ts';
export { Identity, Persistence, Reach, Status, Verdict } from './model/verdict.ts';
export { loadParser, type ParsedLine, type Parser } from './parse/index.ts';
export { type ReadOptions, readDocument, type Unreadable } from './read/index.ts';
export { newFindings } from './report/diff.ts';
export { type RenderOptions, type Reporter, reporters } from './report/index.ts';
export {
  type Stages,
  type Subject,
  type VerifyEvent,
  type VerifyOptions,
  type VisitLog,
  verify,
} from './verify.ts';
