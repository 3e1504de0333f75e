import type { Past } from '../judge/case.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Due } from './due.ts';
import type { StoredDocument } from './record.ts';
import type { Policy } from './turns.ts';

/** A link of the corpus: one for a URL and purpose, however many articles cite it. */
export interface Link {
  /** SHA-256 of purpose and URL, hex. */
  id: string;
  url: string;
  purpose: Evidence['purpose'];
  /** Registrable. */
  host: string;
  rank: number;
}

/** One visit to be made: the link and which of its visits this is, counted from 0. */
export interface Errand extends Link {
  turn: number;
}

/** What is known of an errand's link when its turn has come. */
export interface Standing {
  url: string;
  purpose: Evidence['purpose'];
  past: Past[];
  /** The store's clock, epoch ms: the one clock that all workers share. */
  now: number;
}

/** Who may ask which host, kept for all workers together. */
export interface Turns {
  /** 0 where the turn was given, else how long to wait before asking again, ms. `turn` is the asker's own new id. */
  take(host: string, turn: string, policy: Policy): Promise<number>;
  giveBack(host: string, turn: string): Promise<void>;
  postpone(host: string, ms: number): Promise<void>;
}

/** What is to be visited when, kept for all workers together. */
export interface Schedule {
  /** Hands out errands that are due, at most `room`, of each host no more than its pace lets through. */
  feed(room: number, policy: Policy): Promise<Errand[]>;
  /** Undefined where the visit has been made already, or the link is not known. */
  look(id: string, turn: number): Promise<Standing | undefined>;
  /** Writes a visit and plans the next one, in one step. False where somebody had written it before. */
  settle(id: string, turn: number, evidence: Evidence, seen: Past, due: Due): Promise<boolean>;
  /** Puts an errand back that could not be done, to be handed out again in `ms`. */
  release(id: string, ms: number): Promise<void>;
  addLinks(links: readonly Link[]): Promise<number>;
}

export interface Visited {
  url: string;
  purpose: Evidence['purpose'];
  turn: number;
  evidence: Evidence;
}

/** Documents and what was seen of their links. */
export interface Results {
  addDocument(document: StoredDocument): Promise<void>;
  /** Paths in order. */
  documents(): Promise<string[]>;
  /** Undefined where it is damaged. */
  document(path: string): Promise<StoredDocument | undefined>;
  /** Sound visits of these links, oldest first, and how many were damaged. */
  visits(ids: readonly string[]): Promise<{ sound: Visited[]; damaged: number }>;
}

/** What `refvouch queue` says of the ledger. */
export interface Ledger {
  links: number;
  visits: number;
  /** Never visited. */
  unseen: number;
  /** Due now and not handed out. */
  due: number;
  /** Handed to the engine or a worker. */
  handedOut: number;
  underWay: number;
  /** Hosts that are put off, longest first, with the links that wait for them. */
  delayed: { host: string; ms: number; links: number }[];
}

export interface Store extends Turns, Schedule, Results {
  ledger(): Promise<Ledger>;
  close(): Promise<void>;
}
