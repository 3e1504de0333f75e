import type { Clock } from '../../src/gather/ports.ts';

/** A clock that starts at a fixed day and moves only by sleeping, which takes no time. */
export function instantClock(start = Date.UTC(2026, 0, 2, 3, 4, 5)): Clock & { slept: number[] } {
  let time = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => start + time,
    monotonic: () => time,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      time += ms;
    },
  };
}
