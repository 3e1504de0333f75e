import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seeded } from '../../evaluation/parse/generate/item.ts';
import { optionalReferences } from '../../evaluation/parse/optional.ts';
import { type Csl, compare } from '../../evaluation/parse/score/fields.ts';
import { Tally } from '../../evaluation/parse/score/tally.ts';
import { evaluationData } from '../evaluation-data.ts';

/** Gold with mistakes in it: fields dropped, cut, swapped and reordered. */
function spoilt(csl: Csl, dice: () => number): Csl {
  const said: Csl = {};
  const fields = Object.keys(csl);
  for (const [field, value] of Object.entries(csl)) {
    const chance = dice();
    if (chance < 0.1) continue;
    if (chance < 0.2) said[fields[Math.floor(dice() * fields.length)]!] = value;
    else if (chance < 0.3 && typeof value === 'string')
      said[field] = value.slice(0, Math.ceil(value.length * dice()));
    else if (chance < 0.4 && Array.isArray(value)) said[field] = [...value].reverse();
    else if (chance < 0.5 && field === 'issued')
      said[field] = { 'date-parts': [String(value).split('-').map(Number)] };
    else if (chance < 0.6 && typeof value === 'string') said[field] = `The ${value}.`;
    else said[field] = value;
  }
  return said;
}

it('agrees with the scorer of the optional data in every figure', () => {
  const script = evaluationData('data', 'parse', 'score.py');
  if (!script || spawnSync('python3', ['--version']).status !== 0)
    return void console.log('skipped: no optional evaluation data, or no Python to run its scorer');
  const folder = mkdtempSync(join(tmpdir(), 'refvouch-agreement-'));
  try {
    const dice = seeded(5);
    const records = optionalReferences().filter((_, at) => at % 40 === 0);
    const said = records.map(({ id, csl }) => ({ id, csl: spoilt(csl, dice) }));
    const lines = (list: readonly object[]) => list.map((one) => `${JSON.stringify(one)}\n`).join('');
    const [gold, pred, scores] = ['gold.jsonl', 'pred.jsonl', 'scores.json'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    writeFileSync(gold, lines(records));
    writeFileSync(pred, lines(said));
    execFileSync('python3', [script, '--gold', gold, '--pred', pred, '--json', scores, '--brief']);
    const { all } = JSON.parse(readFileSync(scores, 'utf8'));
    const tally = new Tally();
    records.forEach((record, at) => {
      tally.add(compare(record, said[at]!.csl));
    });
    const ours = tally.score();
    expect(ours.whole).toBeCloseTo(all.exact_record, 3);
    expect(ours.core4).toBeCloseTo(all.core4_exact, 3);
    expect(ours.microF1).toBeCloseTo(all.micro_f1, 3);
    expect(ours.macroF1).toBeCloseTo(all.macro_f1, 3);
    for (const [field, { p, r, soft_f1: soft, support }] of Object.entries<Record<string, number>>(
      all.fields,
    )) {
      const one = ours.fields[field];
      expect(one?.printed, field).toBe(support);
      expect(one?.precision ?? 0, field).toBeCloseTo(p ?? 0, 3);
      expect(one?.recall ?? 0, field).toBeCloseTo(r ?? 0, 3);
      expect(one?.softF1 ?? 0, field).toBeCloseTo(soft ?? 0, 3);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
