import type { Clock } from '../../src/gather/ports.ts';
import { Heap } from '../../src/scale/heap.ts';

/** Time that stands still while anything is done, and jumps to the next thing awaited when nothing is. */
export class VirtualClock implements Clock {
  #now: number;
  #times = new Heap<{ at: number; wake: (() => void)[] }>((one, other) => one.at - other.at);
  #byTime = new Map<number, (() => void)[]>();
  stopped = false;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#now;
  }

  /** Waits are rounded up to 10 ms, so that what happens at nearly the same time is done in one step. */
  sleep(ms: number): Promise<void> {
    const at = Math.ceil((this.#now + ms) / 10) * 10;
    return new Promise((done) => {
      const known = this.#byTime.get(at);
      if (known) known.push(done);
      else {
        const wake = [done];
        this.#byTime.set(at, wake);
        this.#times.push({ at, wake });
      }
    });
  }

  /** Runs until `until` (epoch ms), or until it is stopped. */
  async run(until: number): Promise<void> {
    while (!this.stopped) {
      // Lets all that can go on without time passing do so.
      await new Promise(setImmediate);
      const next = this.#times.peek();
      if (!next || next.at > until) return;
      this.#times.pop();
      this.#byTime.delete(next.at);
      this.#now = Math.max(this.#now, next.at);
      for (const wake of next.wake) wake();
    }
  }
}
