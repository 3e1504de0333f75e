import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sealed } from '../../src/gather/ledger-lines.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { folderFor, refvouch } from '../check/run.ts';

const cwd = folderFor(afterAll);

const visit = (url: string, at: string, seen: Partial<Evidence>) =>
  sealed({
    v: 1,
    kind: 'visit',
    run: 'r',
    at,
    evidence: {
      url,
      purpose: 'cited',
      at,
      from: 'live',
      hops: [{ url, via: 'request', durationMs: 1, ...(seen.status ? { status: seen.status } : {}) }],
      headers: {},
      titles: [],
      requests: 1,
      ...seen,
    },
  });

const page = 'https://news.a.example/1';
mkdirSync(join(cwd, 'state/deeper'), { recursive: true });
writeFileSync(
  join(cwd, 'state/one.ledger.ndjson'),
  `${[
    visit(page, '2024-01-01T00:00:00.000Z', { status: 200 }),
    visit(page, '2024-01-11T00:00:00.000Z', { status: 404 }),
    visit(page, '2024-01-15T00:00:00.000Z', { failure: { kind: 'excluded', message: 'x' } }),
    visit('https://b.example/', '2024-01-02T00:00:00.000Z', { status: 404, synthetic: 'made up' }),
  ].join('\n')}\nnot a line of ours\n`,
);
writeFileSync(
  join(cwd, 'state/deeper/ledger.ndjson'),
  `${visit(page, '2024-01-31T00:00:00.000Z', { status: 200 })}\n`,
);
mkdirSync(join(cwd, 'made'));
writeFileSync(
  join(cwd, 'made/ledger.ndjson'),
  `${visit('https://b.example/', '2024-01-02T00:00:00.000Z', { status: 404, synthetic: 'made up' })}\n`,
);

describe('refvouch history', () => {
  it('reads every ledger under --state, leaves synthetic visits out, and says what it passed over', async () => {
    const { code, stdout, stderr } = await refvouch(['history', '--state', 'state', '-f', 'json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      synthetic: false,
      urls: 1,
      visits: 3,
      repairs: { count: 1, meanDays: 20 },
      now: { alive: 1, dead: 0, unknown: 0 },
    });
    expect(stderr).toContain('1 visits to synthetic pages are left out');
    expect(stderr).toContain('1 line is not refvouch’s or damaged');
  });

  it('says that all is synthetic where nothing else is there', async () => {
    const { stdout } = await refvouch(['history', 'made/ledger.ndjson'], { cwd });
    expect(stdout).toContain('Synthetic: every visit');
    expect(stdout).toContain('1 dead');
  });

  it('writes a file a format, and nothing to the ledgers', async () => {
    const before = readFileSync(join(cwd, 'state/one.ledger.ndjson'));
    const formats = 'markdown,json,html,badge,shields';
    await refvouch(['history', '--state', 'state', '-f', formats, '--out', join(cwd, 'out'), '-q'], { cwd });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      'history.badge.json',
      'history.badge.svg',
      'history.html',
      'history.json',
      'history.md',
    ]);
    expect(readFileSync(join(cwd, 'state/one.ledger.ndjson'))).toEqual(before);
  });

  it('says so where there is no ledger', async () => {
    const { code, stderr } = await refvouch(['history', '--state', 'nowhere'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('No ledger under nowhere');
  });
});
