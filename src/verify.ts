import { setMaxListeners } from 'node:events';
import { looksOffline } from './gather/offline.ts';
import type { Clock, Visit } from './gather/ports.ts';
import { followUps } from './judge/follow-ups.ts';
import { judge } from './judge/index.ts';
import { distinct, shareOut } from './lint/index.ts';
import type { Citation } from './model/citation.ts';
import type { Evidence, RegistryAnswer, Snapshot } from './model/evidence.ts';
import type { Finding } from './model/finding.ts';
import type { Note } from './model/note.ts';
import {
  type Report,
  type ReportCitation,
  type ReportDocument,
  type Run,
  reportVersion,
} from './model/report.ts';
import type { Source } from './model/source.ts';
import type { Reach, Status } from './model/verdict.ts';
import { tally } from './report/tally.ts';
import { trimEvidence } from './report/trim.ts';

/** A document to verify: read and parsed, or why it could not be. */
export type Subject =
  | { path: string; source: Source; notes: Note[]; findings: Finding[] }
  | { path: string; unreadable: string };

/** What earlier runs saw, and where this one writes what it sees. */
export interface VisitLog {
  /** A finished visit of a run that was cut off, to be used instead of a new one. */
  reusable(url: string): Evidence | undefined;
  history(url: string): Evidence[];
  record(evidence: Evidence): Promise<void>;
}

/** The ports: everything that touches the world. Each but `visit` and `clock` may be left out. */
export interface Stages {
  visit: Visit;
  clock: Clock;
  log?(path: string): Promise<VisitLog>;
  identify?(citation: Citation, signal?: AbortSignal): Promise<RegistryAnswer[]>;
  archive?(citation: Citation, evidence: Evidence[], signal?: AbortSignal): Promise<Snapshot[]>;
  /** Findings of the document itself, by note where they belong to one. */
  lint?(source: Source, notes: Note[]): Finding[];
  /** A stable key a citation is known by. */
  select?(citation: Citation, note: Note, path: string): boolean;
}

export interface VerifyOptions {
  tool: Run['tool'];
  mode: Run['mode'];
  waivers?: NonNullable<Parameters<typeof judge>[0]['waivers']>;
  /** Said in the report: a synthetic recording, a service that was down. Asked for at the end of the run. */
  facts?(): Run['facts'];
  /** Aborting it ends the run with what there is, marked as incomplete. */
  signal?: AbortSignal;
}

export type VerifyEvent =
  | { kind: 'document'; path: string; notes: number; citations: number }
  | { kind: 'citation'; path: string; note: string; citation: ReportCitation }
  | { kind: 'unreadable'; path: string; unreadable: string }
  | { kind: 'report'; report: Report };

/**
 * Reads claims, gathers evidence, judges, reports: the whole job. Yields each citation as it is settled, and the
 * report last. Never throws for anything a document or a page contains.
 */
export async function* verify(
  subjects: Iterable<Subject> | AsyncIterable<Subject>,
  stages: Stages,
  options: VerifyOptions,
): AsyncGenerator<VerifyEvent> {
  const startedAt = isoNow(stages.clock);
  // Every link under way listens to it.
  if (options.signal) setMaxListeners(0, options.signal);
  const visits = new VisitsOnce(stages, options.signal);
  const documents: ReportDocument[] = [];
  for await (const subject of subjects) {
    if ('unreadable' in subject) {
      documents.push({
        path: subject.path,
        format: 'unknown',
        notes: [],
        findings: [],
        unreadable: subject.unreadable,
      });
      yield { kind: 'unreadable', ...subject };
      continue;
    }
    const { path, notes } = subject;
    const wanted = notes.map((note) =>
      note.citations.filter((citation) => stages.select?.(citation, note, path) ?? true),
    );
    yield { kind: 'document', path, notes: notes.length, citations: wanted.flat().length };
    const log = await stages.log?.(path);
    const settled = new Map<Citation, ReportCitation>();
    visits.expect(wanted.flat());
    const work = notes.flatMap((note, index) =>
      (wanted[index] ?? []).map((citation) => async () => {
        const answer = await settle(citation, visits, log, stages, options);
        settled.set(citation, answer);
        return { kind: 'citation', path, note: note.label, citation: answer } as const;
      }),
    );
    yield* asTheyCome(work, lookAhead);
    const found = [
      ...subject.findings,
      ...notes.flatMap((note) => note.findings),
      ...(stages.lint?.(subject.source, notes) ?? []),
    ];
    documents.push(documentOf(subject, found, (citation) => settled.get(citation)));
  }
  const offline = options.mode !== 'replay' && looksOffline(visits.outcomes());
  if (!offline) await visits.release();
  const final = offline ? documents.map(withoutBlame) : documents;
  const facts = options.facts?.() ?? [];
  const run: Run = {
    tool: options.tool,
    startedAt,
    endedAt: isoNow(stages.clock),
    mode: offline ? 'offline' : options.mode,
    complete: options.signal?.aborted !== true,
    offline,
    facts: offline ? [offlineFact, ...facts.filter(({ code }) => code !== 'service-unavailable')] : facts,
  };
  yield { kind: 'report', report: { version: reportVersion, run, tally: tally(final), documents: final } };
}

