import { Evidence } from '../model/evidence.ts';
import { redact } from '../text/redact.ts';
import { type Line, type LinesOptions, openLines, readLines, version } from './ledger-lines.ts';

export interface Ledger {
  /** Finished visits of the last run, where that run never came to its end. */
  reusable(url: string): Evidence | undefined;
  history(url: string): Evidence[];
  /** Rejects with the system's error where the visit cannot be written. */
  record(evidence: Evidence): Promise<void>;
  /** Marks this run as finished, so that the next one starts afresh. */
  end(): Promise<void>;
  close(): Promise<void>;
  /** Lines that could not be read, in one sentence each. */
  troubles: string[];
}

/** Visits older than this are no longer taken up by a run that was cut off before, ms. */
const freshMs = 24 * 3600 * 1000;

/**
 * Opens the ledger of one document: a line a visit, written as it happens, between a `begin` and an `end` line of each
 * run. What a run that never came to its end had finished is taken up by the next one.
 */
export async function openLedger(
  path: string,
  run: string,
  nowMs: number,
  options: Pick<LinesOptions, 'open'> = {},
): Promise<Ledger> {
  const lines = await openLines(path, { ...options, kinds: ['begin', 'visit', 'end'] });
  const visits = new Map<string, Evidence[]>();
  const unfinished = unfinishedRun(lines.read, nowMs);
  const reusable = new Map<string, Evidence>();
  for (const line of lines.read) {
    const parsed = line.kind === 'visit' ? Evidence.safeParse(line.evidence) : undefined;
    if (!parsed?.success) continue;
    const evidence: Evidence = { ...parsed.data, from: 'ledger' };
    if (line.run === unfinished) reusable.set(evidence.url, evidence);
    else {
      const known = visits.get(evidence.url);
      if (known) known.push(evidence);
      else visits.set(evidence.url, [evidence]);
    }
  }
  const mark = (kind: 'begin' | 'end', ms: number): Promise<void> =>
    lines.append({ v: version, kind, run, at: new Date(ms).toISOString() });
  let begun: Promise<void> | undefined;
  // A run that sees nothing, since it is offline, leaves no trace.
  const begin = (): Promise<void> => {
    begun ??= mark('begin', nowMs);
    return begun;
  };
  // What a run cut short has left is taken up once.
  if (reusable.size > 0) await begin();
  return {
    troubles: lines.troubles,
    // Visits are kept under the redacted URL.
    reusable: (url) => reusable.get(redact(url)),
    history: (url) => visits.get(redact(url)) ?? [],
    record: async (evidence) => {
      await begin();
      await lines.append({ v: version, kind: 'visit', run, at: evidence.at, evidence });
    },
    end: async () => {
      if (begun) await mark('end', Date.now());
    },
    close: lines.close,
  };
}

/** Every visit a ledger holds, in the order they were written; nothing is written to it. Rejects with the system's error. */
export async function readVisits(path: string): Promise<{ visits: Evidence[]; damaged: number }> {
  const { read, foreign } = await readLines(path, ['begin', 'visit', 'end']);
  const visits: Evidence[] = [];
  let damaged = foreign;
  for (const line of read) {
    if (line.kind !== 'visit') continue;
    const { success, data } = Evidence.safeParse(line.evidence);
    if (success) visits.push(data);
    else damaged += 1;
  }
  return { visits, damaged };
}

/** The run of the last `begin`, where it has no `end` and is not too old. A clock that was set back makes it no older. */
function unfinishedRun(lines: readonly Line[], nowMs: number): string | undefined {
  const last = lines.findLast((line) => line.kind === 'begin');
  if (!last || lines.some((line) => line.kind === 'end' && line.run === last.run)) return undefined;
  return Math.abs(nowMs - Date.parse(last.at)) < freshMs ? last.run : undefined;
}
