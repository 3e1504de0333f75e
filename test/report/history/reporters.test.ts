import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { historyReporters } from '../../../src/report/history/index.ts';
import type { HistoryReport } from '../../../src/report/history/options.ts';
import { historyOf } from '../../../src/report/history/survival.ts';
import { nothing, sample } from './sightings.ts';

async function render(name: string, report: HistoryReport, language: 'en' | 'zh' | 'ja' = 'en') {
  const reporter = historyReporters.find((row) => row.name === name)!;
  return (await reporter.load())(report, { language });
}

function golden(name: string, text: string): void {
  const path = new URL(`fixtures/${name}`, import.meta.url);
  if (process.env.UPDATE || !existsSync(path)) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe('a history is written as its golden file has it (UPDATE=1 writes it)', () => {
  it.each(historyReporters.map(({ name, ending }) => [name, ending]))('%s', async (name, ending) => {
    golden(`history.${ending}`, await render(name, sample));
  });
  it.each(['zh', 'ja'] as const)('in %s', async (language) => {
    golden(`history.${language}.md`, await render('markdown', sample, language));
  });
});

const hostile = '<script>alert(1)</script>|`::error::` #1 @everyone ‮';
const attacked: HistoryReport = {
  synthetic: true,
  history: historyOf([
    { url: hostile, host: hostile, at: '2024-01-01T00:00:00.000Z', life: 'alive' },
    { url: hostile, host: hostile, at: '2024-02-01T00:00:00.000Z', life: 'dead' },
  ]),
};

describe('the page', () => {
  it('lets in its own style by its hash, and nothing else', async () => {
    const page = await render('html', attacked);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] as string;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(page).not.toMatch(/<script|style=|<link|<img|https?:\/\/(?!www\.w3\.org)/);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('‮');
  });
  it('tells each picture in words', async () => {
    const page = await render('html', sample);
    expect(page.match(/<svg[^>]*role="img" aria-labelledby/g)).toHaveLength(2);
    expect(page).toContain('falls to 50 % after 60 days');
  });
});

it('a hostile host is shown in Markdown, not obeyed', async () => {
  const text = await render('markdown', attacked);
  expect(text).toContain('\\|');
  expect(text).not.toMatch(/<script|@everyone|‮/);
});

it.each(['markdown', 'html', 'badge', 'shields'])('%s says that pages were synthetic', async (name) => {
  expect(await render(name, attacked)).toMatch(/synthetic/i);
});

it.each(historyReporters.map(({ name }) => name))('%s says so where there is no visit', async (name) => {
  expect(await render(name, nothing)).toMatch(/No visit has been written down yet|unknown/);
});

describe('the badge', () => {
  const of = (alive: number, dead: number): HistoryReport => ({
    synthetic: false,
    history: { ...nothing.history, now: { alive, dead, unknown: 3 } },
  });
  it.each([
    [10, 0, '100 % alive', 'brightgreen'],
    [9999, 1, '99.9 % alive', 'brightgreen'],
    [19, 1, '95 % alive', 'brightgreen'],
    [8, 2, '80 % alive', 'yellow'],
    [1, 1, '50 % alive', 'red'],
    [0, 0, 'unknown', 'lightgrey'],
  ])('of %i alive and %i dead says %s', async (alive, dead, message, color) => {
    expect(JSON.parse(await render('shields', of(alive, dead)))).toEqual({
      schemaVersion: 1,
      label: 'links',
      message,
      color,
    });
    expect(await render('badge', of(alive, dead))).toContain(`aria-label="links: ${message}"`);
  });
});
