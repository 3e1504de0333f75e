import type { Citation } from '../../model/citation.ts';
import type { Evidence, Snapshot } from '../../model/evidence.ts';
import type { Item } from '../../model/item.ts';
import { redact } from '../../text/redact.ts';
import type { Exchange, Visit } from '../ports.ts';
import { archives } from './archives.ts';
import { rawMemento, snapshotSources } from './find.ts';
import type { Save } from './save.ts';

/** Says what a page read from an archive is to the citation; `good` where it may stand for the live page. */
export type JudgePage = (
  citation: Citation,
  page: Evidence,
) => { identity: string; why: string; good: boolean };

export interface ArchiveOptions {
  exchange: Exchange;
  /** Reads a snapshot's own page like a live one. */
  visit: Visit;
  judgePage: JudgePage;
  waybackBase?: string;
  /** Told of an answer that was none, with its address. */
  note?(url: string, why: string): void;
  /** Asks for a capture of a page; which pages, `which` says. */
  save?: { which: 'missing' | 'all'; page: Save };
}

/** Copies of what a citation cites: the good one of each URL first, then the nearer ones that were passed over. */
export type FindCopies = (
  citation: Citation,
  evidence: Evidence[],
  signal?: AbortSignal,
) => Promise<Snapshot[]>;

/** Copies read before a URL is given up: each costs the archive a page. */
const mostRead = 5;
/** Copies that are passed over by their recorded status alone are named up to here. */
const mostNamed = 5;

/** Failures after which a URL is nothing an archive may be told about. */
const notForArchives = new Set(['unsafe-target', 'unsupported-scheme', 'malformed-url', 'excluded']);

/** For every cited URL the nearest copy that really is what was cited. Never throws. */
export function createArchive(options: ArchiveOptions): FindCopies {
  return async (citation, evidence, signal) => {
    const found: Snapshot[] = [];
    for (const url of new Set(citation.urls)) {
      const seen = evidence.find((one) => one.purpose === 'cited' && one.url === redact(url));
      if (!mayBeTold(url, seen)) continue;
      if (signal?.aborted) break;
      found.push(...(await copiesOf(url, citation, seen, options, signal)));
    }
    return found;
  };
}

/** No address with a secret in it, none that is not public, and no archive's own pages. */
function mayBeTold(url: string, seen: Evidence | undefined): boolean {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url) || redact(url) !== url) return false;
  if (seen?.failure && notForArchives.has(seen.failure.kind)) return false;
  const { hostname } = new URL(url);
  return !archives.some(({ hosts }) => hosts.includes(hostname));
}

async function copiesOf(
  url: string,
  citation: Citation,
  seen: Evidence | undefined,
  options: ArchiveOptions,
  signal: AbortSignal | undefined,
): Promise<Snapshot[]> {
  const near = dayOf(citation.item);
  const passed: Snapshot[] = [];
  const fine = seen?.status !== undefined && seen.status < 300 && options.judgePage(citation, seen).good;
  const address = withoutFragment(url);
  const asked = { ...options, ...(signal ? { signal } : {}) };
  for (const [turn, source] of snapshotSources(asked).entries()) {
    // A page that stands needs no second archive's word.
    if (turn > 0 && fine) break;
    const rows = await source.find(address, near);
    if (!Array.isArray(rows)) continue;
    const { good, bad } = await firstGood(rows, citation, options, signal);
    passed.push(...bad);
    if (good) {
      const saved = options.save?.which === 'all' ? await options.save.page(address, signal) : undefined;
      return [good, ...(saved ? [saved] : []), ...passed];
    }
  }
  const saved = options.save ? await options.save.page(address, signal) : undefined;
  return saved ? [saved, ...passed] : passed;
}

/** Reads the copies from the nearest on until one is good. */
async function firstGood(
  rows: readonly Snapshot[],
  citation: Citation,
  { visit, judgePage }: ArchiveOptions,
  signal: AbortSignal | undefined,
): Promise<{ good?: Snapshot; bad: Snapshot[] }> {
  const bad: Snapshot[] = [];
  let read = 0;
  for (const row of rows) {
    if (read >= mostRead || signal?.aborted) break;
    if (row.status !== undefined && (row.status < 200 || row.status >= 300)) {
      if (bad.length < mostNamed) bad.push({ ...row, judged: passedOver(row.status) });
      continue;
    }
    read += 1;
    const page = await visit(rawMemento(row.memento), 'snapshot', signal);
    const status = page.status ?? row.status;
    const withStatus = { ...row, ...(status === undefined ? {} : { status }) };
    if (page.status === undefined) {
      bad.push({ ...withStatus, judged: unread(page.failure?.message ?? 'no answer') });
      continue;
    }
    const { good, ...judged } = judgePage(citation, page);
    if (good) return { good: { ...withStatus, judged }, bad };
    bad.push({ ...withStatus, judged });
  }
  return { bad };
}

const passedOver = (status: number) => ({
  identity: status < 400 ? 'redirect' : 'error-page',
  why: `the archive captured an answer with status ${status}`,
});
const unread = (why: string) => ({ identity: 'unread', why: `the copy could not be read: ${why}` });

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');

/** The day a copy ought to be near to: when the page was read, else when it came out. ISO, as much as is known. */
export function dayOf({ accessed, issued }: Pick<Item, 'accessed' | 'issued'>): string | undefined {
  const parts = (accessed ?? issued)?.['date-parts']?.[0] ?? issued?.['date-parts']?.[0];
  if (!parts) return undefined;
  const [year = 0, month = 1, day = 1] = parts;
  const time = Date.UTC(year, month - 1, day, 12);
  return year > 1000 && !Number.isNaN(time) ? new Date(time).toISOString().slice(0, 10) : undefined;
}
