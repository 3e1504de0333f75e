import { looksOffline } from '../gather/offline.ts';
import type { Clock, Visit } from '../gather/ports.ts';
import { retryAfterMs } from '../gather/retry.ts';
import type { Past } from '../judge/case.ts';
import { judge } from '../judge/index.ts';
import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import { dueAfter } from './due.ts';
import { type Job, linkId } from './record.ts';
import { hostOf } from './registrable.ts';
import type { Schedule, Turns } from './store.ts';

export type Outcome = 'written' | 'done-before' | 'put-back' | 'refused';

export interface WorkOptions {
  store: Schedule & Pick<Turns, 'postpone'>;
  visit: Visit;
  clock: Clock;
  signal: AbortSignal;
}

/** Visits looked back on to tell whether it is this machine that is cut off. */
const lookBack = 24;
const offlineWaitMs = 60_000;
const longestPutOffMs = 24 * 3_600_000;

/**
 * Does one errand: at least once, and written once. What it visits is what the ledger says, never what the job says alone;
 * what it saw while this machine itself was cut off is put back and held against no link.
 */
export function createWork({ store, visit, clock, signal }: WorkOptions): (job: Job) => Promise<Outcome> {
  const lately: Pick<Evidence, 'url' | 'status' | 'failure'>[] = [];
  return async (job) => {
    if (linkId(job.purpose, job.url) !== job.id) return 'refused';
    const standing = await store.look(job.id, job.turn);
    if (!standing) return 'done-before';
    if (standing.url !== job.url || standing.purpose !== job.purpose) return 'refused';
    const seen = await visit(job.url, job.purpose, signal);
    const { status, failure } = seen;
    if (failure?.kind === 'not-attempted') {
      await store.release(job.id, 0);
      return 'put-back';
    }
    lately.push({ url: job.url, status, failure });
    if (lately.length > lookBack) lately.shift();
    if (status === undefined && looksOffline(lately)) {
      await store.release(job.id, offlineWaitMs);
      await clock.sleep(Math.min(5000, offlineWaitMs), signal).catch(() => undefined);
      return 'put-back';
    }
    await obey(seen, standing.now, store);
    const evidence: Evidence = { ...seen, at: new Date(standing.now).toISOString() };
    const now = pastOf(evidence);
    const due = dueAfter(now, standing.past, job.id);
    return (await store.settle(job.id, job.turn, evidence, now, due)) ? 'written' : 'done-before';
  };
}

/** A host that asks for longer than a visit waits is left alone by all workers for that long, a day at the most. */
async function obey(seen: Evidence, now: number, store: Pick<Turns, 'postpone'>): Promise<void> {
  if (seen.status !== 429 && seen.status !== 503) return;
  const asked = retryAfterMs(seen.headers['retry-after'], now);
  const host = hostOf(seen.finalUrl ?? seen.url);
  if (asked !== undefined && asked > 0 && host) await store.postpone(host, Math.min(asked, longestPutOffMs));
}

/** What the visit says of the link alone, whatever is cited by it: enough to plan the next one. */
function pastOf(evidence: Evidence): Past {
  const { reach, status } = judge({
    citation: bare(evidence.url),
    evidence: [{ ...evidence, purpose: 'cited' }],
    now: evidence.at,
  });
  return { at: evidence.at, reach, status };
}

const bare = (url: string): Citation => ({
  item: { id: 'link', type: 'webpage', URL: url },
  urls: [url],
  place: { offset: 0, end: 0, line: 1, column: 1 },
  confidence: 1,
});
