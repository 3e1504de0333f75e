import type { Clock } from '../gather/ports.ts';
import type { Errand, Schedule } from './store.ts';
import type { Policy } from './turns.ts';

export interface FeederOptions {
  schedule: Schedule;
  /** Errands waiting in the engine. */
  waiting(): Promise<number>;
  add(errands: readonly Errand[]): Promise<void>;
  policy: Policy;
  /** Errands that should be waiting at the most. */
  stock: number;
  clock: Clock;
  trouble(error: Error): void;
}

/** How often the stock is looked at. */
const everyMs = 500;

/**
 * Keeps a stock of due errands in the engine, until it is stopped. Every worker does so: the store hands each errand to one only.
 */
export async function keepFed(options: FeederOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await feedOnce(options);
    } catch (error) {
      options.trouble(error as Error);
    }
    await options.clock.sleep(everyMs, signal).catch(() => undefined);
  }
}

/** One look; answers how many errands were handed out. */
export async function feedOnce({ schedule, waiting, add, policy, stock }: FeederOptions): Promise<number> {
  let handed = 0;
  let room = stock - (await waiting());
  while (room > 0) {
    const errands = await schedule.feed(room, policy);
    if (errands.length === 0) break;
    // Should the engine not take them, they are handed out again after a while.
    await add(errands);
    handed += errands.length;
    room -= errands.length;
  }
  return handed;
}
