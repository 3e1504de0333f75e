import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cost, measure, median } from './measure.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const article = fileURLToPath(new URL('../../refs/us-japan-alliance/references.txt', import.meta.url));

export interface StartCosts {
  emptyNodeMs: number;
  /** Wall time against `node -e 0`, pair by pair, median. */
  versionRatio: number;
  parseRatio: number;
  rounds: number;
}

/** What it costs to start: `--version` and `parse` of the article, beside an empty Node. */
export async function startCosts(rounds: number): Promise<StartCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'refvouch-bench-'));
  const empty = join(folder, 'empty.cjs');
  writeFileSync(empty, '');
  const node = (...args: string[]): Promise<Cost> => measure({ command: process.execPath, args });
  const rows: { empty: number; version: number; parse: number }[] = [];
  for (let round = 0; round < Math.max(5, rounds) + 1; round += 1)
    rows.push({
      empty: (await node(empty)).wallMs,
      version: (await node(main, '--version')).wallMs,
      parse: (await node(main, 'parse', article, '--format', 'json')).wallMs,
    });
  rmSync(folder, { recursive: true });
  // The first round warms the file cache.
  const counted = rows.slice(1);
  return {
    emptyNodeMs: median(counted.map((row) => row.empty)),
    versionRatio: median(counted.map((row) => row.version / row.empty)),
    parseRatio: median(counted.map((row) => row.parse / row.empty)),
    rounds: counted.length,
  };
}
