import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Where one response stands in the WARC file. */
export interface IndexRow {
  url: string;
  date: string;
  status: number;
  mime: string;
  /** Of the payload. */
  digest: string;
  offset: number;
  length: number;
}

/** The sort-friendly form of a URL that CDX indexes are ordered by: host turned round, then path and sorted query, lower case. */
export function sortKey(url: string): string {
  if (!URL.canParse(url)) return url.toLowerCase();
  const { hostname, port, pathname, search } = new URL(url);
  const labels = hostname.replace(/^www\d{0,3}\./, '').split('.');
  const host = /^[\d.]+$|^\[/.test(hostname) ? hostname : labels.reverse().join(',');
  const query = search.slice(1).split('&').filter(Boolean).sort().join('&');
  return `${host}${port ? `:${port}` : ''})${pathname}${query ? `?${query}` : ''}`.toLowerCase();
}

/** CDXJ lines (https://specs.webrecorder.net/cdxj/0.1.0/): sort key, 14-digit time, JSON; in byte order. */
export function cdxjLines(rows: readonly IndexRow[], file: string): string[] {
  const lines = rows.map((row) => {
    const stamp = row.date.replace(/\D/g, '').slice(0, 14);
    const fields = {
      url: row.url,
      mime: row.mime,
      status: String(row.status),
      digest: row.digest,
      length: String(row.length),
      offset: String(row.offset),
      filename: file,
    };
    return `${sortKey(row.url).replaceAll(' ', '%20')} ${stamp} ${JSON.stringify(fields)}`;
  });
  return lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** Lines a block of the compressed index holds, and the most that stay in a plain one. */
const blockLines = 3000;
const compress = promisify(gzip);

/** The index as files of a WACZ: plain while it is small, else in blocks that can be read one at a time, with their index. */
export async function indexFiles(lines: readonly string[]): Promise<{ name: string; bytes: Uint8Array }[]> {
  if (lines.length <= blockLines)
    return [{ name: 'index.cdxj', bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')) }];
  const blocks: Uint8Array[] = [];
  const directory = [`!meta 0 ${JSON.stringify({ format: 'cdxj-gzip-1.0', filename: 'index.cdx.gz' })}`];
  let offset = 0;
  for (let at = 0; at < lines.length; at += blockLines) {
    const part = lines.slice(at, at + blockLines);
    const block = await compress(Buffer.from(part.map((line) => `${line}\n`).join('')));
    const [key, stamp] = (part[0] as string).split(' ');
    const digest = `sha256:${createHash('sha256').update(block).digest('hex')}`;
    directory.push(
      `${key} ${stamp} ${JSON.stringify({ offset, length: block.length, digest, filename: 'index.cdx.gz' })}`,
    );
    blocks.push(block);
    offset += block.length;
  }
  return [
    { name: 'index.cdx.gz', bytes: Buffer.concat(blocks) },
    { name: 'index.idx', bytes: Buffer.from(`${directory.join('\n')}\n`) },
  ];
}
