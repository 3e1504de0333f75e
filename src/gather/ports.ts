import type { Evidence, Failure, Hop } from '../model/evidence.ts';

/** Time, injected so that tests need none of their own. */
export interface Clock {
  /** Epoch milliseconds, for records. May jump. */
  now(): number;
  /** Milliseconds that never go back, for pace and timeouts. */
  monotonic(): number;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface ExchangeRequest {
  url: string;
  /** Default `GET`. */
  method?: 'GET' | 'POST';
  /** Added to what every request carries; dropped on a change of origin where they are secret. */
  headers?: Record<string, string>;
  /** Form or JSON body for a POST (Save Page Now). */
  body?: string;
  /** Decoded bytes to read at the most. */
  maxBytes?: number;
  /** Called with what has been decoded so far; reading stops when it says so. */
  enough?(read: Uint8Array): boolean;
  /** False to answer with the first 3xx. Default true. */
  follow?: boolean;
  signal?: AbortSignal;
}

/** An outcome, never an exception: every hop taken, and either an answer or a failure. */
export interface Exchanged {
  hops: Hop[];
  finalUrl?: string;
  status?: number;
  /** Lower-case names; repeated headers joined by `, ` (set-cookie is left out). */
  headers: Record<string, string>;
  /** Decoded of its content coding; empty where there was none. */
  body: Uint8Array;
  /** False where reading stopped before the end (cap, `enough`, truncation). */
  complete: boolean;
  /** Set where there was no answer, or where the body broke off (`status` is then set too). */
  failure?: Failure;
  /** Requests spent, retries included. */
  requests: number;
  /** WARC-Record-ID of the last response in the recording. */
  record?: string;
  from: Evidence['from'];
}

/** One polite, guarded, capped exchange, redirects and retries included. */
export type Exchange = (request: ExchangeRequest) => Promise<Exchanged>;

/** One visit to one cited URL: an exchange, and what the page says. */
export type Visit = (url: string, purpose: Evidence['purpose'], signal?: AbortSignal) => Promise<Evidence>;