/** Citations under way at once: enough that one slow host holds nobody up, few enough to keep memory flat. */
const lookAhead = 4000;

const isoNow = (clock: Clock): string => new Date(clock.now()).toISOString();

const offlineFact = {
  code: 'offline',
  message: 'No unrelated host could be reached: this machine is offline. Nothing is held against any link.',
};

/** One citation from claim to verdict. */
async function settle(
  citation: Citation,
  visits: VisitsOnce,
  log: VisitLog | undefined,
  stages: Stages,
  options: VerifyOptions,
): Promise<ReportCitation> {
  const identified = stages.identify?.(citation, options.signal) ?? Promise.resolve([]);
  const evidence = await Promise.all(citation.urls.map((url) => visits.once(url, 'cited', log)));
  const extra = followUps(citation, evidence);
  evidence.push(
    ...(await Promise.all(extra.map(({ url, purpose }) => visits.once(url, purpose, undefined)))),
  );
  const registry = await identified;
  const snapshots = (await stages.archive?.(citation, evidence, options.signal)) ?? [];
  const synthetic = evidence.some((one) => one.synthetic !== undefined);
  // What was seen on pages of our own making says nothing of the real ones, and the other way round.
  const history = citation.urls
    .flatMap((url) => log?.history(url) ?? [])
    .filter((past) => (past.synthetic !== undefined) === synthetic);
  visits.settled(citation);
  const verdict = judge({
    citation,
    evidence,
    registry,
    snapshots,
    history: history.map((past) => pastOf(citation, past)),
    waivers: options.waivers ?? [],
    now: isoNow(stages.clock),
  });
  return {
    ...citation,
    key: citation.item.id,
    evidence: evidence.map(trimEvidence),
    registry,
    snapshots,
    verdict,
  };
}

/** What an earlier visit meant, judged anew by today's rules: the ledger keeps witnesses, not verdicts. */
function pastOf(citation: Citation, evidence: Evidence): { at: string; reach: Reach; status: Status } {
  const { reach, status } = judge({ citation, evidence: [evidence], now: evidence.at });
  return { at: evidence.at, reach, status };
}

/** Same URL visited once a run; failures are written down only once some host has been reached at all. */
class VisitsOnce {
  #stages: Stages;
  #signal: AbortSignal | undefined;
  #seen = new Map<string, Promise<Evidence>>();
  #outcomes: Pick<Evidence, 'url' | 'status' | 'failure'>[] = [];
  #uses = new Map<string, number>();
  #held: (() => Promise<void>)[] = [];
  #online = false;

  constructor(stages: Stages, signal: AbortSignal | undefined) {
    this.#stages = stages;
    this.#signal = signal;
  }

  /** Counts who is going to ask for what, so that a page is kept whole no longer than it is needed. */
  expect(citations: readonly Citation[]): void {
    for (const url of citations.flatMap(({ urls }) => urls))
      this.#uses.set(url, (this.#uses.get(url) ?? 0) + 1);
  }

