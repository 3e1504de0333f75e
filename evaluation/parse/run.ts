import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { evaluate } from './evaluate.ts';
import { loadReading } from './reading.ts';
import { reportOf } from './report.ts';
import type { Score } from './score/tally.ts';

/** `npm run eval:parse`: measures the parser, prints the report and writes it to `reports/evaluation/`. */
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261124' },
    'no-speed': { type: 'boolean', default: false },
    'no-write': { type: 'boolean', default: false },
  },
});
const evaluation = await evaluate(await loadReading(), Number(options.seed), !options['no-speed']);
const report = reportOf(evaluation);
process.stdout.write(report);
if (!options['no-write']) {
  const folder = new URL('../../reports/evaluation/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('parse.md', folder), report);
  writeFileSync(new URL('parse.json', folder), `${JSON.stringify(evaluation, compact, 1)}\n`);
}

/** Four decimals; of a style only what its row shows, since some styles have a handful of records. */
function compact(this: unknown, key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isInteger(value)) return Math.round(value * 1e4) / 1e4;
  if (key !== 'byStyle') return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, Score>).map(([style, { records, whole, core4, microF1 }]) => [
      style,
      { records, whole, core4, microF1 },
    ]),
  );
}
