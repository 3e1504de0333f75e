import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Failure, failureKinds, type Hop } from '../../model/evidence.ts';
import { parseUrl } from '../../text/parse-url.ts';
import { redact } from '../../text/redact.ts';
import type { Recorded } from '../exchange.ts';
import { joined } from '../headers.ts';
import { mostRedirects, nextHop, stripped } from '../next-hop.ts';
import type { Exchange, Exchanged } from '../ports.ts';

/** An address as recordings know it: without secrets, and without the contact that every person gives differently. */
const recordedUrl = (url: string): string =>
  redact(url).replace(/([?&])mailto=[^&#]*(&|(?=#|$))/, (_, sign: string, next: string) =>
    next === '&' ? sign : '',
  );

interface Kept {
  status?: number;
  headers: [string, string][];
  body: Uint8Array;
  complete: boolean;
  failure?: Failure;
  record: string | undefined;
  at: number;
}

export interface Replay {
  exchange: Exchange;
  /** What the recording says of itself, where its pages are not the real ones. */
  synthetic?: string;
  /** When it was made. */
  recordedAt?: string;
  /** Records that are damaged and were left out, in one sentence. */
  troubles: string[];
}

/** Bytes of one recorded body read at the most. */
const maxBody = 32 * 1024 * 1024;

/**
 * An exchange that answers from a WARC file, in the order the answers were recorded for each URL; no network at all. A
 * payload that does not fit its digest is no evidence and is left out. `record` is told of what was answered, for a
 * recording of the replay.
 */
export async function openReplay(
  path: string,
  record?: (exchange: Recorded) => Promise<string | undefined>,
): Promise<Replay> {
  const { WARCParser } = await import('warcio');
  const answers = new Map<string, Kept[]>();
  const turns = new Map<string, number>();
  let [synthetic, recordedAt, damaged] = [undefined as string | undefined, '', 0];
  const readAll = async (): Promise<void> => {
    for await (const row of new WARCParser(createReadStream(path))) {
      const date = row.warcHeader('WARC-Date') ?? '';
      recordedAt ||= date;
      const body = await capped(row as AsyncIterable<Uint8Array>);
      if (row.warcType === 'warcinfo') {
        synthetic ??= /^description:\s*(.+)$/im.exec(new TextDecoder().decode(body))?.[1];
        continue;
      }
      const common = { record: row.warcHeader('WARC-Record-ID') ?? undefined, at: Date.parse(date) || 0 };
      const kept =
        row.warcType === 'response'
          ? { ...common, ...responseIn(row, body) }
          : row.warcType === 'metadata'
            ? { ...common, headers: [], body: new Uint8Array(), complete: true, failure: failureIn(body) }
            : undefined;
      if (!kept || (kept.failure === undefined && kept.status === undefined)) continue;
      if (row.warcType === 'response' && !isWhole(row.warcHeader('WARC-Payload-Digest'), kept)) damaged += 1;
      else put(answers, recordedUrl(row.warcTargetURI ?? ''), kept);
    }
  };
  const troubles: string[] = [];
  await readAll().catch((error: unknown) => {
    if (answers.size === 0)
      throw new RangeError(`${path} cannot be read as a WARC recording (${messageOf(error)}).`, {
        cause: error,
      });
    troubles.push(`${path}: the recording is damaged towards its end.`);
  });
  if (damaged > 0)
    troubles.push(`${path}: ${damaged} damaged ${damaged === 1 ? 'record was' : 'records were'} left out.`);
  return {
    exchange: async (request) => new Retold(answers, turns, record).answer(request),
    ...(synthetic ? { synthetic } : {}),
    ...(recordedAt ? { recordedAt } : {}),
    troubles,
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function capped(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    if (length < maxBody) parts.push(part.subarray(0, maxBody - length));
    length += part.length;
  }
  return Buffer.concat(parts);
}

interface WarcRow {
  httpHeaders?: { headers: Iterable<[string, string]>; statusCode?: number | string } | null;
  warcHeader(name: string): string | null | undefined;
}

function responseIn(row: unknown, body: Uint8Array): Omit<Kept, 'record' | 'at'> {
  const { httpHeaders, warcHeader } = row as WarcRow;
  const headers = [...(httpHeaders?.headers ?? [])].map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value,
  ]);
  const status = Number(httpHeaders?.statusCode);
  return {
    ...(Number.isInteger(status) ? { status } : {}),
    headers,
    body,
    complete: !warcHeader.call(row, 'WARC-Truncated'),
  };
}

