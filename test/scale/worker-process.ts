import { openGather } from '../../src/gather/world.ts';
import { openEngine } from '../../src/scale/engine.ts';
import { openPostgresStore } from '../../src/scale/store-postgres.ts';
import { work } from '../../src/scale/worker.ts';

/** A worker of a test, a process of its own: the real thing with short claims, and with a clock that is wrong. */
export interface WorkerSettings {
  engine: string;
  store: string;
  paceMs: number;
  perHost: number;
  atOnce: number;
  /** What its clock is off by, ms. */
  skewMs: number;
  claimMs: number;
  handedMs: number;
  untilDone?: boolean;
}

const settings = JSON.parse(process.argv[2] as string) as WorkerSettings;
const now = Date.now;
Date.now = () => now() + settings.skewMs;
const store = await openPostgresStore(settings.store, settings);
const engine = await openEngine(settings.engine, settings);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
let visits = 0;
const began = performance.now();
await work({
  engine,
  store,
  atOnce: settings.atOnce,
  paceMs: settings.paceMs,
  perHost: settings.perHost,
  timeoutMs: 3000,
  untilDone: settings.untilDone === true,
  signal: stop.signal,
  trouble: () => undefined,
  done: (outcome) => {
    if (outcome === 'written') visits += 1;
  },
  open: (pacing) =>
    openGather({
      tool: { name: 'refvouch', version: '0', url: 'https://example.org' },
      concurrency: settings.atOnce,
      perHost: settings.perHost,
      paceMs: settings.paceMs,
      timeoutMs: 3000,
      retries: 0,
      maxBodyBytes: 1 << 20,
      allowNet: ['127.0.0.0/8'],
      identify: false,
      archive: false,
      ports: { pacing },
    }),
});
const seconds = (performance.now() - began) / 1000;
const memoryMiB = Math.round(process.memoryUsage().rss / 2 ** 20);
process.stdout.write(`${JSON.stringify({ visits, seconds, memoryMiB })}\n`);
process.exit(0);
