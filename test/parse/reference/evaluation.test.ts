import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadReferenceParser } from '../../../src/parse/reference/index.ts';
import { evaluationData } from '../../evaluation-data.ts';

interface Gold {
  text: string;
  csl: { title?: string; issued?: string };
  ignore?: string[];
}

const folded = (text = ''): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Least share of titles and of years read right, for sets the weights have never seen. */
const floors: [file: string, titles: number, years: number][] = [
  ['hand-zh-hard', 0.93, 0.95],
  ['real-ja', 0.75, 0.95],
  ['grobid-kisti-ja', 0.7, 0.95],
  ['grobid-kisti-ko', 0.91, 0.96],
  ['grobid-kisti-zh', 0.9, 0.96],
  ['grobid-kisti-en', 0.86, 0.94],
  ['real-plurality-footnotes', 0.92, 0.95],
  ['rendered-ja', 0.92, 0.97],
  ['rendered-gb7714-biblatex', 0.92, 0.97],
  ['parscit', 0.91, 0.96],
];

describe('optional evaluation data', () => {
  it.each(floors)('%s stays above its floor', async (file, titles, years) => {
    const path = evaluationData('data', 'parse', 'refs', `${file}.jsonl`);
    if (!path) return void console.log(`skipped: no optional evaluation data for ${file}`);
    const parser = await loadReferenceParser();
    const gold = readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Gold);
    const right = { title: [0, 0], issued: [0, 0] } as Record<string, [number, number]>;
    for (const { text, csl, ignore = [] } of gold) {
      const { item } = parser.parse(text);
      if (csl.title && !ignore.includes('title')) {
        right.title![1]++;
        if (folded(item.title) === folded(csl.title)) right.title![0]++;
      }
      if (csl.issued && !ignore.includes('issued')) {
        right.issued![1]++;
        if (String(item.issued?.['date-parts']?.[0]?.[0]) === csl.issued.slice(0, 4)) right.issued![0]++;
      }
    }
    expect(right.title![0] / right.title![1]).toBeGreaterThanOrEqual(titles);
    expect(right.issued![0] / right.issued![1]).toBeGreaterThanOrEqual(years);
  });
});