  /** A citation is judged: what nobody of this document asks for again is kept as a report keeps it. */
  settled(citation: Citation): void {
    for (const url of citation.urls) {
      const left = (this.#uses.get(url) ?? 1) - 1;
      if (left > 0) {
        this.#uses.set(url, left);
        continue;
      }
      this.#uses.delete(url);
      const key = keyOf(url, 'cited');
      const kept = this.#seen.get(key);
      if (kept) this.#seen.set(key, kept.then(trimEvidence));
    }
  }

  once(url: string, purpose: Evidence['purpose'], log: VisitLog | undefined): Promise<Evidence> {
    const key = keyOf(url, purpose);
    const known = this.#seen.get(key);
    if (known) return known;
    const visit = this.#visit(url, purpose, log);
    this.#seen.set(key, visit);
    return visit;
  }

  async #visit(url: string, purpose: Evidence['purpose'], log: VisitLog | undefined): Promise<Evidence> {
    const reused = purpose === 'cited' ? log?.reusable(url) : undefined;
    const evidence = reused ?? (await this.#stages.visit(url, purpose, this.#signal));
    const { status, failure } = evidence;
    if (purpose === 'cited') this.#outcomes.push({ url, status, failure });
    if (reused || purpose !== 'cited' || !log || evidence.failure?.kind === 'not-attempted') return evidence;
    this.#held.push(() => log.record(evidence));
    this.#online ||= evidence.status !== undefined;
    if (this.#online) await this.release();
    return evidence;
  }

  outcomes(): Pick<Evidence, 'url' | 'status' | 'failure'>[] {
    return this.#outcomes;
  }

  async release(): Promise<void> {
    for (const write of this.#held.splice(0)) await write();
  }
}

const keyOf = (url: string, purpose: Evidence['purpose']): string => `${purpose} ${url}`;

/** Runs the jobs, `atOnce` of them under way, and yields what they answer in the order they end. */
async function* asTheyCome<T>(jobs: readonly (() => Promise<T>)[], atOnce: number): AsyncGenerator<T> {
  const ended: T[] = [];
  let wake = () => {};
  let [next, running] = [0, 0];
  let failed: { error: unknown } | undefined;
  const start = (): void => {
    while (running < atOnce && next < jobs.length) {
      running += 1;
      (jobs[next++] as () => Promise<T>)()
        .then((value) => void ended.push(value))
        .catch((error: unknown) => {
          failed = { error };
        })
        .finally(() => {
          running -= 1;
          wake();
        });
    }
  };
  start();
  while (running > 0 || ended.length > 0) {
    if (failed) throw failed.error;
    if (ended.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    yield* ended.splice(0);
    start();
  }
  // The last job may have failed after the last look.
  if (failed) throw failed.error;
}

/** A document read, its findings shared out over its notes, and of each citation what `reported` has of it. */
export function documentOf(
  { path, source, notes }: Extract<Subject, { source: Source }>,
  findings: readonly Finding[],
  reported: (citation: Citation) => ReportCitation | undefined,
): ReportDocument {
  const { byNote, rest } = shareOut(notes, distinct(findings));
  return {
    path,
    format: source.format,
    ...(source.language ? { language: source.language } : {}),
    notes: notes.map((note) => ({
      ...note,
      findings: byNote.get(note) ?? [],
      citations: note.citations.flatMap((citation) => reported(citation) ?? []),
    })),
    findings: rest,
  };
}

/** A citation nothing was asked of, and why. */
export const unasked = (citation: Citation, why: 'offline' | 'lint'): ReportCitation => ({
  ...citation,
  key: citation.item.id,
  evidence: [],
  registry: [],
  snapshots: [],
  verdict: {
    status: 'unchecked',
    reach: 'not-attempted',
    reachDetail: why,
    persistence: { is: 'first-seen', strikes: 0 },
    findings: [],
  },
});

/** Offline: whatever was seen says nothing of any link. */
const withoutBlame = (document: ReportDocument): ReportDocument => ({
  ...document,
  notes: document.notes.map((note) => ({
    ...note,
    citations: note.citations.map((citation) => unasked(citation, 'offline')),
  })),
});
