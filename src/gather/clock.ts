import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './ports.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: async (ms, signal) => {
    await wait(ms, undefined, signal ? { signal } : {});
  },
};

/** Time in a replay: it stands still at the moment the recording was made, and waiting takes none. */
export const recordedClock = (at: string | undefined): Clock => {
  const now = Date.parse(at ?? '');
  let steps = 0;
  return {
    now: () => (Number.isNaN(now) ? 0 : now),
    monotonic: () => steps++,
    sleep: async (_, signal) => signal?.throwIfAborted(),
  };
};
