import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, type JudgePage } from '../../../src/gather/memento/archive.ts';
import { type GatherSettings, openGather } from '../../../src/gather/world.ts';
import type { Citation } from '../../../src/model/citation.ts';
import type { Snapshot } from '../../../src/model/evidence.ts';
import { type Mode, modes } from '../../replica/modes.ts';
import { type Replica, startReplica } from '../../replica/server.ts';
import { instantClock } from '../instant-clock.ts';

const place = { offset: 0, end: 0, line: 1, column: 1 };
const cite = (url: string, accessed?: number[], issued?: number[]): Citation => ({
  item: {
    id: 'a',
    type: 'webpage',
    ...(accessed ? { accessed: { 'date-parts': [accessed] } } : {}),
    ...(issued ? { issued: { 'date-parts': [issued] } } : {}),
  },
  urls: [url],
  place,
  confidence: 1,
});

/** Stands for the judge: a page with the small web's signs of an error, a login or a sale is not good. */
const judgePage: JudgePage = (_, { status, page, title = '' }) => {
  const text = `${title} ${page?.excerpt ?? ''}`;
  const wrong = /見つかりません|not found|ログイン|会員|sign in|log in|for sale|売|404/i.exec(text)?.[0];
  const good = status === 200 && !wrong && (page?.textLength ?? 0) > 100;
  return { identity: good ? 'match' : 'mismatch', why: wrong ?? 'as cited', good };
};

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({ slowMs: 1 });
});
afterAll(() => replica.stop());
beforeEach(() => replica.modes.clear());

async function copies(citation: Citation, more: Partial<GatherSettings> = {}) {
  const gather = await openGather({
    tool: { name: 'refvouch', version: '0', url: 'https://refvouch.example' },
    concurrency: 4,
    perHost: 2,
    paceMs: 0,
    timeoutMs: 5000,
    retries: 0,
    maxBodyBytes: 1 << 20,
    allowNet: [],
    judgePage,
    ports: { clock: instantClock(), connect: replica.connect as never },
    ...more,
  });
  const seen = await Promise.all(citation.urls.map((url) => gather.visit(url, 'cited')));
  const before = replica.log.length;
  const found = (await gather.archive?.(citation, seen)) ?? [];
  const asked = replica.log.slice(before);
  await gather.close();
  return { found, asked, facts: gather.facts() };
}
const brief = (found: readonly Snapshot[]) =>
  found.map(({ archive, datetime, judged }) => [archive, datetime.slice(0, 10), judged?.identity]);
const nhk = 'https://www3.nhk.or.jp/news/html/20240510/k10014445391000.html';
const mofa = 'https://www.mofa.go.jp/mofaj/press/release/press4_009201.html';
const mainichi = 'https://mainichi.jp/articles/20240519/k00/00m/010/080000c';
const nikkeiAsia =
  'https://asia.nikkei.com/Politics/U.S.-elections-2024/Japan-steps-up-lobbying-in-Washington-hedging-for-Trump-s-return';

