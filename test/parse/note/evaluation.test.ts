import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/model/place.ts';
import { loadNoteSplitter } from '../../../src/parse/note/split/index.ts';
import { evaluationData } from '../../evaluation-data.ts';

const folder = evaluationData('data', 'parse', 'notes');
/** As `training/notes/train.ts` holds notes out of training. */
const heldOut = (id: string): boolean => createHash('sha256').update(`note ${id}`).digest()[0]! % 10 < 3;

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start));

describe.skipIf(!folder)('splitting notes it has not learnt from', () => {
  // Floors a little under what was measured (held-out real notes 90, composed 97.5).
  it.each([
    ['notes-bibtei.jsonl', heldOut, 0.85],
    ['notes-composed.jsonl', () => true, 0.96],
  ])(
    '%s',
    async (file, chosen, floor) => {
      const split = await loadNoteSplitter();
      let [right, read, wanted] = [0, 0, 0];
      for (const line of readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter(Boolean)) {
        const { id, text, citations } = JSON.parse(line) as { id: string; text: string; citations: Span[] };
        if (!chosen(id)) continue;
        const gold = citations.filter(({ start }) => start >= 0);
        const { segments } = split(text);
        right += gold.filter((one) => segments.some((segment) => overlap(one, segment) >= 0.8)).length;
        read += segments.length;
        wanted += gold.length;
      }
      expect((2 * right) / (read + wanted)).toBeGreaterThan(floor);
    },
    60_000,
  );
});
