import { setMaxListeners } from 'node:events';
import { systemClock } from '../gather/clock.ts';
import type { Pacing, PolitenessOptions } from '../gather/politeness.ts';
import type { Gathering } from '../gather/world.ts';
import type { Engine } from './engine.ts';
import { type FeederOptions, feedOnce, keepFed } from './feeder.ts';
import { SharedPoliteness } from './politeness.ts';
import { registrable } from './registrable.ts';
import { createRenewed } from './renewed.ts';
import type { Store } from './store.ts';
import { policyOf } from './turns.ts';
import { createWork, type Outcome } from './work.ts';

export interface WorkerOptions {
  engine: Engine;
  store: Store;
  /** Links under way at once. */
  atOnce: number;
  paceMs: number;
  perHost: number;
  timeoutMs: number;
  /** Opens the network by the worker's own flags; `pacing` goes into its ports. */
  open(pacing: (options: PolitenessOptions) => Pacing): Promise<Gathering>;
  /** End when nothing is due, handed out or under way any more, instead of serving for ever. */
  untilDone: boolean;
  signal: AbortSignal;
  trouble(error: Error): void;
  done?(outcome: Outcome): void;
}

/** Works until it is stopped, or until all is done. */
export async function work(options: WorkerOptions): Promise<void> {
  const { engine, store, atOnce, signal } = options;
  const clock = systemClock;
  // Every link under way listens to it.
  setMaxListeners(0, signal);
  const shared = sharing(options);
  const renewed = createRenewed(() => options.open(shared.pacing));
  const errand = createWork({ store, visit: renewed.visit, clock, signal });
  const feeding: FeederOptions = {
    schedule: store,
    waiting: async () => (await engine.state()).waiting,
    add: (errands) => engine.add(errands),
    policy: policyOf(options.paceMs, options.perHost, options.timeoutMs),
    stock: 3 * atOnce,
    clock,
    trouble: options.trouble,
  };
  const ending = new AbortController();
  const stop = AbortSignal.any([signal, ending.signal]);
  const running = await engine.work(
    async (job) => options.done?.(await errand(job)),
    atOnce,
    options.trouble,
  );
  const fed = keepFed(feeding, stop);
  try {
    while (!stop.aborted) {
      await clock.sleep(lookMs, stop).catch(() => undefined);
      if (options.untilDone && !stop.aborted && (await isDone(options, feeding))) ending.abort();
    }
    await fed;
    await running.close();
  } finally {
    ending.abort();
    shared.close();
    await renewed.close();
  }
}

const lookMs = 400;

async function isDone({ store, trouble }: WorkerOptions, feeding: FeederOptions): Promise<boolean> {
  try {
    if ((await feedOnce(feeding)) > 0) return false;
    const { due, handedOut } = await store.ledger();
    return due + handedOut === 0;
  } catch (error) {
    trouble(error as Error);
    return false;
  }
}

/** One politeness for all gatherings of this worker, in the shape that gathering asks for. */
function sharing({ store, timeoutMs }: WorkerOptions) {
  let shared: SharedPoliteness | undefined;
  const pacing = ({ paces, paceMs, perHost, clock }: PolitenessOptions): Pacing => {
    const own = new Map([...(paces ?? [])].map(([host, ms]) => [registrable(host), ms]));
    shared ??= new SharedPoliteness({
      turns: store,
      clock,
      policy: (host) => policyOf(own.get(registrable(host)) ?? paceMs, perHost(host), timeoutMs),
    });
    const mine = shared;
    return {
      run: (host, job, stop, urgent) => mine.run(host, job, stop, urgent),
      postpone: (host, ms) => mine.postpone(host, ms),
      mayRetry: (host) => mine.mayRetry(host),
      // The others still need it; the worker closes it.
      close: () => undefined,
    };
  };
  return { pacing, close: () => shared?.close() };
}
