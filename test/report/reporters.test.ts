import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/report/index.ts';
import { sampleReport } from './sample.ts';

const options = { language: 'en', width: 100, colour: false } as const;

/** What a report is compared with; rewritten by UPDATE=1. */
function golden(name: string, text: string): void {
  const path = new URL(`fixtures/${name}`, import.meta.url);
  if (process.env.UPDATE || !existsSync(path)) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

/** The page has tests of its own: nothing of its looks is held still. */
const held = reporters.map(({ name }) => name).filter((name) => name !== 'html');

describe('each reporter writes the sample report as its golden file has it', () => {
  it.each(held)('%s', async (name) => {
    const { ending, load } = reporters.find((row) => row.name === name)!;
    const render = await load();
    golden(`${name}.${ending}`, render(sampleReport(), options));
  });

  it.each(['zh', 'ja'] as const)('in %s', async (language) => {
    for (const name of ['markdown', 'terminal']) {
      const { ending, load } = reporters.find((row) => row.name === name)!;
      const render = await load();
      golden(`${name}.${language}.${ending}`, render(sampleReport(), { ...options, language, width: 72 }));
    }
  });
});
