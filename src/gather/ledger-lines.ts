import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What every line says: version, kind, run and moment (ISO 8601). The rest is the kind's own. */
export interface Line {
  v: number;
  kind: string;
  run: string;
  at: string;
  [field: string]: unknown;
}

/** Lines of other versions and kinds are passed over, never rewritten. */
export const version = 1;

export interface Lines {
  /** Sound lines, in the order they were written. */
  read: Line[];
  /** What could not be read, one sentence each. */
  troubles: string[];
  /** Appends one line; rejects with the system's error where it cannot be written. */
  append(line: Line): Promise<void>;
  close(): Promise<void>;
}

export interface LinesOptions {
  kinds: readonly string[];
  /** Opens the file for appending; a disk that is full, in tests. */
  open?: typeof open;
}

/** Bytes read of a file: of one that is larger, the newest. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Opens an append-only NDJSON file. A line is one `write` on a descriptor opened for appending, so that two runs at once
 * interleave lines and never characters, and a killed run loses at most the line it was writing. Each line ends with a
 * checksum over what stands before it. A torn last line is put aside into `FILE.torn`, and the file goes on behind a line
 * break. Throws the system's error where the file cannot be opened, a `RangeError` where it is no regular file.
 */
export async function openLines(path: string, options: LinesOptions): Promise<Lines> {
  await mkdir(dirname(path), { recursive: true });
  const bytes = await readNewest(path);
  const { read, torn, foreign } = parseLines(bytes, new Set(options.kinds));
  const handle = await (options.open ?? open)(
    path,
    constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0),
    0o644,
  );
  const writer = new Writer(handle);
  const troubles: string[] = [];
  if (foreign > 0)
    troubles.push(
      `${path}: ${foreign} ${foreign === 1 ? 'line is' : 'lines are'} not refvouch’s or damaged; passed over and kept as found.`,
    );
  if (torn !== undefined) {
    troubles.push(`${path}: the last line was cut off by a run that was killed; put aside.`);
    writer.unfinished = true;
    await writeFile(`${path}.torn`, `${torn}\n`, { flag: 'a' }).catch(() => undefined);
  } else if (bytes.length > 0 && bytes.at(-1) !== newline) writer.unfinished = true;
  return {
    read,
    troubles,
    append: (line) => writer.append(sealed(line)),
    close: () => writer.close(),
  };
}

/** The sound lines of a file and how many are not; opens it for reading only, and a file that is not there has none. */
export async function readLines(
  path: string,
  kinds: readonly string[],
): Promise<{ read: Line[]; foreign: number }> {
  const { read, foreign, torn } = parseLines(await readNewest(path), new Set(kinds));
  return { read, foreign: foreign + (torn === undefined ? 0 : 1) };
}

const newline = 0x0a;

async function readNewest(path: string): Promise<Buffer> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return Buffer.alloc(0);
  try {
    const about = await handle.stat();
    if (!about.isFile()) throw new RangeError(`${path} is not a regular file.`);
    const length = Math.min(about.size, mostBytes);
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await handle.read(bytes, 0, length, about.size - length);
    const from = length < about.size ? bytes.indexOf(newline) + 1 : 0;
    return bytes.subarray(from, bytesRead);
  } finally {
    await handle.close();
  }
}

function parseLines(
  bytes: Buffer,
  kinds: ReadonlySet<string>,
): { read: Line[]; torn?: string; foreign: number } {
  const read: Line[] = [];
  let [foreign, start] = [0, 0];
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    const row = bytes.toString('utf8', start, end);
    start = end + 1;
    if (row.trim() === '') continue;
    const line = parseLine(row, kinds);
    if (line) read.push(line);
    else foreign += 1;
  }
  if (start === bytes.length) return { read, foreign };
  const last = bytes.toString('utf8', start);
  const whole = parseLine(last, kinds);
  return whole ? { read: [...read, whole], foreign } : { read, foreign, torn: last };
}

const sum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** `{…,"sum":"…"}`: the checksum is of the line without it. */
export function sealed(line: Line): string {
  const text = JSON.stringify(line);
  return `${text.slice(0, -1)},"sum":"${sum(text)}"}`;
}

const seal = /,"sum":"([0-9a-f]{16})"\}$/;

function parseLine(row: string, kinds: ReadonlySet<string>): Line | undefined {
  const match = seal.exec(row.slice(-40));
  if (!match) return undefined;
  const text = `${row.slice(0, row.length - match[0].length)}}`;
  if (sum(text) !== match[1]) return undefined;
  try {
    const line = JSON.parse(text) as Line;
    const sound =
      line.v === version &&
      kinds.has(line.kind) &&
      typeof line.run === 'string' &&
      typeof line.at === 'string';
    return sound ? line : undefined;
  } catch {
    return undefined;
  }
}

interface Waiting {
  text: string;
  resolve(): void;
  reject(error: unknown): void;
}

/** Whole lines, those that wait in one write. */
class Writer {
  #handle: FileHandle;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  /** Whether the file ends within a line, so that the next one must begin with a break. */
  unfinished = false;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  append(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ text, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, 100);
      try {
        await this.#write(Buffer.from(batch.map(({ text }) => `${text}\n`).join('')));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#running = undefined;
  }

  async #write(bytes: Buffer): Promise<void> {
    const whole = this.unfinished ? Buffer.concat([Buffer.from('\n'), bytes]) : bytes;
    this.unfinished = true;
    const { bytesWritten } = await this.#handle.write(whole);
    if (bytesWritten < whole.length)
      throw Object.assign(new Error('no space left for a whole line'), { code: 'ENOSPC' });
    this.unfinished = false;
  }

  async close(): Promise<void> {
    await this.#running;
    await this.#handle.close();
  }
}
