import type { Failure, Hop } from '../model/evidence.ts';
import { parseUrl } from '../text/parse-url.ts';
import { redact } from '../text/redact.ts';
import { CookieJar } from './cookies.ts';
import { type ReadBody, readBody } from './decode.ts';
import { failureOf, isPassing } from './failure.ts';
import type { FetchPort, WireResponse } from './fetch-port.ts';
import { basicOf, headersFor, joined, visible } from './headers.ts';
import { isRedirect, mostRedirects, nextHop, stripped } from './next-hop.ts';
import type { Pacing } from './politeness.ts';
import type { Clock, Exchange, Exchanged, ExchangeRequest } from './ports.ts';
import { waitBeforeRetry } from './retry.ts';
import { Stop, whenAborted } from './stop.ts';

/** One answer on the wire, as the recording keeps it. */
export interface Recorded {
  url: string;
  method: string;
  requestHeaders: Record<string, string>;
  status?: number;
  headers: [string, string][];
  body: Uint8Array;
  complete: boolean;
  failure?: Failure;
  at: number;
}

export interface ExchangeOptions {
  fetch: FetchPort;
  politeness: Pacing;
  clock: Clock;
  userAgent: string;
  /** Work a link may take, hops and retries included, ms. Waiting for a host's turn is not work of the link. */
  timeoutMs: number;
  retries: number;
  maxBytes: number;
  /** Send credentials that stand in the URL asked for, to its origin only. */
  urlCredentials?: boolean;
  random?: () => number;
  /** Called for every answer; gives the record's id back. */
  record?(exchange: Recorded): Promise<string | undefined>;
  /** Says whether a host may be asked at all (robots, exclusions). */
  permits?(url: URL): Promise<string | undefined>;
}

/** Requests one exchange may make to one URL: two exchanges (a 404 is asked twice) stay within twelve. */
const mostToOneUrl = 6;
/** Bytes of a redirect's body that are read: enough for what little they say. */
const redirectBody = 16_384;

const deadline = new DOMException('no whole answer within the time a link may take', 'TimeoutError');
const late: Failure = { kind: 'timeout', phase: 'total', message: deadline.message };

/** The polite, guarded, capped exchange. Every hop is kept; nothing is thrown. */
export function createExchange(options: ExchangeOptions): Exchange {
  return async (request) => {
    const journey = new Journey(request, options);
    try {
      return await journey.run();
    } catch (thrown) {
      return journey.failed(thrown);
    } finally {
      journey.release();
    }
  };
}

interface Asked {
  response?: WireResponse;
  body?: ReadBody;
  failure?: Failure;
}

class Journey {
  #request: ExchangeRequest;
  #options: ExchangeOptions;
  #hops: Hop[] = [];
  #jar = new CookieJar();
  #counts = new Map<string, number>();
  #requests = 0;
  #record: string | undefined;
  #stop = new Stop();
  #leftMs: number;
  #origin = '';
  #authorization: string | undefined;
  #forget: (() => void) | undefined;

  constructor(request: ExchangeRequest, options: ExchangeOptions) {
    this.#request = request;
    this.#options = options;
    this.#leftMs = options.timeoutMs;
    const { signal } = request;
    if (signal) this.#forget = whenAborted(signal, (reason) => this.#stop.stop(reason));
  }

  release(): void {
    this.#forget?.();
  }