describe('copies of a cited page', () => {
  it('are the nearest good one first; error pages and recorded errors are passed over', async () => {
    const { found } = await copies(cite(nhk, [2024, 5, 26]));
    expect(brief(found)).toEqual([
      ['Internet Archive', '2024-05-10', 'match'],
      ['Internet Archive', '2024-05-21', 'mismatch'],
      ['Internet Archive', '2024-06-01', 'error-page'],
    ]);
  });
  it('are not an error page sent with 200, nor a login wall', async () => {
    expect(brief((await copies(cite(mofa, [2024, 2, 29]))).found)[0]).toEqual([
      'Internet Archive',
      '2021-12-07',
      'match',
    ]);
    expect(brief((await copies(cite(mainichi, [2024, 5, 21]))).found)[0]).toEqual([
      'Internet Archive',
      '2024-05-19',
      'match',
    ]);
  });
  it('are near the day of issue where no day of access is printed', async () => {
    const { found } = await copies(cite(nhk, undefined, [2024, 5, 10]));
    expect(brief(found)).toEqual([['Internet Archive', '2024-05-10', 'match']]);
  });
  it('are looked for in other archives where the first has only bad ones', async () => {
    const { found } = await copies(cite(nikkeiAsia, [2024, 2, 27]), {
      judgePage: (...all) => {
        const [, { url, purpose }] = all;
        return purpose === 'snapshot' && url.includes('arquivo')
          ? judgePage(...all)
          : { identity: 'unverifiable', why: 'an empty shell', good: false };
      },
    });
    expect(brief(found)[0]).toEqual(['Arquivo.pt', '2024-02-25', 'match']);
    expect(found.length).toBeGreaterThan(1);
  });
  it('are read raw, as they were captured', async () => {
    const { asked } = await copies(cite(nhk, [2024, 5, 21]));
    const read = asked.filter(({ path }) => /^\/web\/\d/.test(path));
    expect(read.length).toBeGreaterThan(0);
    for (const { path } of read) expect(path).toMatch(/^\/web\/\d{14}id_\//);
  });
  it('are not asked for where the address is secret, private or an archive’s own', async () => {
    for (const url of [
      'https://www3.nhk.or.jp/a?access_token=abcdef',
      'http://10.0.0.1/a',
      'https://web.archive.org/web/20240101000000/https://a.example/',
      'ftp://a.example/',
    ])
      expect(
        (await copies(cite(url))).asked.filter(({ path }) => /cdx|timemap|available/.test(path)),
      ).toEqual([]);
  });

  it.each(Object.keys(modes) as Mode[])(
    'with the Wayback Machine on a bad day (%s) the run goes on',
    async (mode) => {
      replica.modes.set('web.archive.org', mode);
      const { found, facts } = await copies(cite(nhk, [2024, 5, 21]));
      const down = mode === 'unavailable' || mode === 'html' || mode === 'truncated';
      // The availability API is another host, and still answers; its copy then cannot be read.
      if (down) expect(facts.filter(({ message }) => message.startsWith('Internet Archive'))).toHaveLength(1);
      if (mode === 'empty') expect(facts).toEqual([]);
      expect(found.every(({ judged }) => judged?.identity !== 'match')).toBe(mode !== 'limited-once');
    },
  );
});

describe('saving', () => {
  const saveKeys = { accessKey: 'AKEY', secretKey: 'SKEY' };
  const fresh = 'https://www.nikkei.com/article/DGXZQOCB016AU0R00C22A6000000/';
  it('asks for a capture of a page no archive has, waits for it, and keeps the keys to itself', async () => {
    const { found, asked, facts } = await copies(cite(fresh), { save: 'missing', saveKeys });
    expect(brief(found)).toEqual([['Internet Archive', '2026-01-01', undefined]]);
    expect(asked.some(({ method, path }) => method === 'POST' && path === '/save')).toBe(true);
    expect(JSON.stringify([found, facts, asked])).not.toMatch(/AKEY|SKEY/);
  });
  it('asks for none where there is a good copy, unless all are to be saved', async () => {
    const posts = async (save: 'missing' | 'all') =>
      (await copies(cite(nhk, [2024, 5, 10]), { save, saveKeys })).asked.filter(
        ({ method }) => method === 'POST',
      ).length;
    expect(await posts('missing')).toBe(0);
    expect(await posts('all')).toBe(1);
  });
  it('without keys says so once', async () => {
    const { facts } = await copies(cite(fresh), { save: 'missing' });
    expect(facts).toMatchObject([
      { code: 'not-saved', message: expect.stringContaining('WAYBACK_ACCESS_KEY') },
    ]);
  });
});

describe('dayOf', () => {
  it.each([
    [{ accessed: { 'date-parts': [[2024, 2, 27]] } }, '2024-02-27'],
    [{ issued: { 'date-parts': [[2024]] } }, '2024-01-01'],
    [{ accessed: { raw: 'gestern' }, issued: { 'date-parts': [[2020, 5]] } }, '2020-05-01'],
    [{ issued: { 'date-parts': [[12]] } }, undefined],
    [{}, undefined],
  ])('%j', (item, day) => expect(dayOf(item as never)).toBe(day));
});
