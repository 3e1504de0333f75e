import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Failure, failureKinds, type Hop } from '../model/evidence.ts';
import { redact } from '../text/redact.ts';
import type { Recorded } from './exchange.ts';
import type { Exchange } from './ports.ts';

export interface Recorder {
  record(exchange: Recorded): Promise<string | undefined>;
  /** Ends the file and gives it its name. */
  close(): Promise<void>;
}

export interface RecorderOptions {
  software: string;
  /** Said in the warcinfo record, where the pages are not the real ones. */
  synthetic?: string;
}

/** Every exchange as WARC 1.1 (ISO 28500): a request and a response record each; a failure is a metadata record. */
export async function createRecorder(path: string, options: RecorderOptions): Promise<Recorder> {
  const { WARCRecord, WARCSerializer } = await import('warcio');
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.part`;
  const out = createWriteStream(temporary);
  let tail: Promise<void> = Promise.resolve();
  const write = (record: InstanceType<typeof WARCRecord>): Promise<void> => {
    tail = tail.then(async () => {
      const bytes = await WARCSerializer.serialize(record, { gzip: true });
      if (!out.write(bytes)) await once(out, 'drain');
    });
    return tail;
  };
  const info = {
    software: options.software,
    format: 'WARC File Format 1.1',
    ...(options.synthetic ? { description: options.synthetic } : {}),
  };
  await write(
    await WARCRecord.createWARCInfo(
      { warcVersion: 'WARC/1.1', filename: path.split('/').pop() ?? path },
      info,
    ),
  );
  return {
    async record(exchange) {
      const date = new Date(exchange.at).toISOString();
      const common = { url: exchange.url, date, warcVersion: 'WARC/1.1' as const };
      if (exchange.failure) {
        const body = new TextEncoder().encode(JSON.stringify(exchange.failure));
        const record = await WARCRecord.create(
          { ...common, type: 'metadata', warcHeaders: { 'Content-Type': 'application/json' } },
          stream(body),
        );
        await write(record);
        return record.warcHeader('WARC-Record-ID') ?? undefined;
      }
      // The body is kept as it was judged: its content coding is off, and the headers say so.
      const headers = exchange.headers
        .filter(([name]) => !/^(?:content-encoding|transfer-encoding|content-length)$/.test(name))
        .map(([name, value]): [string, string] => [
          name,
          name === 'location'
            ? redact(value)
            : name === 'set-cookie'
              ? value.replace(/=[^;]*/, '=***')
              : value,
        ]);
      headers.push(['content-length', String(exchange.body.length)]);
      const truncated = exchange.complete ? {} : { 'WARC-Truncated': 'length' };
      const response = await WARCRecord.create(
        {
          ...common,
          type: 'response',
          statusline: `HTTP/1.1 ${exchange.status} `,
          httpHeaders: headers,
          warcHeaders: truncated,
        } as never,
        stream(exchange.body),
      );
      await write(response);
      const id = response.warcHeader('WARC-Record-ID') ?? undefined;
      const target = new URL(exchange.url);
      const request = await WARCRecord.create(
        {
          ...common,
          type: 'request',
          statusline: `${exchange.method} ${target.pathname}${target.search} HTTP/1.1`,
          httpHeaders: { host: target.host, ...exchange.requestHeaders },
          warcHeaders: id ? { 'WARC-Concurrent-To': id } : {},
        } as never,
        stream(new Uint8Array()),
      );
      await write(request);
      return id;
    },
    async close() {
      await tail;
      out.end();
      await once(out, 'close');
      await rename(temporary, path);
    },
  };
}

/** An address as recordings know it: without secrets, and without the contact that every person gives differently. */
const recordedUrl = (url: string): string =>
  redact(url).replace(/([?&])mailto=[^&#]*(&|(?=#|$))/, (_, sign: string, next: string) =>
    next === '&' ? sign : '',
  );

async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

interface Kept {
  status?: number;
  headers: [string, string][];
  body: Uint8Array;
  complete: boolean;
  failure?: Failure;
  record: string | undefined;
  at: string;
}

export interface Replay {
  exchange: Exchange;
  /** What the recording says of itself, where its pages are not the real ones. */
  synthetic?: string;
  /** When it was made. */
  recordedAt?: string;
}

/** Bytes of one recorded body read at the most. */
const maxBody = 32 * 1024 * 1024;

/** An exchange that answers from a recording, in the order the answers were recorded for each URL; no network at all. */
export async function openReplay(path: string, nextHop: ReplayStep): Promise<Replay> {
  const { WARCParser } = await import('warcio');
  const answers = new Map<string, Kept[]>();
  let synthetic: string | undefined;
  let recordedAt: string | undefined;
  for await (const record of new WARCParser(createReadStream(path))) {
    const url = recordedUrl(record.warcTargetURI ?? '');
    const date = record.warcHeader('WARC-Date') ?? '';
    recordedAt ??= date;
    const body = await capped(record as AsyncIterable<Uint8Array>);
    if (record.warcType === 'warcinfo')
      synthetic = /^description:\s*(.+)$/im.exec(new TextDecoder().decode(body))?.[1];
    else if (record.warcType === 'response') {
      const headers = [...(record.httpHeaders?.headers ?? [])].map(([name, value]): [string, string] => [
        name.toLowerCase(),
        value,
      ]);
      put(answers, url, {
        status: Number(record.httpHeaders?.statusCode),
        headers,
        body,
        complete: !record.warcHeader('WARC-Truncated'),
        record: record.warcHeader('WARC-Record-ID') ?? undefined,
        at: date,
      });
    } else if (record.warcType === 'metadata') {
      const failure = failureIn(body);
      if (failure)
        put(answers, url, {
          headers: [],
          body: new Uint8Array(),
          complete: true,
          failure,
          record: record.warcHeader('WARC-Record-ID') ?? undefined,
          at: date,
        });
    }
  }
  return {
    exchange: replaying(answers, nextHop),
    ...(synthetic ? { synthetic } : {}),
    ...(recordedAt ? { recordedAt } : {}),
  };
}

async function capped(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    if (length < maxBody) parts.push(part.subarray(0, maxBody - length));
    length += part.length;
  }
  return Buffer.concat(parts);
}

function failureIn(body: Uint8Array): Failure | undefined {
  try {
    const failure = JSON.parse(new TextDecoder().decode(body)) as Failure;
    return failureKinds.includes(failure.kind) && typeof failure.message === 'string' ? failure : undefined;
  } catch {
    return undefined;
  }
}

const put = (answers: Map<string, Kept[]>, url: string, kept: Kept): void =>
  void answers.set(url, [...(answers.get(url) ?? []), kept]);

/** Where an answer sends the visitor on; the same function the live exchange uses. */
export type ReplayStep = (
  url: URL,
  response: { status: number; headers: [string, string][] },
  body: Uint8Array,
) => { url: URL | undefined; via: Hop['via'] } | undefined;

function replaying(answers: Map<string, Kept[]>, nextHop: ReplayStep): Exchange {
  const asked = new Map<string, number>();
  // The last answer stands for all later questions: a second GET sees what the first one saw.
  const answerTo = (url: string): Kept | undefined => {
    const rows = answers.get(url) ?? [];
    const turn = asked.get(url) ?? 0;
    asked.set(url, turn + 1);
    return rows[Math.min(turn, rows.length - 1)];
  };
  return async ({ url, follow }) => {
    const hops: Hop[] = [];
    const missing = {
      hops,
      headers: {},
      body: new Uint8Array(),
      complete: false,
      requests: 0,
      from: 'recording' as const,
    };
    let here: URL | undefined = URL.canParse(url) ? new URL(url) : undefined;
    let via: Hop['via'] = 'request';
    if (!here) return { ...missing, failure: { kind: 'malformed-url', message: 'this is not a URL' } };
    while (here && hops.length <= 12) {
      here.username = '';
      here.password = '';
      const key = recordedUrl(here.href);
      let kept: Kept | undefined = answerTo(key);
      // Retries were recorded one by one; what counts is the last of a run of passing troubles.
      while (kept && (kept.failure || (kept.status ?? 0) >= 500 || kept.status === 429)) {
        const rows: Kept[] = answers.get(key) ?? [];
        const turn: number = asked.get(key) ?? 0;
        if (turn >= rows.length) break;
        kept = answerTo(key);
      }
      if (!kept)
        return {
          ...missing,
          finalUrl: key,
          failure: { kind: 'not-attempted', message: 'the recording has no answer from this address' },
        };
      hops.push({ url: key, via, ...(kept.status === undefined ? {} : { status: kept.status }) });
      const ended = {
        hops,
        finalUrl: key,
        body: kept.body,
        complete: kept.complete,
        requests: hops.length,
        from: 'recording' as const,
        ...(kept.record ? { record: kept.record } : {}),
      };
      if (kept.failure) return { ...ended, headers: {}, failure: kept.failure };
      const next: ReturnType<ReplayStep> =
        follow === false
          ? undefined
          : nextHop(here, { status: kept.status as number, headers: kept.headers }, kept.body);
      if (!next)
        return {
          ...ended,
          status: kept.status as number,
          headers: Object.fromEntries(kept.headers.filter(([name]) => name !== 'set-cookie')),
        };
      (hops.at(-1) as Hop).location = redact(next.url?.href ?? '');
      here = next.url;
      via = next.via;
    }
    return { ...missing, failure: { kind: 'redirect-loop', message: 'the redirects go round in a circle' } };
  };
}

/** Leaves no half-written recording behind when a run ends badly before anything was recorded. */
export const discardRecording = (path: string): Promise<void> =>
  unlink(`${path}.part`).catch(() => undefined);
