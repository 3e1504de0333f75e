import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { redact } from '../../text/redact.ts';
import type { Recorded } from '../exchange.ts';

/** One record of a WARC 1.1 file (ISO 28500:2017), ready to be written: a gzip member of its own. */
export interface WarcRecord {
  id: string;
  bytes: Uint8Array;
  /** What an index says of it; only of responses. */
  indexed?: { url: string; date: string; status: number; mime: string; digest: string };
}

const zip = promisify(gzip);

const newId = (): string => `<urn:uuid:${randomUUID()}>`;
const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

async function recordOf(
  type: string,
  block: Uint8Array,
  more: readonly (readonly [string, string | undefined])[],
  id = newId(),
): Promise<WarcRecord> {
  const lines = [
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ...more.filter((row) => row[1] !== undefined),
    ['WARC-Block-Digest', sha256(block)],
    ['Content-Length', String(block.length)],
  ];
  const head = `WARC/1.1\r\n${lines.map(([name, value]) => `${name}: ${oneLine(String(value))}\r\n`).join('')}\r\n`;
  return { id, bytes: await zip(Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])) };
}

/** No value may end its line, or a hostile header would begin one of ours. */
const oneLine = (value: string): string => value.replace(/[\r\n\0]+/g, ' ');

/** The record a file begins with: what made it, and where its pages are not the real ones, that. */
export function warcInfo(
  file: string,
  software: string,
  date: string,
  synthetic: string | undefined,
): Promise<WarcRecord> {
  const fields = [
    ['software', software],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
    ...(synthetic ? [['description', synthetic]] : []),
  ];
  const block = Buffer.from(fields.map(([name, value]) => `${name}: ${oneLine(String(value))}\r\n`).join(''));
  return recordOf('warcinfo', block, [
    ['WARC-Date', date],
    ['WARC-Filename', file],
    ['Content-Type', 'application/warc-fields'],
  ]);
}

/** What one exchange leaves: a response with the request it answers, or the failure as metadata. */
export async function recordsOf(exchange: Recorded): Promise<[WarcRecord, ...WarcRecord[]]> {
  const date = new Date(exchange.at).toISOString();
  const common: [string, string][] = [
    ['WARC-Date', date],
    ['WARC-Target-URI', exchange.url],
  ];
  if (exchange.status === undefined)
    return [
      await recordOf('metadata', Buffer.from(JSON.stringify(exchange.failure ?? {})), [
        ...common,
        ['Content-Type', 'application/json'],
      ]),
    ];
  const headers = exchange.headers.filter(([name]) => !framing.has(name)).map(safely);
  headers.push(['content-length', String(exchange.body.length)]);
  const digest = sha256(exchange.body);
  const response = await recordOf(
    'response',
    message(`HTTP/1.1 ${exchange.status} `, headers, exchange.body),
    [
      ...common,
      ['WARC-Payload-Digest', digest],
      ['WARC-Truncated', exchange.complete ? undefined : 'length'],
      ['Content-Type', 'application/http; msgtype=response'],
    ],
  );
  const target = new URL(exchange.url);
  const asked: [string, string][] = [['host', target.host], ...Object.entries(exchange.requestHeaders)];
  const line = `${exchange.method} ${target.pathname}${target.search} HTTP/1.1`;
  const request = await recordOf('request', message(line, asked, new Uint8Array()), [
    ...common,
    ['WARC-Concurrent-To', response.id],
    ['Content-Type', 'application/http; msgtype=request'],
  ]);
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const mime = /^[\w.+-]{1,60}\/[\w.+-]{1,80}/.exec(type)?.[0]?.toLowerCase() ?? 'unk';
  const indexed = { url: exchange.url, date, status: exchange.status, mime, digest };
  return [{ ...response, indexed }, request];
}

/** The body is kept as it was judged: its codings are off, and so are the headers that told of them. */
const framing = new Set([
  'content-encoding',
  'transfer-encoding',
  'content-length',
  'connection',
  'keep-alive',
]);

const withUrls = new Set(['location', 'link', 'refresh', 'content-location']);

function safely([name, value]: [string, string]): [string, string] {
  if (withUrls.has(name)) return [name, redact(value)];
  return [name, name === 'set-cookie' ? value.replace(/=[^;]*/, '=***') : value];
}

const message = (first: string, headers: readonly (readonly [string, string])[], body: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${first}\r\n${headers.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}\r\n`).join('')}\r\n`,
      'latin1',
    ),
    body,
  ]);
