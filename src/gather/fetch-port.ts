import type { Agent } from 'undici';
import { request } from 'undici';

/** One request on the wire. Redirects are never followed here. */
export interface WireRequest {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

export interface WireResponse {
  status: number;
  /** Name and value, in order, repeated names kept. */
  headers: [string, string][];
  /** The body as it comes, still in its content coding. */
  body: AsyncIterable<Uint8Array>;
  /** Ends the body at once; must be called for every body that is not read to its end. */
  cancel(): void;
}

/** The port: npm undici in production, `globalThis.fetch` under nock. */
export type FetchPort = (url: string, request: WireRequest) => Promise<WireResponse>;

/** undici's `request` over an agent of ours. */
export const undiciPort =
  (agent: Agent): FetchPort =>
  async (url, { method, headers, body, signal }) => {
    const answer = await request(url, { method, headers, body: body ?? null, signal, dispatcher: agent });
    // A body that nobody listens to must not end the process when its socket closes.
    answer.body.on('error', () => undefined);
    return {
      status: answer.statusCode,
      headers: Object.entries(answer.headers).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value ?? '']).map((one): [string, string] => [
          name.toLowerCase(),
          one,
        ]),
      ),
      body: answer.body,
      cancel: () => void answer.body.destroy(),
    };
  };

type Fetch = typeof globalThis.fetch;

/** Any `fetch`. Its body is decoded already, so the content coding is taken off the headers. */
export const fetchPort =
  (fetch: Fetch): FetchPort =>
  async (url, { method, headers, body, signal }) => {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal,
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
