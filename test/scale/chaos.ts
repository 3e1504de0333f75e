import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { enqueue } from '../../src/scale/enqueue.ts';
import { linkId } from '../../src/scale/record.ts';
import { openPostgresStore } from '../../src/scale/store-postgres.ts';
import { spawnWorker } from './command.ts';
import { corpusOf } from './corpus.ts';
import { startPostgres, startRedis } from './servers.ts';
import { startWeb } from './web.ts';

export interface ChaosOptions {
  engine: 'redis' | 'postgres';
  urls: number;
  hosts: number;
  paceMs: number;
  workers: number;
  /** Times a worker is killed and replaced, another frozen and set going, and the servers restarted. */
  rounds: number;
}

/** What the web, and what the ledger says, once all links were visited. */
export interface ChaosResult {
  links: number;
  visits: number;
  /** Links by how many visits of them can be read back. */
  byVisits: Record<number, number>;
  leastGapMs: number;
  mostAtOnce: number;
  requests: number;
}

/** The host all workers are redirected to by every tenth link. */
const shared = '127.3.9.9';

/**
 * Workers with clocks hours apart; in each round one is killed with -9 and replaced, one is frozen for a while and comes
 * back, and the engine is ended in the middle of it all (Redis comes back empty) and so, once, is the ledger.
 */
export async function chaos({
  engine,
  urls,
  hosts,
  paceMs,
  workers,
  rounds,
}: ChaosOptions): Promise<ChaosResult> {
  const postgres = await startPostgres();
  const redis = engine === 'redis' ? await startRedis() : undefined;
  const web = await startWeb(20);
  const store = await openPostgresStore(postgres.url);
  const running: ChildProcess[] = [];
  const start = (index: number): ChildProcess => {
    const child = spawnWorker({
      engine: redis?.url ?? postgres.url,
      store: postgres.url,
      paceMs,
      perHost: 1,
      atOnce: 16,
      skewMs: (index - 1) * 5 * 3_600_000,
      claimMs: 2000,
      handedMs: 4000,
    });
    running.push(child);
    return child;
  };
  const visits = async (): Promise<number> => (await store.ledger().catch(() => undefined))?.visits ?? 0;
  const reach = async (count: number): Promise<void> => {
    for (let tries = 0; tries < 2000 && (await visits()) < count; tries += 1) await wait(50);
  };
  try {
    const links = Array.from({ length: urls }, (_, index) => {
      const path = index % 10 === 0 ? `/to/${shared}/p/${index}` : `/p/${index}`;
      return `http://127.3.0.${index % hosts}:${web.port}${path}`;
    });
    await enqueue(corpusOf(links), store, 5);
    const alive = Array.from({ length: workers }, (_, index) => start(index));
    for (let round = 0; round < rounds; round += 1) {
      await reach(Math.ceil(((round + 1) * urls) / (rounds + 2)));
      const victim = alive[round % workers] as ChildProcess;
      const frozen = alive[(round + 1) % workers] as ChildProcess;
      frozen.kill('SIGSTOP');
      victim.kill('SIGKILL');
      alive[round % workers] = start(round % workers);
      await redis?.restart();
      if (!redis || round === 0) await postgres.restart();
      await wait(500);
      frozen.kill('SIGCONT');
    }
    await reach(urls);
    // Whatever came in late would be written twice by now.
    await wait(500);
    const { sound, damaged } = await store.visits(links.map((url) => linkId('cited', url)));
    const counts = new Map(links.map((url) => [url, 0]));
    for (const { url } of sound) counts.set(url, (counts.get(url) ?? 0) + 1);
    const byVisits: Record<number, number> = {};
    for (const count of counts.values()) byVisits[count] = (byVisits[count] ?? 0) + 1;
    const asked = [...new Set(web.log.map(({ host }) => host))];
    return {
      links: urls,
      visits: sound.length + damaged,
      byVisits,
      leastGapMs: Math.min(...asked.map((host) => web.leastGap(host))),
      mostAtOnce: Math.max(...web.most.values()),
      requests: web.log.length,
    };
  } finally {
    for (const child of running) child.kill('SIGKILL');
    await store.close().catch(() => undefined);
    await web.close();
    await redis?.stop();
    await postgres.stop();
  }
}
