import type { Failure, Hop } from '../model/evidence.ts';
import { parseUrl } from '../text/parse-url.ts';
import { redact } from '../text/redact.ts';
import { CookieJar } from './cookies.ts';
import { type ReadBody, readBody } from './decode.ts';
import { failureOf, isPassing } from './failure.ts';
import type { FetchPort, WireResponse } from './fetch-port.ts';
import { metaRefresh } from './meta-refresh.ts';
import type { Politeness } from './politeness.ts';
import type { Clock, Exchange, Exchanged, ExchangeRequest } from './ports.ts';
import { backoffMs, retryAfterMs } from './retry.ts';

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
  politeness: Politeness;
  clock: Clock;
  userAgent: string;
  /** One deadline a link, hops and retries included, ms. */
  timeoutMs: number;
  retries: number;
  maxBytes: number;
  random?: () => number;
  /** Called for every answer; gives the record's id back. */
  record?(exchange: Recorded): Promise<string | undefined>;
  /** Says whether a host may be asked at all (robots, exclusions). */
  permits?(url: URL): Promise<string | undefined>;
}

const maxHops = 10;
/** Retry-After is obeyed up to this; what asks for longer is given up for this run. */
const longestWaitMs = 15_000;

/** The polite, guarded, capped exchange. Every hop is kept; nothing is thrown. */
export function createExchange(options: ExchangeOptions): Exchange {
  return async (request) => {
    const state = new Journey(request, options);
    try {
      return await state.run();
    } catch (thrown) {
      return state.end({ failure: failureOf(thrown, state.late()) });
    } finally {
      state.release();
    }
  };
}

class Journey {
  #request: ExchangeRequest;
  #options: ExchangeOptions;
  #hops: Hop[] = [];
  #jar = new CookieJar();
  #requests = 0;
  #record: string | undefined;
  #abort = new AbortController();
  #timer: NodeJS.Timeout;
  #late = false;
  #onStop: () => void;

  constructor(request: ExchangeRequest, options: ExchangeOptions) {
    this.#request = request;
    this.#options = options;
    this.#timer = setTimeout(() => undefined, 0);
    this.#onStop = () => this.#abort.abort(request.signal?.reason);
    if (request.signal?.aborted) this.#onStop();
    else request.signal?.addEventListener('abort', this.#onStop, { once: true });
  }

  late = (): boolean => this.#late;

  release(): void {
    clearTimeout(this.#timer);
    this.#request.signal?.removeEventListener('abort', this.#onStop);
  }

  async run(): Promise<Exchanged> {
    const first = parseUrl(this.#request.url);
    if (!first) return this.end({ failure: { kind: 'malformed-url', message: 'this is not a URL' } });
    let url = stripped(first);
    let via: Hop['via'] = 'request';
    const seen = new Set<string>();
    for (;;) {
      const wrong = await this.#refusal(url, seen);
      if (wrong) return this.end({ failure: wrong, finalUrl: url.href });
      const { response, body, failure } = await this.#ask(url, via);
      if (!response) return this.end({ failure: failure as Failure, finalUrl: url.href });
      const next =
        this.#request.follow === false ? undefined : nextHop(url, response, body?.bytes ?? new Uint8Array());
      if (!next) return this.#arrived(url, response, body as ReadBody);
      (this.#hops.at(-1) as Hop).location = redact(next.url?.href ?? next.raw);
      if (!next.url)
        return this.end({
          failure: { kind: 'malformed-url', message: 'the redirect leads to something that is not a URL' },
          finalUrl: url.href,
        });
      if (this.#hops.length > maxHops)
        return this.end({
          failure: { kind: 'redirect-loop', message: `more than ${maxHops} redirects` },
          finalUrl: url.href,
        });
      url = next.url;
      via = next.via;
    }
  }

  async #refusal(url: URL, seen: Set<string>): Promise<Failure | undefined> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      return { kind: 'unsupported-scheme', message: `${url.protocol.slice(0, 20)} is not visited` };
    const key = `${url.href.replace(/#.*$/, '')} ${this.#jar.state}`;
    if (seen.has(key)) return { kind: 'redirect-loop', message: 'the redirects go round in a circle' };
    seen.add(key);
    const why = await this.#options.permits?.(url);
    return why ? { kind: 'excluded', message: why } : undefined;
  }

  /** One hop, with its retries. */
  async #ask(
    url: URL,
    via: Hop['via'],
  ): Promise<{ response?: WireResponse; body?: ReadBody; failure?: Failure }> {
    const { politeness, clock, retries, random = Math.random } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await politeness.run(url.host, () => this.#once(url, via), this.#abort.signal);
      const wait = this.#waitFor(answer, attempt, random);
      if (
        wait === undefined ||
        attempt >= retries ||
        this.#abort.signal.aborted ||
        !politeness.mayRetry(url.host)
      )
        return answer;
      if (answer.response) politeness.postpone(url.host, wait);
      this.#hops.pop();
      await clock.sleep(wait, this.#abort.signal);
    }
  }

  /** How long until another try may help; undefined where it cannot. */
  #waitFor(
    { response, failure }: { response?: WireResponse; failure?: Failure },
    attempt: number,
    random: () => number,
  ): number | undefined {
    if (failure) return isPassing(failure) && !this.#late ? backoffMs(attempt, random) : undefined;
    const asked = retryAfterMs(
      response?.headers.find(([name]) => name === 'retry-after')?.[1],
      this.#options.clock.now(),
    );
    const status = response?.status ?? 0;
    if (status === 429 || status === 503 || (status === 403 && asked !== undefined)) {
      if (asked === undefined) return backoffMs(attempt, random);
      return asked <= longestWaitMs ? asked : undefined;
    }
    return status === 500 || status === 502 || status === 504 ? backoffMs(attempt, random) : undefined;
  }

  async #once(
    url: URL,
    via: Hop['via'],
  ): Promise<{ response?: WireResponse; body?: ReadBody; failure?: Failure }> {
    const { fetch, clock, userAgent, maxBytes } = this.#options;
    if (this.#abort.signal.aborted) return { failure: failureOf(this.#abort.signal.reason, this.#late) };
    // The deadline counts work, not waiting for a turn: it starts with the first request.
    if (this.#requests === 0) this.#startDeadline();
    this.#requests += 1;
    const began = clock.monotonic();
    const headers = this.#headersFor(url, userAgent);
    const hop: Hop = { url: redact(url.href), via };
    this.#hops.push(hop);
    const keep = (more: Partial<Recorded>) =>
      this.#options.record?.({
        url: redact(url.href),
        method: this.#request.method ?? 'GET',
        requestHeaders: visible(headers),
        headers: [],
        body: new Uint8Array(),
        complete: true,
        at: clock.now(),
        ...more,
      });
    try {
      const init = {
        method: this.#request.method ?? ('GET' as const),
        headers,
        signal: this.#abort.signal,
        ...(this.#request.body === undefined ? {} : { body: this.#request.body }),
      };
      const response = await fetch(withoutFragment(url), init);
      hop.status = response.status;
      this.#jar.keep(url.origin, response.headers);
      const cap = this.#request.maxBytes ?? maxBytes;
      const redirect = response.status >= 300 && response.status < 400;
      const body = await readBody(response, {
        maxWire: cap * 2,
        maxDecoded: redirect ? Math.min(cap, 16_384) : cap,
        ...(this.#request.enough ? { enough: this.#request.enough } : {}),
      });
      hop.durationMs = Math.round(clock.monotonic() - began);
      this.#record = await keep({
        status: response.status,
        headers: response.headers,
        body: body.bytes,
        complete: body.complete,
      });
      return { response, body };
    } catch (thrown) {
      hop.durationMs = Math.round(clock.monotonic() - began);
      const failure = failureOf(thrown, this.#late);
      this.#record = await keep({ failure });
      return { failure };
    }
  }

  #startDeadline(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#late = true;
      this.#abort.abort(new DOMException('deadline', 'TimeoutError'));
    }, this.#options.timeoutMs);
  }

  /** Secrets of the caller (keys of an archive) go to the origin they were meant for and nowhere else. */
  #headersFor(url: URL, userAgent: string): Record<string, string> {
    const asked = this.#request.headers ?? {};
    const sameOrigin = parseUrl(this.#request.url)?.origin === url.origin;
    const own = sameOrigin
      ? asked
      : Object.fromEntries(
          Object.entries(asked).filter(
            ([name]) => !/^(?:authorization|cookie|proxy-authorization)$/i.test(name),
          ),
        );
    return {
      'user-agent': userAgent,
      accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
      'accept-language': '*',
      'accept-encoding': 'gzip, br, deflate',
      ...this.#jar.header(url.origin),
      ...own,
    };
  }

  #arrived(url: URL, response: WireResponse, body: ReadBody): Exchanged {
    const { trouble } = body;
    const late = this.#late && !body.complete;
    const failure: Failure | undefined = late
      ? { kind: 'timeout', phase: 'total', message: 'no whole answer within the time a link may take' }
      : trouble && { kind: trouble.kind, message: trouble.message };
    return this.end({
      finalUrl: url.href,
      status: response.status,
      headers: joined(response.headers),
      body: body.bytes,
      complete: body.complete,
      ...(failure ? { failure } : {}),
    });
  }