/** Digests of payloads that were coded on the wire are of other bytes than those read here, and are not compared. */
function isWhole(
  digest: string | null | undefined,
  { headers, body }: Pick<Kept, 'headers' | 'body'>,
): boolean {
  const wanted = /^sha256:([0-9a-f]{64})$/i.exec(digest ?? '')?.[1];
  const coded = headers.some(([name]) => name === 'content-encoding' || name === 'transfer-encoding');
  return (
    wanted === undefined || coded || createHash('sha256').update(body).digest('hex') === wanted.toLowerCase()
  );
}

function failureIn(body: Uint8Array): Failure | undefined {
  try {
    const failure = JSON.parse(new TextDecoder().decode(body)) as Failure;
    return failureKinds.includes(failure.kind) && typeof failure.message === 'string' ? failure : undefined;
  } catch {
    return undefined;
  }
}

function put(answers: Map<string, Kept[]>, url: string, kept: Kept): void {
  const rows = answers.get(url);
  if (rows) rows.push(kept);
  else answers.set(url, [kept]);
}

const nothing = new Uint8Array();
const missing: Failure = { kind: 'not-attempted', message: 'the recording has no answer from this address' };

/** One visit told again, hop by hop. */
class Retold {
  #answers: Map<string, Kept[]>;
  #turns: Map<string, number>;
  #record: ((exchange: Recorded) => Promise<string | undefined>) | undefined;
  #hops: Hop[] = [];

  constructor(
    answers: Map<string, Kept[]>,
    turns: Map<string, number>,
    record: ((exchange: Recorded) => Promise<string | undefined>) | undefined,
  ) {
    this.#answers = answers;
    this.#turns = turns;
    this.#record = record;
  }

  async answer({ url, follow, method = 'GET' }: Parameters<Exchange>[0]): Promise<Exchanged> {
    const first = parseUrl(url);
    if (!first) return this.#end({ failure: { kind: 'malformed-url', message: 'this is not a URL' } });
    let here: URL = first;
    let via: Hop['via'] = 'request';
    while (this.#hops.length <= mostRedirects) {
      const finalUrl = redact(stripped(here).href);
      const address = finalUrl.replace(/#.*$/s, '');
      const kept = this.#next(recordedUrl(address));
      if (!kept) return this.#end({ failure: missing, finalUrl });
      const hop: Hop = { url: address, via, ...(kept.status === undefined ? {} : { status: kept.status }) };
      this.#hops.push(hop);
      const id = (await this.#again(address, method, kept)) ?? kept.record;
      const record = id ? { record: id } : {};
      if (kept.failure || kept.status === undefined)
        return this.#end({ failure: kept.failure as Failure, finalUrl, ...record });
      const response = { status: kept.status, headers: kept.headers };
      const next: ReturnType<typeof nextHop> =
        follow === false ? undefined : nextHop(here, response, kept.body);
      if (!next) return this.#end({ ...plainly(kept), finalUrl, ...record });
      hop.location = redact(next.url?.href ?? next.raw);
      if (!next.url)
        return this.#end({
          failure: { kind: 'malformed-url', message: 'the redirect leads to something that is not a URL' },
          finalUrl,
        });
      here = next.url;
      via = next.via;
    }
    return this.#end({ failure: { kind: 'redirect-loop', message: 'the redirects go round in a circle' } });
  }

  /**
   * The next answer from an address. Retries were recorded one by one: what counts is the last of a run of passing troubles;
   * and the last answer stands for all later questions.
   */
  #next(key: string): Kept | undefined {
    const rows = this.#answers.get(key);
    if (!rows) return undefined;
    let turn = Math.min(this.#turns.get(key) ?? 0, rows.length - 1);
    while (turn + 1 < rows.length && isPassingTrouble(rows[turn] as Kept)) turn += 1;
    this.#turns.set(key, turn + 1);
    return rows[turn];
  }

  async #again(url: string, method: string, kept: Kept): Promise<string | undefined> {
    const { headers, body, complete, at, status, failure } = kept;
    return this.#record?.({
      url,
      method,
      requestHeaders: {},
      headers,
      body,
      complete,
      at,
      ...(status === undefined ? {} : { status }),
      ...(failure ? { failure } : {}),
    });
  }

  #end(outcome: Partial<Exchanged>): Exchanged {
    return {
      headers: {},
      body: nothing,
      complete: false,
      ...outcome,
      hops: this.#hops,
      requests: this.#hops.length,
      from: 'recording',
    };
  }
}

const isPassingTrouble = ({ failure, status }: Kept): boolean =>
  failure !== undefined || status === 429 || (status !== undefined && status >= 500);

const plainly = ({ status, headers, body, complete }: Kept): Partial<Exchanged> => ({
  ...(status === undefined ? {} : { status }),
  headers: joined(headers),
  body,
  complete,
});
