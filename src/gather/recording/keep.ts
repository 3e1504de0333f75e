import { unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Evidence } from '../../model/evidence.ts';
import type { Recorded } from '../exchange.ts';
import { type EvidencePage, waczPath, writeWacz } from './wacz.ts';
import { createRecorder, type Recorder } from './write.ts';

export interface KeepOptions {
  /** A WARC file to keep. */
  record?: string;
  /** A folder for one WACZ. */
  evidence?: string;
  software: string;
  synthetic?: string;
  now(): number;
}

/** What a run keeps of what it saw: a WARC, a WACZ, both or neither. */
export interface Keeping {
  record?(exchange: Recorded): Promise<string | undefined>;
  /** A visit to a cited page, for the list of pages. */
  saw(evidence: Evidence): void;
  facts(): { code: string; message: string }[];
  /** Ends the files. `notes` says by cited URL which notes cite it. */
  close(notes?: ReadonlyMap<string, readonly string[]>): Promise<void>;
}

export async function openKeeping(options: KeepOptions): Promise<Keeping> {
  const { record, evidence, software, synthetic, now } = options;
  if (!record && !evidence) return { saw: () => undefined, facts: () => [], close: async () => undefined };
  const created = new Date(now()).toISOString();
  const wacz = evidence ? await waczPath(evidence, created) : undefined;
  const warc = record ?? join(dirname(wacz as string), `.${created.replace(/\D/g, '')}.warc.gz`);
  const recorder = await createRecorder(warc, {
    software,
    now,
    indexed: wacz !== undefined,
    ...(synthetic ? { synthetic } : {}),
  });
  const pages: Evidence[] = [];
  const troubles: string[] = [];
  return {
    record: (exchange) => recorder.record(exchange),
    saw: (seen) => void (wacz && seen.purpose === 'cited' && pages.push(light(seen))),
    facts: () => [
      ...(wacz ? [{ code: 'evidence', message: `The evidence of this run is kept in ${wacz}.` }] : []),
      ...[...recorder.troubles, ...troubles].map((message) => ({ code: 'recording', message })),
    ],
    async close(notes) {
      const whole = await recorder.close();
      if (!wacz || !whole) return;
      await pack(wacz, warc, recorder, pages, notes, options, created).catch((error: unknown) => {
        troubles.push(
          `${wacz}: could not be written (${error instanceof Error ? error.message : String(error)}).`,
        );
      });
      if (!record) await unlink(warc).catch(() => undefined);
    },
  };
}

/** What the list of pages needs, and no more. */
const light = (seen: Evidence): Evidence => ({ ...seen, titles: [], page: undefined });

function pack(
  path: string,
  warc: string,
  recorder: Recorder,
  seen: readonly Evidence[],
  notes: ReadonlyMap<string, readonly string[]> | undefined,
  { software, synthetic }: KeepOptions,
  created: string,
): Promise<void> {
  const pages = seen.map(
    ({ url, at, title, record }): EvidencePage => ({
      url,
      at,
      notes: notes?.get(url) ?? [],
      ...(title ? { title } : {}),
      ...(record ? { record } : {}),
    }),
  );
  return writeWacz(path, {
    warc,
    rows: recorder.rows,
    pages,
    software,
    created,
    ...(synthetic ? { synthetic } : {}),
  });
}
