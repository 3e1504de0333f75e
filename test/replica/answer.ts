import { brotliCompressSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';

/** Said in a header of every answer, so that no recording of this web can pass for the real one. */
export const syntheticHeader = 'x-refvouch-synthetic';
export const syntheticNotice =
  'a stand-in written for the tests of refvouch; nothing here was said by this site';

/** One request as the replica understood it. */
export interface Asked {
  method: string;
  scheme: 'http' | 'https';
  host: string;
  /** The whole address, fragment excluded. */
  url: URL;
  headers: Record<string, string | undefined>;
  body: string;
  /** How often this address has been asked for before. */
  before: number;
}

/** One answer, before its framing. `body` is already in its charset and content coding. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  /** Multiples of the replica's `slowMs` to wait before the first byte. */
  slow?: number;
}

export type Answers = (asked: Asked) => Answer;

export type Charset = 'UTF-8' | 'Shift_JIS' | 'EUC-JP' | 'GB2312' | 'GB18030';

/** Text in a charset; where it is declared is the caller's matter. */
export const encoded = (text: string, charset: Charset = 'UTF-8'): Uint8Array => iconv.encode(text, charset);

export const bytes = (
  status: number,
  type: string,
  body: Uint8Array | string,
  headers: Record<string, string> = {},
): Answer => ({
  status,
  headers: { 'content-type': type, ...headers },
  body: typeof body === 'string' ? encoded(body) : body,
});

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  bytes(status, 'application/json; charset=utf-8', JSON.stringify(value), headers);

export const xml = (text: string, type = 'application/xml; charset=utf-8'): Answer =>
  bytes(200, type, `<?xml version="1.0" encoding="UTF-8"?>\n${text}`);

export const plain = (text: string, status = 200, headers: Record<string, string> = {}): Answer =>
  bytes(status, 'text/plain; charset=utf-8', text, headers);

/** A redirect with the small body real servers give, which a client must read or destroy. */
export const redirect = (status: 301 | 302 | 303 | 307 | 308, to: string): Answer =>
  bytes(
    status,
    'text/html',
    `<html><head><title>${status} Moved</title></head><body><a href="${escaped(to)}">here</a></body></html>`,
    { location: to },
  );

/** The same answer, compressed. */
export function coded(answer: Answer, coding: 'gzip' | 'br'): Answer {
  const body = coding === 'gzip' ? gzipSync(answer.body) : brotliCompressSync(answer.body);
  return {
    ...answer,
    body,
    headers: { ...answer.headers, 'content-encoding': coding, vary: 'accept-encoding' },
  };
}

/** Escaped for HTML and XML text and attributes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
