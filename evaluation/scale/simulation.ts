import { dueAfter, newRank } from '../../src/scale/due.ts';
import { feedOnce } from '../../src/scale/feeder.ts';
import { SharedPoliteness } from '../../src/scale/politeness.ts';
import type { Errand, Link } from '../../src/scale/store.ts';
import { MemoryStore } from '../../src/scale/store-memory.ts';
import { policyOf } from '../../src/scale/turns.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface SimulationOptions {
  links: number;
  hosts: number;
  workers: number;
  atOnce: number;
  paceMs: number;
  perHost: number;
  days: number;
  /** End when every link has been visited once. */
  firstPassOnly: boolean;
  /** Real time after which it ends where it is, s. */
  wallS: number;
}

export interface SimulationResult extends SimulationOptions {
  /** Days that were simulated. */
  lasted: number;
  visits: number;
  requests: number;
  /** Days until 50 %, 90 %, 99 % and all links had been visited once; absent where that was not reached. */
  passedAfterDays: Partial<Record<'50' | '90' | '99' | '100', number>>;
  /** Share of the workers' places in use, over the first day and over all. */
  busyFirstDay: number;
  busy: number;
  largestHost: number;
  /** Two starts at one host closer than its pace. */
  tooFast: number;
  mostAtOnceAHost: number;
  byDay: number[];
}

const dayMs = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00Z');

