import pLimit from 'p-limit';
import type { Clock } from './ports.ts';
import type { Stop } from './stop.ts';

/** When requests may start, and who holds to it: one process for itself, or many together. */
export interface Pacing {
  /** Runs one request when the turn of its host (with its port) has come; an urgent one goes before those that are not. */
  run<T>(host: string, job: () => Promise<T>, stop?: Stop, urgent?: boolean): Promise<T>;
  /** Puts a host off, as it asked with Retry-After. */
  postpone(host: string, ms: number): void;
  /** Takes one retry out of the host's budget; false where it is spent. */
  mayRetry(host: string): boolean;
  /** Lets nothing keep the process waiting. */
  close(): void;
}

export interface PolitenessOptions {
  /** Requests at once over all hosts. */
  concurrency: number;
  /** Requests at once to one host (with its port, as `run` is given it). */
  perHost(host: string): number;
  /** Between the starts of two requests to one host, ms. */
  paceMs: number;
  /** The pace of hosts that publish one of their own, ms by host. */
  paces?: ReadonlyMap<string, number>;
  clock: Clock;
}

interface Waiting {
  start(): void;
  given: boolean;
}

interface Host {
  active: number;
  /** Links under way first, then those that have not begun. */
  urgent: Waiting[];
  others: Waiting[];
  /** Monotonic time before which no request may start. */
  next: number;
  /** Somebody is asleep until `next`, or on the way to a place among all. */
  busy: boolean;
  /** Retries spent. */
  retries: number;
}

/** Retries a host may cost in one run. */
const retryBudget = 10;
/** Hosts kept in mind; beyond that, those with nothing to remember are forgotten. */
const mostHosts = 2000;

/** When a request to a host may start: never more at once nor faster than said. */
export class Politeness implements Pacing {
  #options: PolitenessOptions;
  #all: ReturnType<typeof pLimit>;
  #hosts = new Map<string, Host>();
  #closing = new AbortController();

  constructor(options: PolitenessOptions) {
    this.#options = options;
    this.#all = pLimit(options.concurrency);
  }

  /** Runs one request when its host's turn has come. The place among all is taken only after the wait for the host. */
  run<T>(host: string, job: () => Promise<T>, stop?: Stop, urgent = false): Promise<T> {
    const state = this.#host(host);
    return new Promise<T>((resolve, reject) => {
      const waiting: Waiting = {
        given: false,
        start: () => {
          waiting.given = true;
          forget?.();
          state.active += 1;
          this.#all(async () => {
            this.#began(host, state);
            return job();
          })
            .then(resolve, reject)
            .finally(() => {
              state.active -= 1;
              this.#pump(host, state);
            });
        },
      };
      const forget = stop?.whenStopped((reason) => {
        if (waiting.given) return;
        waiting.given = true;
        reject(reason);
      });
      (urgent ? state.urgent : state.others).push(waiting);
      this.#pump(host, state);
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

  /** Lets nothing keep the process waiting. */
  close(): void {
    this.#closing.abort();
  }

  /** One request at a time is on its way to start, so that the pace is kept by starts and not by bookings. */
  #pump(host: string, state: Host): void {
    if (state.busy || state.active >= this.#options.perHost(host)) return;
    if (!isWanted(state.urgent) && !isWanted(state.others)) return;
    const wait = state.next - this.#options.clock.monotonic();
    state.busy = true;
    if (wait <= 0) {
      (state.urgent.shift() ?? state.others.shift())?.start();
      return;
    }
    const again = (): void => {
      state.busy = false;
      this.#pump(host, state);
    };
    this.#options.clock.sleep(wait, this.#closing.signal).then(again, () => undefined);
  }

  #began(host: string, state: Host): void {
    const { clock, paceMs, paces } = this.#options;
    state.next = Math.max(state.next, clock.monotonic() + (paces?.get(host) ?? paceMs));
    state.busy = false;
    this.#pump(host, state);
  }

  #host(host: string): Host {
    let state = this.#hosts.get(host);
    if (!state) {
      if (this.#hosts.size >= mostHosts) this.#forget();
      state = { active: 0, urgent: [], others: [], next: 0, busy: false, retries: 0 };
      this.#hosts.set(host, state);
    }
    return state;
  }

  #forget(): void {
    const now = this.#options.clock.monotonic();
    for (const [host, state] of this.#hosts) {
      const idle = state.active === 0 && !state.busy && state.urgent.length + state.others.length === 0;
      if (idle && state.next <= now && (state.retries === 0 || this.#hosts.size > 10 * mostHosts))
        this.#hosts.delete(host);
    }
  }
}

/** Whether a queue has one that still waits; those that were given up are taken out on the way. */
function isWanted(queue: Waiting[]): boolean {
  while (queue[0]?.given) queue.shift();
  return queue.length > 0;
}
