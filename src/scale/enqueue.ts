import type { Finding } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import { linkId } from './record.ts';
import { hostOf } from './registrable.ts';
import type { Link, Store } from './store.ts';

/** A document as read, parsed and linted. */
export interface Enqueued {
  path: string;
  format: string;
  language?: string;
  notes: Note[];
  findings: Finding[];
}

export interface EnqueueTally {
  documents: number;
  citations: number;
  /** Links of these documents that can be visited, and how many of them the ledger did not know. */
  links: number;
  added: number;
}

/** Links written in one statement. */
const batch = 2000;

/** Stores documents and puts each of their links into the ledger, once however many of them cite it. */
export async function enqueue(
  documents: AsyncIterable<Enqueued>,
  store: Pick<Store, 'addDocument' | 'addLinks'>,
  rank: number,
): Promise<EnqueueTally> {
  const tally: EnqueueTally = { documents: 0, citations: 0, links: 0, added: 0 };
  let pending = new Map<string, Link>();
  const flush = async (): Promise<void> => {
    tally.added += await store.addLinks([...pending.values()]);
    pending = new Map();
  };
  for await (const document of documents) {
    await store.addDocument(document);
    tally.documents += 1;
    for (const citation of document.notes.flatMap(({ citations }) => citations)) {
      tally.citations += 1;
      for (const url of citation.urls) {
        const link = linkOf(url, 'cited', rank);
        if (!link) continue;
        tally.links += pending.has(link.id) ? 0 : 1;
        pending.set(link.id, link);
      }
    }
    if (pending.size >= batch) await flush();
  }
  if (pending.size > 0) await flush();
  return tally;
}

/** Undefined for what no worker could visit: another scheme, or no URL at all. */
export function linkOf(url: string, purpose: Link['purpose'], rank: number): Link | undefined {
  const host = hostOf(url);
  return host === undefined || url.length > longestUrl || url.includes('\0')
    ? undefined
    : { id: linkId(purpose, url), url, purpose, host, rank };
}

const longestUrl = 16_384;
