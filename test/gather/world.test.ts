import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatherSettings, openGather, userAgentOf } from '../../src/gather/world.ts';
import type { Citation } from '../../src/model/citation.ts';
import type { Item } from '../../src/model/item.ts';
import { citedFixtures } from '../replica/fixtures.ts';
import { type Replica, startReplica } from '../replica/server.ts';
import { instantClock } from './instant-clock.ts';

const tool = { name: 'refvouch', version: '0.0.0', url: 'https://refvouch.example' };
const place = { offset: 0, end: 0, line: 1, column: 1 };
const cite = (item: Item, ...urls: string[]): Citation => ({ item, urls, place, confidence: 1 });
const nhk = 'https://www3.nhk.or.jp/news/html/20240510/k10014445391000.html';
const page: Item = { id: 'a', type: 'webpage', accessed: { 'date-parts': [[2024, 5, 21]] } };

let replica: Replica;
let folder: string;
beforeAll(async () => {
  replica = await startReplica({ slowMs: 1 });
  folder = await mkdtemp(join(tmpdir(), 'gather-'));
});
afterAll(async () => {
  await replica.stop();
  await rm(folder, { recursive: true });
});

/** The moments of asking differ; nothing else may. */
const timeless = (value: unknown): string =>
  JSON.stringify(value, (key, inner) => (key === 'at' ? undefined : (inner as unknown)));

const open = (more: Partial<GatherSettings> = {}) =>
  openGather({
    tool,
    concurrency: 8,
    perHost: 2,
    paceMs: 0,
    timeoutMs: 5000,
    retries: 1,
    maxBodyBytes: 1 << 20,
    allowNet: [],
    ...more,
    ports: { clock: instantClock(), connect: replica.connect as never, ...more.ports },
  });

describe('openGather', () => {
  it('says who it is', () => {
    expect(userAgentOf({ tool, contact: 'me@example.org' })).toBe(
      'refvouch/0.0.0 (+https://refvouch.example; me@example.org)',
    );
  });

  it('a replay answers visits, registries and archives as the recorded run did, without network', async () => {
    const record = join(folder, 'run.warc.gz');
    const works = citedFixtures.map(({ item }) => cite(item));
    const ask = async (gather: Awaited<ReturnType<typeof open>>) => {
      const visit = await gather.visit(nhk, 'cited');
      const copies = await gather.archive?.(cite(page, nhk), [visit]);
      const answers = [];
      for (const work of works) answers.push(await gather.identify?.(work));
      const facts = gather.facts();
      await gather.close();
      return { visit, copies, answers, facts };
    };
    const live = await ask(await open({ record, contact: 'a@example.org', synthetic: 'made up' }));
    const before = replica.log.length;
    const again = await ask(await open({ replay: record }));
    expect(replica.log.length).toBe(before);
    expect(live.visit).toMatchObject({ status: 200, from: 'live' });
    expect(again.visit).toMatchObject({
      ...live.visit,
      from: 'recording',
      requests: 1,
      hops: expect.anything(),
      record: expect.anything(),
    });
    expect(again.copies).toEqual(live.copies);
    expect(live.copies?.length).toBeGreaterThan(0);
    expect(timeless(again.answers)).toEqual(timeless(live.answers));
    expect(again.facts.map(({ code }) => code)).toEqual(['replay', 'synthetic']);
  });
});
