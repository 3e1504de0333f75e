import { randomUUID } from 'node:crypto';
import type { Pacing } from '../gather/politeness.ts';
import type { Clock } from '../gather/ports.ts';
import type { Stop } from '../gather/stop.ts';
import { registrable } from './registrable.ts';
import type { Turns } from './store.ts';
import type { Policy } from './turns.ts';

export interface SharedPolitenessOptions {
  turns: Turns;
  clock: Clock;
  /** The policy for a host as it is asked (with its port, without its registrable domain). */
  policy(host: string): Policy;
  random?: () => number;
}

interface Waiting {
  given: boolean;
  start(turn: string): void;
  fail(reason: unknown): void;
}

interface Host {
  policy: Policy;
  urgent: Waiting[];
  others: Waiting[];
}

/** A host's retries in one window. */
const retryBudget = 10;
const retryWindowMs = 10 * 60_000;
/** A wait is slept in pieces no longer than this: a host may be put off, or set free, meanwhile. */
const longestSleepMs = 5000;
/** A store that cannot be asked is asked again this often, for so long; nothing is sent to any host meanwhile. */
const troubledMs = 250;
const patienceMs = 60_000;

/**
 * Pace and concurrency a host, kept by all workers together: each request, redirects into other hosts included, starts
 * with a turn from the shared store. In one process one asks for all that wait for the same host, those under way first.
 */
export class SharedPoliteness implements Pacing {
  #options: SharedPolitenessOptions;
  #hosts = new Map<string, Host>();
  #retries = new Map<string, number>();
  #retriesSince = Number.NEGATIVE_INFINITY;
  #closing = new AbortController();

  constructor(options: SharedPolitenessOptions) {
    this.#options = options;
  }

  run<T>(host: string, job: () => Promise<T>, stop?: Stop, urgent = false): Promise<T> {
    const key = registrable(host);
    return new Promise<T>((resolve, reject) => {
      const waiting: Waiting = {
        given: false,
        start: (turn) => {
          waiting.given = true;
          forget?.();
          job()
            .then(resolve, reject)
            .finally(() => this.#giveBack(key, turn));
        },
        fail: (reason) => {
          if (waiting.given) return;
          waiting.given = true;
          forget?.();
          reject(reason);
        },
      };
      const forget = stop?.whenStopped(waiting.fail);
      if (!waiting.given) this.#join(key, host, waiting, urgent);
    });
  }

  postpone(host: string, ms: number): void {
    this.#options.turns.postpone(registrable(host), ms).catch(() => undefined);
  }

  mayRetry(host: string): boolean {
    const now = this.#options.clock.monotonic();
    if (now - this.#retriesSince > retryWindowMs) {
      this.#retriesSince = now;
      this.#retries.clear();
    }
    const key = registrable(host);
    const spent = (this.#retries.get(key) ?? 0) + 1;
    this.#retries.set(key, spent);
    return spent <= retryBudget;
  }

  close(): void {
    this.#closing.abort(new Error('the worker ends'));
  }

  #join(key: string, host: string, waiting: Waiting, urgent: boolean): void {
    const known = this.#hosts.get(key);
    if (known) {
      (urgent ? known.urgent : known.others).push(waiting);
      return;
    }
    const state: Host = { policy: this.#options.policy(host), urgent: [], others: [] };
    (urgent ? state.urgent : state.others).push(waiting);
    this.#hosts.set(key, state);
    this.#serve(key, state).catch((reason: unknown) => this.#giveUp(key, state, reason));
  }

  /** Asks for turns as long as anybody waits for this host. */
  async #serve(key: string, state: Host): Promise<void> {
    const { clock } = this.#options;
    let askedSince = clock.monotonic();
    while (isWanted(state.urgent) || isWanted(state.others)) {
      const turn = randomUUID();
      const asked = clock.monotonic();
      let wait: number;
      try {
        wait = await this.#options.turns.take(key, turn, state.policy);
        askedSince = clock.monotonic();
      } catch (reason) {
        if (clock.monotonic() - askedSince > patienceMs) throw reason;
        wait = troubledMs;
      }
      if (wait > 0) {
        await this.#pause(wait);
        continue;
      }
      const late = clock.monotonic() - asked > state.policy.spareMs && state.policy.paceMs > 0;
      const next = late ? undefined : (firstOf(state.urgent) ?? firstOf(state.others));
      // A turn that came too late to be used is none, as one that nobody wants any more.
      if (next) next.start(turn);
      else this.#giveBack(key, turn);
    }
    this.#hosts.delete(key);
  }

  /** Not all workers that wait for one host come back at the same moment. */
  async #pause(wait: number): Promise<void> {
    const { clock, random = Math.random } = this.#options;
    await clock.sleep(Math.min(longestSleepMs, wait + random() * Math.min(20, wait)), this.#closing.signal);
  }

  /** Where that fails the turn runs out by itself. */
  #giveBack(key: string, turn: string): void {
    this.#options.turns.giveBack(key, turn).catch(() => undefined);
  }

  #giveUp(key: string, state: Host, reason: unknown): void {
    this.#hosts.delete(key);
    for (const waiting of [...state.urgent.splice(0), ...state.others.splice(0)]) waiting.fail(reason);
  }
}

function isWanted(queue: Waiting[]): boolean {
  while (queue[0]?.given) queue.shift();
  return queue.length > 0;
}

const firstOf = (queue: Waiting[]): Waiting | undefined => (isWanted(queue) ? queue.shift() : undefined);
