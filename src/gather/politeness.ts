import pLimit from 'p-limit';
import type { Clock } from './ports.ts';

export interface PolitenessOptions {
  /** Requests at once over all hosts. */
  concurrency: number;
  /** Requests at once to one host. */
  perHost: number;
  /** Between the starts of two requests to one host, ms. */
  paceMs: number;
  /** The pace of hosts that publish one of their own, ms by host. */
  paces?: ReadonlyMap<string, number>;
  clock: Clock;
}

interface Host {
  limit: ReturnType<typeof pLimit>;
  /** Monotonic time before which no request may start. */
  next: number;
  /** Retries spent. */
  retries: number;
}

/** Retries a host may cost in one run. */
const retryBudget = 10;

/** When a request to a host may start: never more at once nor faster than said. */
export class Politeness {
  #options: PolitenessOptions;
  #all: ReturnType<typeof pLimit>;
  #hosts = new Map<string, Host>();

  constructor(options: PolitenessOptions) {
    this.#options = options;
    this.#all = pLimit(options.concurrency);
  }

  /** Runs one request when its host's turn has come. The place among all is taken only after the wait for the host. */
  async run<T>(host: string, job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const state = this.#host(host);
    return state.limit(async () => {
      await this.#turn(host, state, signal);
      return this.#all(job);
    });
  }

  /** Puts a host off, as it asked with Retry-After. */
  postpone(host: string, ms: number): void {
    const state = this.#host(host);
    state.next = Math.max(state.next, this.#options.clock.monotonic() + ms);
  }

  /** Takes one retry out of the host's budget; false where it is spent. */
  mayRetry(host: string): boolean {
    const state = this.#host(host);
    state.retries += 1;
    return state.retries <= retryBudget;
  }

  async #turn(host: string, state: Host, signal: AbortSignal | undefined): Promise<void> {
    const { clock, paceMs, paces } = this.#options;
    const pace = paces?.get(host) ?? paceMs;
    // The place in line is booked before waiting, so that two waiting requests never start together.
    const now = clock.monotonic();
    const start = Math.max(now, state.next);
    state.next = start + pace;
    if (start > now) await clock.sleep(start - now, signal);
  }

  #host(host: string): Host {
    let state = this.#hosts.get(host);
    if (!state) {
      state = { limit: pLimit(this.#options.perHost), next: 0, retries: 0 };
      this.#hosts.set(host, state);
    }
    return state;
  }
}
