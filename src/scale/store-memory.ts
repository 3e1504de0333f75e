import type { Past } from '../judge/case.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Due, headStartMs, mostPast } from './due.ts';
import { Heap } from './heap.ts';
import type { Errand, Link, Schedule, Standing, Turns } from './store.ts';
import {
  type HostState,
  mostHanded,
  mostLateMs,
  type Policy,
  portionMs,
  portionOf,
  takeTurn,
} from './turns.ts';

interface Kept extends Link {
  turn: number;
  dueAt: number;
  past: Past[];
  handed: boolean;
}

interface HostQueue {
  host: string;
  feedAt: number;
  links: Heap<Kept>;
  handed: number;
}

/** As in the database. */
const handedMs = 10 * 60_000;

/**
 * The same store in memory, for one process: what the simulation runs on, and what the database is held equal to. It keeps
 * plans and paces by the very functions; evidence is dropped.
 */
export class MemoryStore implements Turns, Schedule {
  readonly links = new Map<string, Kept>();
  visits = 0;
  #now: () => number;
  #turns = new Map<string, HostState>();
  #queues = new Map<string, HostQueue>();
  #ready = new Heap<HostQueue>((one, other) => one.feedAt - other.feedAt);

  constructor(now: () => number) {
    this.#now = now;
  }

  async take(host: string, turn: string, policy: Policy): Promise<number> {
    return takeTurn(this.#host(host), turn, policy, this.#now());
  }

  async giveBack(host: string, turn: string): Promise<void> {
    this.#host(host).held.delete(turn);
  }

  async postpone(host: string, ms: number): Promise<void> {
    const state = this.#host(host);
    state.nextAt = Math.max(state.nextAt, this.#now() + ms);
  }

  async addLinks(links: readonly Link[]): Promise<number> {
    let added = 0;
    for (const link of links) {
      if (this.links.has(link.id)) continue;
      const kept = { ...link, turn: 0, dueAt: this.#now() - headStartMs(link.rank), past: [], handed: false };
      this.links.set(link.id, kept);
      this.#queue(link.host, this.#now()).links.push(kept);
      added += 1;
    }
    return added;
  }

  async feed(room: number, policy: Policy): Promise<Errand[]> {
    const now = this.#now();
    const portion = portionOf(policy);
    const errands: Errand[] = [];
    for (let hosts = Math.max(1, Math.floor(room / portion)); room > 0 && hosts > 0; hosts -= 1) {
      const queue = this.#ready.peek();
      if (!queue || queue.feedAt > now) break;
      this.#ready.pop();
      for (let left = Math.min(portion, mostHanded(policy) - queue.handed); left > 0; left -= 1) {
        const first = queue.links.peek();
        if (!first || first.dueAt > now) break;
        queue.links.pop();
        first.dueAt = now + handedMs;
        if (!first.handed) queue.handed += 1;
        first.handed = true;
        queue.links.push(first);
        const { id, url, purpose, host, rank, turn } = first;
        errands.push({ id, url, purpose, host, rank, turn });
      }
      const next = queue.links.peek()?.dueAt ?? Number.POSITIVE_INFINITY;
      const late = Math.max(queue.feedAt, now - mostLateMs);
      queue.feedAt = Math.max(late + portionMs(policy), this.#turns.get(queue.host)?.nextAt ?? 0, next);
      this.#ready.push(queue);
    }
    return errands;
  }

  async look(id: string, turn: number): Promise<Standing | undefined> {
    const link = this.links.get(id);
    if (link?.turn !== turn) return undefined;
    return { url: link.url, purpose: link.purpose, past: link.past, now: this.#now() };
  }

  async settle(id: string, turn: number, _: Evidence, seen: Past, due: Due): Promise<boolean> {
    const link = this.links.get(id);
    if (link?.turn !== turn) return false;
    link.turn += 1;
    link.rank = due.rank;
    link.past = [...link.past.slice(1 - mostPast), seen];
    this.#put(link, this.#now() + due.inMs);
    this.visits += 1;
    return true;
  }

  async release(id: string, ms: number): Promise<void> {
    const link = this.links.get(id);
    if (link) this.#put(link, this.#now() + ms);
  }

  #put(link: Kept, dueAt: number): void {
    link.dueAt = dueAt;
    const queue = this.#queues.get(link.host) as HostQueue;
    if (link.handed) queue.handed -= 1;
    link.handed = false;
    queue.links.moved(link);
    if (dueAt < queue.feedAt) {
      queue.feedAt = dueAt;
      this.#ready.moved(queue);
    }
  }

  #host(host: string): HostState {
    const known = this.#turns.get(host);
    if (known) return known;
    const state: HostState = { nextAt: 0, held: new Map() };
    this.#turns.set(host, state);
    return state;
  }

  #queue(host: string, now: number): HostQueue {
    let queue = this.#queues.get(host);
    if (!queue) {
      queue = {
        host,
        feedAt: now,
        handed: 0,
        links: new Heap((one, other) => one.dueAt - other.dueAt || one.rank - other.rank),
      };
      this.#queues.set(host, queue);
      this.#ready.push(queue);
    }
    return queue;
  }
}
