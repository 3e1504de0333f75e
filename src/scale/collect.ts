import type { Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import { type Stages, type Subject, type VerifyOptions, type VisitLog, verify } from '../verify.ts';
import { linkOf } from './enqueue.ts';
import { linkId, type StoredDocument } from './record.ts';
import type { Link, Store, Visited } from './store.ts';

export interface CollectOptions extends Pick<VerifyOptions, 'tool' | 'waivers' | 'signal'> {
  store: Pick<Store, 'documents' | 'document' | 'visits' | 'addLinks'>;
  clock: Stages['clock'];
  /** Documents wanted; all where it says nothing. */
  wants?(path: string): boolean;
}

/** Rank of the visits that only a first one makes worth while. */
const followUpRank = 4;

/**
 * A report of the same shape as `check` writes, judged anew from what workers saw. A link that waits for its visit is
 * unchecked, and the report says it is not complete. Follow-up visits that the evidence makes worth while, and that
 * nobody has made yet, are put into the queue.
 */
export async function collect(options: CollectOptions): Promise<Report> {
  const { store, clock } = options;
  const counts = { damaged: 0, damagedDocuments: 0, unseen: 0 };
  const wanted = new Map<string, Link>();
  let shelf = new Map<string, Visited[]>();
  let open: StoredDocument | undefined;
  async function* subjects(): AsyncGenerator<Subject> {
    for (const path of await store.documents()) {
      if (options.wants && !options.wants(path)) continue;
      const document = await store.document(path);
      if (!document) {
        counts.damagedDocuments += 1;
        yield { path, unreadable: 'was damaged in the ledger; enqueue it again.' };
        continue;
      }
      open = document;
      const { sound, damaged } = await store.visits(idsOf(document));
      counts.damaged += damaged;
      shelf = groupBy(sound, ({ purpose, url }) => keyOf(purpose, url));
      yield { path, source: sourceOf(document), notes: document.notes, findings: [] };
    }
  }
  const stages: Stages = {
    clock,
    visit: async (url, purpose) => {
      const known = shelf.get(keyOf(purpose, url)) ?? (await fetchFollowUp(url, purpose, store));
      const last = known?.at(-1);
      if (last) return { ...last.evidence, from: 'ledger' };
      const link = linkOf(url, purpose, followUpRank);
      if (purpose === 'cited') counts.unseen += link ? 1 : 0;
      else if (link) wanted.set(link.id, link);
      return notVisited(url, purpose, clock.now(), link !== undefined);
    },
    log: async () => logOf(shelf),
    lint: (): Finding[] => open?.findings ?? [],
  };
  let report: Report | undefined;
  const run: VerifyOptions = { ...options, mode: 'replay', facts: () => factsOf(counts, wanted.size) };
  for await (const event of verify(subjects(), stages, run))
    if (event.kind === 'report') report = event.report;
  await store.addLinks([...wanted.values()]);
  const done = report as Report;
  return { ...done, run: { ...done.run, complete: done.run.complete && counts.unseen === 0 } };
}

async function fetchFollowUp(
  url: string,
  purpose: Evidence['purpose'],
  store: CollectOptions['store'],
): Promise<Visited[] | undefined> {
  if (purpose === 'cited') return undefined;
  return (await store.visits([linkId(purpose, url)])).sound;
}

const keyOf = (purpose: string, url: string): string => `${purpose} ${url}`;

const idsOf = (document: StoredDocument): string[] => [
  ...new Set(
    document.notes.flatMap(({ citations }) =>
      citations.flatMap(({ urls }) => urls.map((url) => linkId('cited', url))),
    ),
  ),
];

/** What the verdict takes for granted: earlier visits, oldest first, without the one that counts as today's. */
const logOf = (shelf: Map<string, Visited[]>): VisitLog => ({
  reusable: () => undefined,
  history: (url) =>
    (shelf.get(keyOf('cited', url)) ?? [])
      .slice(0, -1)
      .map(({ evidence }) => ({ ...evidence, from: 'ledger' })),
  record: async () => undefined,
});

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Its notes are parsed already; of the source only what the report says of it is left. */
const sourceOf = ({ path, format, language }: StoredDocument): Source => ({
  path,
  format: format as Source['format'],
  text: '',
  place: () => ({ offset: 0, end: 0, line: 1, column: 1 }),
  origin: () => undefined,
  notes: [],
  links: [],
  entries: [],
  findings: [],
  ...(language ? { language } : {}),
});

function notVisited(url: string, purpose: Evidence['purpose'], now: number, waits: boolean): Evidence {
  return {
    url,
    purpose,
    at: new Date(now).toISOString(),
    from: 'ledger',
    hops: [],
    failure: waits
      ? { kind: 'not-attempted', message: 'waits in the queue for its visit' }
      : {
          kind: URL.canParse(url) ? 'unsupported-scheme' : 'malformed-url',
          message: 'is nothing a worker can visit',
        },
    headers: {},
    titles: [],
    requests: 0,
  };
}

function factsOf(
  { damaged, damagedDocuments, unseen }: { damaged: number; damagedDocuments: number; unseen: number },
  followUps: number,
) {
  const rows: [number, string, string][] = [
    [unseen, 'not-yet-visited', 'links wait for their first visit'],
    [followUps, 'follow-ups', 'follow-up visits were put into the queue; collect again when they are made'],
    [damaged, 'ledger-damaged', 'visits in the ledger were damaged and are left out'],
    [damagedDocuments, 'ledger-damaged', 'documents in the ledger were damaged'],
  ];
  return [
    { code: 'ledger', message: 'Judged from what workers saw; nothing was visited for this report.' },
    ...rows
      .filter(([count]) => count > 0)
      .map(([count, code, what]) => ({ code, message: `${count} ${what}.` })),
  ];
}