/** A generator of the same numbers every time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Links over hosts by Zipf's law with exponent 1: the k-th host has a k-th of the first one's. */
function* corpus(links: number, hosts: number): Generator<Link> {
  let harmonic = 0;
  for (let host = 1; host <= hosts; host += 1) harmonic += 1 / host;
  let made = 0;
  for (let host = 1; host <= hosts; host += 1) {
    const share = host === hosts ? links - made : Math.max(1, Math.round(links / harmonic / host));
    for (let left = Math.min(share, links - made); left > 0; left -= 1) {
      const id = (Math.imul(made, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0') + made.toString(36);
      yield { id, url: '', purpose: 'cited', host: `h${host}.example`, rank: newRank };
      made += 1;
    }
  }
}

/** The scheduler, the feeder and the politeness as they are; the web, the engine and time are made up. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { workers, atOnce, paceMs, perHost, days } = options;
  const clock = new VirtualClock(start);
  const store = new MemoryStore(() => clock.now());
  const batch: Link[] = [];
  for (const link of corpus(options.links, options.hosts)) {
    batch.push(link);
    if (batch.length === 10_000) await store.addLinks(batch.splice(0));
  }
  await store.addLinks(batch.splice(0));
  const random = chance(20_260_101);
  const policy = policyOf(paceMs, perHost, 20_000);
  const queue: Errand[] = [];
  const queued = new Set<string>();
  const idle: (() => void)[] = [];
  const log = new Log(options, clock);
  const add = async (errands: readonly Errand[]): Promise<void> => {
    for (const errand of errands) {
      if (queued.has(errand.id)) continue;
      queued.add(errand.id);
      queue.push(errand);
      idle.pop()?.();
    }
  };
  const feed = async (): Promise<void> => {
    const one = { schedule: store, waiting: async () => queue.length, add, policy, clock, trouble: () => {} };
    while (!clock.stopped) {
      // The stock of all workers together: three times what they can do at once, as each keeps it for itself.
      await feedOnce({ ...one, stock: 3 * atOnce * workers });
      await clock.sleep(500);
    }
  };
  const place = async (politeness: SharedPoliteness): Promise<void> => {
    while (!clock.stopped) {
      const errand = queue.shift();
      if (!errand) {
        await new Promise<void>((wake) => idle.push(wake));
        continue;
      }
      const standing = await store.look(errand.id, errand.turn);
      if (standing) {
        const began = clock.now();
        const fails = isRotten(errand.id, clock.now(), random);
        await politeness.run(errand.host, () => log.request(errand.host, clock, latency(random, fails)));
        log.used(began);
        const at = new Date(standing.now).toISOString();
        const seen = {
          at,
          reach: fails ? 'not-found' : 'live',
          status: fails ? 'gone' : 'verified',
        } as const;
        const due = dueAfter(seen, standing.past, errand.id);
        if (await store.settle(errand.id, errand.turn, undefined as never, seen, due))
          log.visited(errand.turn);
      }
      queued.delete(errand.id);
    }
  };
  void feed();
  for (let worker = 0; worker < workers; worker += 1) {
    const politeness = new SharedPoliteness({ turns: store, clock, policy: () => policy, random });
    for (let index = 0; index < atOnce; index += 1) void place(politeness);
  }
  const limit = setTimeout(() => {
    clock.stopped = true;
  }, options.wallS * 1000);
  await clock.run(start + days * dayMs);
  clearTimeout(limit);
  return log.result(store.visits);
}

/** One link in twelve is dead from the start, and one in a thousand dies a week; a failure now and then passes. */
function isRotten(id: string, now: number, random: () => number): boolean {
  const lot = Number.parseInt(id.slice(0, 8), 16) / 0xffffffff;
  const weeks = (now - start) / (7 * dayMs);
  return lot < 1 / 12 + weeks / 1000 || random() < 0.005;
}

/** Log-normal about 700 ms; a failure is asked twice, and one in ten of them times out. */
function latency(random: () => number, fails: boolean): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const once = Math.min(20_000, 700 * Math.exp(0.8 * normal));
  return fails && random() < 0.1 ? 20_000 : once;
}

class Log {
  #options: SimulationOptions;
  #clock: VirtualClock;
  #last = new Map<string, number>();
  #open = new Map<string, number>();
  #first = 0;
  #usedMs = 0;
  #usedFirstDayMs = 0;
  #requests = 0;
  #tooFast = 0;
  #most = 0;
  #byDay: number[] = [];
  #passed: SimulationResult['passedAfterDays'] = {};

  constructor(options: SimulationOptions, clock: VirtualClock) {
    this.#options = options;
    this.#clock = clock;
  }

  async request(host: string, clock: VirtualClock, ms: number): Promise<void> {
    const now = clock.now();
    if (now - (this.#last.get(host) ?? Number.NEGATIVE_INFINITY) < this.#options.paceMs) this.#tooFast += 1;
    this.#last.set(host, now);
    const open = (this.#open.get(host) ?? 0) + 1;
    this.#open.set(host, open);
    this.#most = Math.max(this.#most, open);
    this.#requests += 1;
    await clock.sleep(ms);
    this.#open.set(host, (this.#open.get(host) as number) - 1);
  }

  used(began: number): void {
    this.#usedMs += this.#clock.now() - began;
    if (began - start < dayMs) this.#usedFirstDayMs += this.#clock.now() - began;
  }

  visited(turn: number): void {
    const day = (this.#clock.now() - start) / dayMs;
    this.#byDay[Math.floor(day)] = (this.#byDay[Math.floor(day)] ?? 0) + 1;
    if (turn > 0) return;
    this.#first += 1;
    for (const share of ['50', '90', '99', '100'] as const)
      if (this.#first >= (Number(share) / 100) * this.#options.links) this.#passed[share] ??= day;
    if (this.#options.firstPassOnly && this.#first === this.#options.links) this.#clock.stopped = true;
  }

  result(visits: number): SimulationResult {
    const places = this.#options.workers * this.#options.atOnce;
    const spent = this.#clock.now() - start;
    let harmonic = 0;
    for (let host = 1; host <= this.#options.hosts; host += 1) harmonic += 1 / host;
    return {
      ...this.#options,
      lasted: spent / dayMs,
      visits,
      requests: this.#requests,
      passedAfterDays: this.#passed,
      busyFirstDay: this.#usedFirstDayMs / places / Math.min(dayMs, spent),
      busy: this.#usedMs / places / spent,
      largestHost: Math.round(this.#options.links / harmonic),
      tooFast: this.#tooFast,
      mostAtOnceAHost: this.#most,
      byDay: [...this.#byDay].map((count) => count ?? 0),
    };
  }
}
