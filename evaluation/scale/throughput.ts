import { parseArgs } from 'node:util';
import { enqueue } from '../../src/scale/enqueue.ts';
import { openPostgresStore } from '../../src/scale/store-postgres.ts';
import { spawnWorker } from '../../test/scale/command.ts';
import { corpusOf } from '../../test/scale/corpus.ts';
import { startPostgres, startRedis } from '../../test/scale/servers.ts';
import { startWeb } from '../../test/scale/web.ts';

/**
 * Visits a second with 1, 2 and 4 workers on one machine, pace 0, on a web of the loopback; one line of JSON each, with
 * the memory of the largest worker at its end. `--workers 1 --urls 200000` measures whether memory stays flat.
 */
const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'redis' },
    urls: { type: 'string', default: '2000' },
    workers: { type: 'string', default: '1,2,4' },
  },
});
for (const workers of values.workers.split(',').map(Number)) {
  const [postgres, redis, web] = [await startPostgres(), await startRedis(), await startWeb()];
  const store = await openPostgresStore(postgres.url);
  try {
    const urls = Array.from(
      { length: Number(values.urls) },
      (_, index) => `http://127.4.${index % 4}.${(index >> 2) % 50}:${web.port}/p/${index}`,
    );
    await enqueue(corpusOf(urls), store, 5);
    const settings = { store: postgres.url, paceMs: 0, perHost: 64, atOnce: 64, skewMs: 0, claimMs: 30_000 };
    const engine = values.engine === 'redis' ? redis.url : postgres.url;
    const said = await Promise.all(
      Array.from({ length: workers }, async () => {
        const child = spawnWorker({ ...settings, engine, handedMs: 600_000, untilDone: true });
        let text = '';
        for await (const part of child.stdout ?? []) text += part;
        return JSON.parse(text) as { visits: number; seconds: number; memoryMiB: number };
      }),
    );
    const visits = said.reduce((sum, one) => sum + one.visits, 0);
    const seconds = Math.max(...said.map((one) => one.seconds));
    const memoryMiB = Math.max(...said.map((one) => one.memoryMiB));
    const rate = Math.round(visits / seconds);
    process.stdout.write(
      `${JSON.stringify({ engine: values.engine, workers, visits, seconds, rate, memoryMiB })}\n`,
    );
  } finally {
    await store.close();
    await web.close();
    await redis.stop();
    await postgres.stop();
  }
}
