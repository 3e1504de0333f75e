import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Evidence } from '../model/evidence.ts';

/** One line: `{v: 1, kind, run, at, …}`. Lines of other versions and kinds are passed over, never rewritten. */
const version = 1;

export interface Ledger {
  /** Finished visits of the last run, where that run never came to its end. */
  reusable(url: string): Evidence | undefined;
  history(url: string): Evidence[];
  record(evidence: Evidence): Promise<void>;
  /** Marks this run as finished, so that the next one starts afresh. */
  end(): Promise<void>;
  close(): Promise<void>;
  /** Lines that could not be read, in one sentence each. */
  troubles: string[];
}

interface Line {
  v: number;
  kind: 'begin' | 'visit' | 'end';
  run: string;
  at: string;
  evidence?: unknown;
}

/** Visits older than this are no longer taken up by a run that was cut off before, ms. */
const freshMs = 24 * 3600 * 1000;

/**
 * Opens the append-only ledger of one document (NDJSON). Each visit is one `write` of one whole line on a descriptor opened for
 * appending, so that two runs at once interleave lines and never characters, and a killed run loses at most the line it
 * was writing. A torn last line is put aside into `FILE.torn` and the file goes on behind a line break.
 */
export async function openLedger(path: string, run: string, nowMs: number): Promise<Ledger> {
  await mkdir(dirname(path), { recursive: true });
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const { lines, torn, troubles } = readLines(text, path);
  const handle = await open(
    path,
    constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0),
    0o644,
  );
  if (torn !== undefined) {
    await writeFile(`${path}.torn`, `${torn}\n`, { flag: 'a' });
    await handle.write('\n');
  }
  const visits = new Map<string, Evidence[]>();
  const unfinished = unfinishedRun(lines, nowMs);
  const reusable = new Map<string, Evidence>();
  for (const line of lines) {
    const parsed = line.kind === 'visit' ? Evidence.safeParse(line.evidence) : undefined;
    if (!parsed?.success) continue;
    const evidence: Evidence = { ...parsed.data, from: 'ledger' };
    if (line.run === unfinished) reusable.set(evidence.url, evidence);
    else visits.set(evidence.url, [...(visits.get(evidence.url) ?? []), evidence]);
  }
  await append(handle, { v: version, kind: 'begin', run, at: new Date(nowMs).toISOString() });
  return {
    troubles,
    reusable: (url) => reusable.get(url),
    history: (url) => visits.get(url) ?? [],
    record: (evidence) => append(handle, { v: version, kind: 'visit', run, at: evidence.at, evidence }),
    end: () => append(handle, { v: version, kind: 'end', run, at: new Date().toISOString() }),
    close: () => handle.close(),
  };
}

const append = async (handle: FileHandle, line: Line): Promise<void> => {
  await handle.write(`${JSON.stringify(line)}\n`);
};

function readLines(text: string, path: string): { lines: Line[]; torn?: string; troubles: string[] } {
  const lines: Line[] = [];
  let foreign = 0;
  const rows = text.split('\n');
  const last = rows.pop() ?? '';
  for (const row of rows) {
    if (row.trim() === '') continue;
    const line = parseLine(row);
    if (line) lines.push(line);
    else foreign += 1;
  }
  const troubles =
    foreign > 0
      ? [
          `${path}: ${foreign} ${foreign === 1 ? 'line is' : 'lines are'} not refvouch’s or damaged; passed over and kept as found.`,
        ]
      : [];
  if (last === '') return { lines, troubles };
  const whole = parseLine(last);
  if (whole) return { lines: [...lines, whole], torn: '', troubles };
  return {
    lines,
    torn: last,
    troubles: [...troubles, `${path}: the last line was cut off by a run that was killed; put aside.`],
  };
}

function parseLine(row: string): Line | undefined {
  try {
    const line = JSON.parse(row) as Line;
    const known = ['begin', 'visit', 'end'].includes(line?.kind);
    return line?.v === version && known && typeof line.run === 'string' && typeof line.at === 'string'
      ? line
      : undefined;
  } catch {
    return undefined;
  }
}

function unfinishedRun(lines: readonly Line[], nowMs: number): string | undefined {
  const last = lines.findLast((line) => line.kind === 'begin');
  if (!last || lines.some((line) => line.kind === 'end' && line.run === last.run)) return undefined;
  return nowMs - Date.parse(last.at) < freshMs ? last.run : undefined;
}
