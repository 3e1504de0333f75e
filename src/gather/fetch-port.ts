import type { Agent, Dispatcher } from 'undici';
import type { Stop } from './stop.ts';

/** One request on the wire. Redirects are never followed here. */
export interface WireRequest {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  stop: Stop;
  /** Bytes of the body, still coded, after which the connection is ended. */
  maxWire: number;
}

export interface WireResponse {
  status: number;
  /** Name and value, in order, repeated names kept; names in lower case, values as Latin-1. */
  headers: [string, string][];
  /** The body as it comes, still in its content coding. */
  body: AsyncIterable<Uint8Array>;
  /** Ends the body at once; must be called for every body that is not read to its end. */
  cancel(): void;
}

/** The port: npm undici in production, `globalThis.fetch` under nock. Rejects with what the platform throws. */
export type FetchPort = (url: URL, request: WireRequest) => Promise<WireResponse>;

/** Informational answers (1xx) before the final one that are still taken for good manners. */
const mostInterim = 16;

/** What ends a flood. */
class WireTrouble extends Error {
  readonly code: 'WIRE_FLOOD' | 'WIRE_CAP';
  constructor(code: WireTrouble['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * undici's dispatcher with a handler of our own. Nothing is ever paused: a paused parser ends the process when its peer
 * closes, so what comes is kept until it is read, and that is capped by `maxWire`.
 */
export const undiciPort =
  (agent: Agent): FetchPort =>
  (url, { method, headers, body, stop, maxWire }) =>
    new Promise((resolve, reject) => {
      const inbox = new Inbox();
      let controller: Dispatcher.DispatchController | undefined;
      let [interim, wire, answered] = [0, 0, false];
      const end = (reason: unknown): void => {
        const error = reason instanceof Error ? reason : new Error('stopped', { cause: reason });
        controller?.abort(error);
        if (!answered) reject(error);
        inbox.fail(error);
      };
      const forget = stop.whenStopped(end);
      const cancel = (): void => {
        forget();
        if (inbox.ended) return;
        const enough = new WireTrouble('WIRE_CAP', 'read no further');
        inbox.fail(enough);
        controller?.abort(enough);
      };
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart(started) {
          controller = started;
          if (stop.stopped) end(stop.reason);
        },
        onResponseStart(started, status) {
          if (status < 200) {
            interim += 1;
            if (interim > mostInterim) end(new WireTrouble('WIRE_FLOOD', 'interim answers without end'));
            return;
          }
          answered = true;
          const raw = (started as { rawHeaders?: Buffer[] | string[] | null }).rawHeaders ?? [];
          resolve({ status, headers: pairs(raw), body: inbox, cancel });
        },
        onResponseData(_, chunk) {
          wire += chunk.length;
          inbox.put(chunk);
          if (wire > maxWire) end(new WireTrouble('WIRE_CAP', 'read no further'));
        },
        onResponseEnd() {
          forget();
          inbox.end();
        },
        onResponseError(_, error) {
          forget();
          if (answered) inbox.fail(error);
          else reject(error);
        },
      };
      agent.dispatch(
        { origin: url.origin, path: `${url.pathname}${url.search}`, method, headers, body: body ?? null },
        handler,
      );
    });

function pairs(raw: readonly (Buffer | string)[]): [string, string][] {
  const rows: [string, string][] = [];
  const text = (value: Buffer | string | undefined): string =>
    typeof value === 'string' ? value : (value?.toString('latin1') ?? '');
  for (let at = 0; at + 1 < raw.length; at += 2) rows.push([text(raw[at]).toLowerCase(), text(raw[at + 1])]);
  return rows;
}

interface Waiting {
  resolve(result: IteratorResult<Uint8Array>): void;
  reject(error: unknown): void;
}

/** Chunks between the socket that brings them and the reader that takes them. */
class Inbox implements AsyncIterable<Uint8Array>, AsyncIterator<Uint8Array> {
  #chunks: Uint8Array[] = [];
  #error: unknown;
  #state: 'open' | 'ended' | 'failed' = 'open';
  #waiting: Waiting | undefined;

  get ended(): boolean {
    return this.#state !== 'open';
  }

  put(chunk: Uint8Array): void {
    if (this.#state !== 'open') return;
    if (!this.#waiting) this.#chunks.push(chunk);
    else this.#answer((waiting) => waiting.resolve({ done: false, value: chunk }));
  }

  end(): void {
    if (this.#state !== 'open') return;
    this.#state = 'ended';
    this.#answer((waiting) => waiting.resolve({ done: true, value: undefined }));
  }

  fail(error: unknown): void {
    if (this.#state !== 'open') return;
    this.#state = 'failed';
    this.#error = error;
    this.#answer((waiting) => waiting.reject(error));
  }

  async next(): Promise<IteratorResult<Uint8Array>> {
    const chunk = this.#chunks.shift();
    if (chunk) return { done: false, value: chunk };
    if (this.#state === 'failed') throw this.#error;
    if (this.#state === 'ended') return { done: true, value: undefined };
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return this;
  }

  #answer(tell: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) tell(waiting);
  }
}

type Fetch = typeof globalThis.fetch;

/** Any `fetch`. Its body is decoded already, so the content coding is taken off the headers. */
export const fetchPort =
  (fetch: Fetch): FetchPort =>
  async (url, { method, headers, body, stop }) => {
    const answer = await fetch(url.href, {
      method,
      headers,
      redirect: 'manual',
      signal: stop.signal,
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: answer.status,
      headers: [...answer.headers].filter(
        ([name]) => name !== 'content-encoding' && name !== 'content-length',
      ),
      body: (answer.body ?? []) as AsyncIterable<Uint8Array>,
      cancel: () => void answer.body?.cancel().catch(() => undefined),
    };
  };