  get #late(): boolean {
    return this.#stop.reason === deadline;
  }

  async run(): Promise<Exchanged> {
    const first = parseUrl(this.#request.url);
    if (!first) return this.#end({ failure: { kind: 'malformed-url', message: 'this is not a URL' } });
    this.#origin = first.origin;
    if (this.#options.urlCredentials) this.#authorization = basicOf(first);
    let url = stripped(first);
    let via: Hop['via'] = 'request';
    const seen = new Set<string>();
    for (;;) {
      const wrong = await this.#refusal(url, seen);
      if (wrong) return this.#end({ failure: wrong, finalUrl: url.href });
      const { response, body, failure } = await this.#ask(url, via);
      if (!response) return this.#end({ failure: failure as Failure, finalUrl: url.href });
      const next =
        this.#request.follow === false ? undefined : nextHop(url, response, body?.bytes ?? nothing);
      if (!next) return this.#arrived(url, response, body as ReadBody);
      (this.#hops.at(-1) as Hop).location = redact(next.url?.href ?? next.raw);
      const lost = this.#astray(next.url);
      if (lost) return this.#end({ failure: lost, finalUrl: url.href });
      url = next.url as URL;
      via = next.via;
    }
  }

  #astray(next: URL | undefined): Failure | undefined {
    if (!next) return { kind: 'malformed-url', message: 'the redirect leads to something that is not a URL' };
    return this.#hops.length > mostRedirects
      ? { kind: 'redirect-loop', message: `more than ${mostRedirects} redirects` }
      : undefined;
  }

  async #refusal(url: URL, seen: Set<string>): Promise<Failure | undefined> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      return { kind: 'unsupported-scheme', message: `${url.protocol.slice(0, 20)} is not visited` };
    const key = `${withoutFragment(url)} ${this.#jar.state}`;
    if (seen.has(key)) return { kind: 'redirect-loop', message: 'the redirects go round in a circle' };
    seen.add(key);
    const why = await this.#options.permits?.(url);
    return why ? { kind: 'excluded', message: why } : undefined;
  }

  /** One hop, with its retries. */
  async #ask(url: URL, via: Hop['via']): Promise<Asked> {
    const { politeness, clock, retries, random = Math.random } = this.#options;
    const address = withoutFragment(url);
    for (let attempt = 0; ; attempt += 1) {
      const count = (this.#counts.get(address) ?? 0) + 1;
      this.#counts.set(address, count);
      if (count > mostToOneUrl)
        return { failure: { kind: 'redirect-loop', message: `${address} was asked for too often` } };
      // A link under way goes before links that have not begun, or a long queue would part its hops.
      const answer = await politeness.run(
        url.host,
        () => this.#once(url, via),
        this.#stop,
        this.#requests > 0,
      );
      const wait = this.#late ? undefined : waitBeforeRetry(outcomeOf(answer), attempt, clock.now(), random);
      if (wait === undefined || attempt >= retries || wait > this.#leftMs || !politeness.mayRetry(url.host))
        return answer;
      if (answer.response) politeness.postpone(url.host, wait);
      this.#hops.pop();
      await this.#atWork(() => clock.sleep(wait, this.#stop.signal));
    }
  }

  /** Runs the link's clock for as long as the job takes. */
  async #atWork<T>(job: () => Promise<T>): Promise<T> {
    const began = this.#options.clock.monotonic();
    const timer = setTimeout(() => this.#stop.stop(deadline), Math.max(0, this.#leftMs));
    try {
      return await job();
    } finally {
      clearTimeout(timer);
      this.#leftMs -= this.#options.clock.monotonic() - began;
    }
  }

  async #once(url: URL, via: Hop['via']): Promise<Asked> {
    if (this.#stop.stopped) return { failure: this.#failure(this.#stop.reason) };
    this.#requests += 1;
    const { clock } = this.#options;
    const hop: Hop = { url: redact(withoutFragment(url)), via };
    this.#hops.push(hop);
    const headers = headersFor({
      userAgent: this.#options.userAgent,
      asked: this.#request.headers,
      sameOrigin: url.origin === this.#origin,
      cookie: this.#jar.header(url.origin),
      authorization: this.#authorization,
    });
    const began = clock.monotonic();
    const answer = await this.#atWork(() => this.#onTheWire(url, headers));
    hop.durationMs = Math.round(clock.monotonic() - began);
    if (answer.response) hop.status = answer.response.status;
    this.#record = await this.#kept(hop.url, headers, answer);
    return answer;
  }

  async #onTheWire(url: URL, headers: Record<string, string>): Promise<Asked> {
    const { method = 'GET', body, maxBytes = this.#options.maxBytes, enough } = this.#request;
    try {
      const response = await this.#options.fetch(url, {
        method,
        headers,
        stop: this.#stop,
        maxWire: maxBytes * 2,
        ...(body === undefined ? {} : { body }),
      });
      this.#jar.keep(url.origin, response.headers);
      const read = await readBody(response, {
        maxDecoded: isRedirect(response.status) ? Math.min(maxBytes, redirectBody) : maxBytes,
        ...(enough ? { enough } : {}),
      });
      return { response, body: read };
    } catch (thrown) {
      return { failure: this.#failure(thrown) };
    }
  }

  /** A run that was stopped says nothing of the link. */
  #failure(thrown: unknown): Failure {
    return this.#stop.stopped && !this.#late
      ? { kind: 'not-attempted', message: 'stopped before it was done' }
      : failureOf(thrown, this.#late);
  }

  async #kept(url: string, headers: Record<string, string>, answer: Asked): Promise<string | undefined> {
    const { record, clock } = this.#options;
    if (!record) return undefined;
    const { response, body, failure } = answer;
    return record({
      url,
      method: this.#request.method ?? 'GET',
      requestHeaders: visible(headers),
      headers: response?.headers ?? [],
      body: body?.bytes ?? nothing,
      complete: body?.complete ?? true,
      at: clock.now(),
      ...(response ? { status: response.status } : {}),
      ...(failure ? { failure } : {}),
    });
  }

  #arrived(url: URL, response: WireResponse, body: ReadBody): Exchanged {
    const { trouble } = body;
    const failure: Failure | undefined =
      this.#late && !body.complete ? late : trouble && { kind: trouble.kind, message: trouble.message };
    return this.#end({
      finalUrl: url.href,
      status: response.status,
      headers: joined(response.headers),
      body: body.bytes,
      complete: body.complete,
      ...(failure ? { failure } : {}),
    });
  }

  failed(thrown: unknown): Exchanged {
    return this.#end({ failure: this.#failure(thrown) });
  }

  #end(outcome: Partial<Exchanged>): Exchanged {
    const { finalUrl, ...rest } = outcome;
    return {
      headers: {},
      body: nothing,
      complete: false,
      ...rest,
      ...(finalUrl === undefined ? {} : { finalUrl: redact(finalUrl) }),
      hops: this.#hops,
      requests: this.#requests,
      from: 'live',
      ...(this.#record ? { record: this.#record } : {}),
    };
  }
}

const nothing = new Uint8Array();

const outcomeOf = ({ response, failure }: Asked) => ({
  passing: failure !== undefined && isPassing(failure),
  status: response?.status,
  retryAfter: response?.headers.find(([name]) => name === 'retry-after')?.[1],
});

const withoutFragment = (url: URL): string => {
  const at = url.href.indexOf('#');
  return at === -1 ? url.href : url.href.slice(0, at);
};
