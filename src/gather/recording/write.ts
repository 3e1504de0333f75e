import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Recorded } from '../exchange.ts';
import type { IndexRow } from './cdxj.ts';
import { recordsOf, type WarcRecord, warcInfo } from './warc.ts';

export interface Recorder {
  /** Answers the record's id; undefined where it could not be kept. Never throws. */
  record(exchange: Recorded): Promise<string | undefined>;
  /** Where each response stands in the file, where an index is wanted. */
  rows: readonly IndexRow[];
  /** What went wrong, one sentence each. */
  troubles: readonly string[];
  /** Ends the file and gives it its name; false where there is none to be had. */
  close(): Promise<boolean>;
}

export interface RecorderOptions {
  software: string;
  now(): number;
  /** Said in the first record, where the pages are not the real ones. */
  synthetic?: string;
  /** Keep what an index needs. */
  indexed?: boolean;
  /** Opens the file; a disk that is full, in tests. */
  open?: typeof open;
}

/**
 * Writes every exchange into a WARC file as it happens, under `FILE.part` until it is whole. A disk that is full ends the
 * recording and not the run.
 */
export async function createRecorder(path: string, options: RecorderOptions): Promise<Recorder> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.part`;
  await unlink(temporary).catch(() => undefined);
  const handle = await (options.open ?? open)(
    temporary,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
    0o644,
  );
  const rows: IndexRow[] = [];
  const troubles: string[] = [];
  let offset = 0;
  const write = async ({ bytes, indexed }: WarcRecord): Promise<void> => {
    await writeWhole(handle, bytes);
    if (indexed && options.indexed) rows.push({ ...indexed, offset, length: bytes.length });
    offset += bytes.length;
  };
  const queue = new Queue((error) =>
    troubles.push(
      `${path}: the recording ends early (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
    ),
  );
  const date = new Date(options.now()).toISOString();
  await queue.add(async () =>
    write(await warcInfo(basename(path), options.software, date, options.synthetic)),
  );
  return {
    rows,
    troubles,
    async record(exchange) {
      if (queue.broken || !URL.canParse(exchange.url)) return undefined;
      const records = await recordsOf(exchange);
      const kept = await queue.add(async () => {
        for (const record of records) await write(record);
      });
      return kept ? records[0].id : undefined;
    },
    async close() {
      await queue.end();
      await handle.sync().catch(() => undefined);
      await handle.close();
      return rename(temporary, path).then(
        () => true,
        () => false,
      );
    },
  };
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    done += bytesWritten;
  }
}

/** One job after the other; the first that fails is told, and no other runs after it. */
class Queue {
  #tail: Promise<unknown> = Promise.resolve();
  #tell: (error: unknown) => void;
  broken = false;

  constructor(tell: (error: unknown) => void) {
    this.#tell = tell;
  }

  /** False where the job was not done. */
  add(job: () => Promise<void>): Promise<boolean> {
    const turn = this.#tail.then(async () => {
      if (this.broken) return false;
      try {
        await job();
        return true;
      } catch (error) {
        this.broken = true;
        this.#tell(error);
        return false;
      }
    });
    this.#tail = turn;
    return turn;
  }

  async end(): Promise<void> {
    await this.#tail;
  }
}
