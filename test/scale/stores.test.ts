import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOf } from '../../src/scale/enqueue.ts';
import type { Link, Schedule, Turns } from '../../src/scale/store.ts';
import { MemoryStore } from '../../src/scale/store-memory.ts';
import { openPostgresStore } from '../../src/scale/store-postgres.ts';
import type { Policy } from '../../src/scale/turns.ts';
import { postgresFolder, startPostgres, type TestServer } from './servers.ts';

const missing = postgresFolder === undefined;
const title = `the ledger in PostgreSQL and the one in memory${missing ? ' (skipped: PostgreSQL is not installed)' : ''}`;
const policy: Policy = { paceMs: 2000, spareMs: 0, perHost: 2, holdMs: 60_000 };

/** Waits are compared by the half second: the database's clock goes on while it is asked. */
const rough = (ms: number): number => (ms === 0 ? 0 : Math.max(0.5, Math.round(ms / 500) / 2));

async function story(store: Turns & Schedule): Promise<unknown[]> {
  const [one, two] = [randomUUID(), randomUUID()];
  const said: unknown[] = [];
  const take = async (turn: string, paceMs: number) =>
    said.push(rough(await store.take('h.example', turn, { ...policy, paceMs })));
  await take(one, 0);
  await take(two, 0);
  await take(randomUUID(), 0);
  await store.giveBack('h.example', one);
  await take(randomUUID(), 2000);
  await take(randomUUID(), 2000);
  await store.postpone('h.example', 30_000);
  await take(randomUUID(), 2000);
  const links = ['a', 'b'].flatMap((host) =>
    [1, 2, 3].map((path) => linkOf(`http://${host}.example/${path}`, 'cited', 5) as Link),
  );
  said.push(await store.addLinks(links), await store.addLinks(links));
  const first = await store.feed(100, policy);
  said.push(first.map(({ host, turn }) => `${host} ${turn}`).sort());
  said.push((await store.feed(100, policy)).length);
  const [errand, other] = first;
  if (!errand || !other) return said;
  said.push((await store.look(errand.id, 0))?.past, await store.look(errand.id, 1));
  const at = '2026-01-01T00:00:00.000Z';
  const seen = { at, reach: 'live', status: 'verified' } as const;
  const evidence = {
    url: errand.url,
    purpose: 'cited',
    at,
    from: 'live',
    hops: [],
    headers: {},
    titles: [],
    requests: 1,
  } as const;
  const settle = () => store.settle(errand.id, 0, evidence as never, seen, { inMs: 1e6, rank: 7 });
  said.push(await settle(), await settle(), (await store.look(errand.id, 1))?.past);
  await store.release(other.id, 0);
  await wait(20);
  said.push((await store.feed(100, policy)).map(({ host }) => host === other.host));
  return said;
}

describe.skipIf(missing)(title, () => {
  let postgres: TestServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 40_000);
  afterAll(() => postgres?.stop());

  it('say the same to the same questions', async () => {
    const store = await openPostgresStore(postgres.url);
    try {
      const [kept, remembered] = [await story(store), await story(new MemoryStore(() => Date.now()))];
      expect(kept).toEqual(remembered);
      expect(kept.slice(0, 6)).toEqual([0, 0, 0.5, 0, 2, 30]);
    } finally {
      await store.close();
    }
  });
});