  end(outcome: Partial<Exchanged>): Exchanged {
    const { finalUrl, ...rest } = outcome;
    return {
      headers: {},
      body: new Uint8Array(),
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

/** Where an answer sends the visitor on: by its Location, or by a meta refresh in the page. */
export function nextHop(
  url: URL,
  response: Pick<WireResponse, 'status' | 'headers'>,
  body: Uint8Array,
): { url: URL | undefined; raw: string; via: Hop['via'] } | undefined {
  const location = response.headers.find(([name]) => name === 'location')?.[1];
  if ([301, 302, 303, 307, 308].includes(response.status) && location !== undefined)
    return { url: step(location, url), raw: location, via: 'redirect' };
  const type = response.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  if (response.status !== 200 || !/html|^$/i.test(type)) return undefined;
  const target = metaRefresh(body);
  return target === undefined ? undefined : { url: step(target, url), raw: target, via: 'meta-refresh' };
}

function step(location: string, base: URL): URL | undefined {
  const next = parseUrl(rightBytes(location), base);
  if (!next) return undefined;
  if (!next.hash && base.hash) next.hash = base.hash;
  return stripped(next);
}

/** Header bytes arrive as Latin-1; many servers send raw UTF-8 in Location. */
function rightBytes(location: string): string {
  if (!/[\u0080-\u00ff]/.test(location)) return location;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(location, 'latin1'));
  } catch {
    return location;
  }
}

/** Credentials in a URL are never sent. */
function stripped(url: URL): URL {
  url.username = '';
  url.password = '';
  return url;
}

const withoutFragment = (url: URL): string => url.href.replace(/#.*$/, '');
const visible = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:authorization|cookie)$/i.test(name)));

function joined(headers: readonly [string, string][]): Record<string, string> {
  const all: Record<string, string> = Object.create(null);
  for (const [name, value] of headers)
    if (name !== 'set-cookie') all[name] = name in all ? `${all[name]}, ${value}` : value;
  return { ...all };
}
