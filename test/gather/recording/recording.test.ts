import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open as openFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import type { Recorded } from '../../../src/gather/exchange.ts';
import { cdxjLines, type IndexRow, indexFiles, sortKey } from '../../../src/gather/recording/cdxj.ts';
import { openKeeping } from '../../../src/gather/recording/keep.ts';
import { openReplay } from '../../../src/gather/recording/replay.ts';
import { createRecorder } from '../../../src/gather/recording/write.ts';
import type { Evidence } from '../../../src/model/evidence.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-'));
});
afterAll(() => rm(folder, { recursive: true }));

const now = () => Date.UTC(2026, 0, 2, 3, 4, 5);
const exchange = (more: Partial<Recorded> = {}): Recorded => ({
  url: 'https://site.example/a?token=***',
  method: 'GET',
  requestHeaders: { 'user-agent': 'refvouch' },
  status: 200,
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-encoding', 'gzip'],
    ['set-cookie', 'session=abc; Path=/'],
    ['location', 'https://me:pw@site.example/?access_token=abcdef'],
  ],
  body: Buffer.from('<title>題</title>'),
  complete: true,
  at: now(),
  ...more,
});
const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

async function warc(name: string, ...exchanges: Recorded[]): Promise<string> {
  const path = join(folder, name);
  const recorder = await createRecorder(path, { software: 'refvouch/0', now, synthetic: 'made up' });
  for (const one of exchanges) await recorder.record(one);
  expect(await recorder.close()).toBe(true);
  return path;
}

describe('a recording', () => {
  it('is WARC 1.1 that a standard reader takes, each record a gzip member, secrets left out', async () => {
    const failure = { kind: 'reset', message: 'the connection was reset' } as const;
    const path = await warc('a.warc.gz', exchange(), exchange({ status: undefined as never, failure }));
    const types: string[] = [];
    for await (const record of new WARCParser(createReadStream(path))) {
      types.push(String(record.warcType));
      const text = await record.contentText();
      if (record.warcType === 'response') {
        expect(text).toBe('<title>題</title>');
        expect(record.warcHeader('WARC-Payload-Digest')).toBe(sha256(Buffer.from('<title>題</title>')));
        expect(record.httpHeaders?.headers.get('content-encoding')).toBeNull();
      }
    }
    expect(types).toEqual(['warcinfo', 'response', 'request', 'metadata']);
    const written = gunzipSync(await readFile(path)).toString();
    expect(written.match(/^WARC\/1\.1\r$/gm)).toHaveLength(4);
    expect(written).not.toMatch(/abc|pw@/);
  });

  it('cannot be given records of a header’s making', async () => {
    const evil = 'x\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n';
    const path = await warc(
      'evil.warc.gz',
      exchange({ url: 'https://evil.example/', headers: [[evil, evil]], requestHeaders: { a: evil } }),
    );
    let records = 0;
    for await (const record of new WARCParser(createReadStream(path))) {
      await record.contentText();
      records += 1;
    }
    expect(records).toBe(3);
  });

  it('answers again in the order it was made, past passing troubles, and says what it is', async () => {
    const url = 'https://site.example/b';
    const path = await warc(
      'b.warc.gz',
      exchange({ url, status: 503 }),
      exchange({ url, status: 404 }),
      exchange({ url, status: 404, body: Buffer.from('again') }),
    );
    const replay = await openReplay(path);
    const bodies = [];
    for (let turn = 0; turn < 3; turn += 1)
      bodies.push(Buffer.from((await replay.exchange({ url })).body).toString());
    expect(bodies).toEqual(['<title>題</title>', 'again', 'again']);
    expect(replay).toMatchObject({
      synthetic: 'made up',
      recordedAt: '2026-01-02T03:04:05.000Z',
      troubles: [],
    });
    expect(await replay.exchange({ url: 'https://other.example/' })).toMatchObject({
      failure: { kind: 'not-attempted' },
      from: 'recording',
    });
  });

  it('whose payload was changed is no evidence', async () => {
    const path = await warc('c.warc.gz', exchange({ url: 'https://site.example/c' }));
    const changed = gunzipSync(await readFile(path))
      .toString('latin1')
      .replace('<title>', '<TITLE>');
    await writeFile(path, gzipSync(Buffer.from(changed, 'latin1')));
    const replay = await openReplay(path);
    expect(replay.troubles).toEqual([expect.stringContaining('1 damaged record')]);
    expect(await replay.exchange({ url: 'https://site.example/c' })).not.toHaveProperty('status');
  });

  it('that is cut off is read up to there, and what is none is said to be none', async () => {
    const path = await warc('d.warc.gz', exchange({ url: 'https://site.example/d' }), exchange());
    await writeFile(path, (await readFile(path)).subarray(0, -200));
    const replay = await openReplay(path);
    expect(await replay.exchange({ url: 'https://site.example/d' })).toMatchObject({ status: 200 });
    await writeFile(path, 'not a recording');
    const nothing = await openReplay(path).catch((error: unknown) => error);
    if (nothing instanceof Error) expect(nothing.message).toMatch(/cannot be read as a WARC/);
    else
      expect(await (nothing as typeof replay).exchange({ url: 'https://site.example/d' })).not.toHaveProperty(
        'status',
      );
  });

  it('on a full disk ends, is told once, and disturbs nobody', async () => {
    let room = 2000;
    const full: typeof openFile = async (...how) => {
      const handle = await openFile(...how);
      const write = handle.write.bind(handle) as (
        bytes: Uint8Array,
        from: number,
        length: number,
      ) => Promise<{ bytesWritten: number }>;
      return Object.assign(handle, {
        write: async (bytes: Uint8Array, from: number, length: number) => {
          room -= length;
          if (room < 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
          return write(bytes, from, length);
        },
      }) as never;
    };
    const path = join(folder, 'full.warc.gz');
    const recorder = await createRecorder(path, { software: 'refvouch/0', now, open: full });
    const ids = [];
    for (let turn = 0; turn < 5; turn += 1) ids.push(await recorder.record(exchange()));
    expect(ids[0]).toMatch(/^<urn:uuid:/);
    expect(ids[4]).toBeUndefined();
    expect(recorder.troubles).toEqual([expect.stringContaining('ENOSPC')]);
    expect(await recorder.close()).toBe(true);
    expect((await openReplay(path)).exchange).toBeDefined();
  });

  it('leaves out what has no address', async () => {
    const recorder = await createRecorder(join(folder, 'no-address.warc.gz'), {
      software: 'refvouch/0',
      now,
    });
    expect(await recorder.record(exchange({ url: 'no address' }))).toBeUndefined();
    expect(await recorder.record(exchange())).toBeDefined();
    await recorder.close();
  });
});

describe('sortKey', () => {
  it.each([
    ['https://www.Example.com/A?b=2&a=1', 'com,example)/a?a=1&b=2'],
    ['http://sub.example.co.jp:8080/', 'jp,co,example,sub:8080)/'],
    ['http://127.0.0.1/x', '127.0.0.1)/x'],
  ])('%s', (url, key) => expect(sortKey(url)).toBe(key));
});

describe('the evidence', () => {
  const visit = (url: string, more: Partial<Evidence> = {}): Evidence => ({
    url,
    purpose: 'cited',
    at: '2026-01-02T03:04:05.000Z',
    from: 'live',
    hops: [],
    headers: {},
    titles: [],
    requests: 1,
    ...more,
  });

  it('is one WACZ 1.1.1 file a run: every MUST of the specification, and every record where the index says', async () => {
    const evidence = join(folder, 'evidence');
    const keeping = await openKeeping({ evidence, software: 'refvouch/0', now, synthetic: 'made up' });
    const record = await keeping.record?.(exchange({ url: 'https://site.example/e' }));
    await keeping.record?.(exchange({ url: 'https://other.example/f', body: Buffer.from('f') }));
    keeping.saw(visit('https://site.example/e', { title: '題', ...(record ? { record } : {}) }));
    keeping.saw(visit('https://other.example/f'));
    keeping.saw(visit('https://web.archive.org/x', { purpose: 'snapshot' }));
    expect(keeping.facts()).toMatchObject([{ code: 'evidence' }]);
    await keeping.close(new Map([['https://site.example/e', ['3', '7']]]));
    expect(keeping.facts()).toHaveLength(1);

    const names = await readdir(evidence);
    expect(names).toEqual(['refvouch-20260102030405.wacz']);
    const zipped = await readFile(join(evidence, names[0] as string));
    const files = unzipSync(zipped);
    const text = (path: string) => Buffer.from(files[path] as Uint8Array).toString();
    const manifest = JSON.parse(text('datapackage.json'));
    expect(manifest).toMatchObject({
      profile: 'data-package',
      wacz_version: '1.1.1',
      description: 'made up',
    });
    const listed = manifest.resources as { path: string; hash: string; bytes: number; name: string }[];
    for (const { path, hash, bytes } of listed) {
      expect(sha256(files[path] as Uint8Array)).toBe(hash);
      expect(files[path]?.length).toBe(bytes);
    }
    expect(Object.keys(files).sort()).toEqual(
      [...listed.map(({ path }) => path), 'datapackage.json', 'datapackage-digest.json'].sort(),
    );
    expect(JSON.parse(text('datapackage-digest.json'))).toEqual({
      path: 'datapackage.json',
      hash: sha256(files['datapackage.json'] as Uint8Array),
    });

    const [head, ...pages] = text('pages/pages.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head).toMatchObject({ format: 'json-pages-1.0' });
    expect(pages).toMatchObject([
      { url: 'https://site.example/e', ts: '2026-01-02T03:04:05.000Z', title: '[3, 7] 題', record },
      { url: 'https://other.example/f' },
    ]);
    const archive = files['archive/data.warc.gz'] as Uint8Array;
    // Stored, not deflated: the bytes stand in the ZIP as they are.
    expect(zipped.includes(Buffer.from(archive))).toBe(true);
    const lines = text('indexes/index.cdxj').trim().split('\n');
    expect(lines).toEqual([...lines].sort());
    for (const line of lines) {
      const [, key, stamp, json] = /^(\S+) (\d{14}) (\{.*\})$/.exec(line) ?? [];
      const row = JSON.parse(json as string);
      expect([key, stamp, row.filename]).toEqual([sortKey(row.url), '20260102030405', 'data.warc.gz']);
      const one = gunzipSync(
        archive.subarray(Number(row.offset), Number(row.offset) + Number(row.length)),
      ).toString();
      expect(one).toContain(`WARC-Target-URI: ${row.url}\r\n`);
      expect(one).toContain(`WARC-Payload-Digest: ${row.digest}\r\n`);
    }
  });

  it('of two runs in one second are two files', async () => {
    const evidence = join(folder, 'twice');
    for (let run = 0; run < 2; run += 1)
      await (await openKeeping({ evidence, software: 'refvouch/0', now })).close();
    expect(await readdir(evidence)).toEqual([
      'refvouch-20260102030405-2.wacz',
      'refvouch-20260102030405.wacz',
    ]);
  });

  it('has a compressed index with a directory once it is large', async () => {
    const rows = Array.from(
      { length: 7001 },
      (_, at): IndexRow => ({
        url: `https://site.example/${at}`,
        date: '2026-01-02T03:04:05.000Z',
        status: 200,
        mime: 'text/html',
        digest: 'sha256:0',
        offset: at,
        length: 1,
      }),
    );
    const lines = cdxjLines(rows, 'data.warc.gz');
    const [blocks, directory] = await indexFiles(lines);
    const [meta, ...entries] = Buffer.from(directory?.bytes ?? [])
      .toString()
      .trim()
      .split('\n');
    expect(meta).toBe('!meta 0 {"format":"cdxj-gzip-1.0","filename":"index.cdx.gz"}');
    const read = entries.flatMap((entry) => {
      const { offset, length, digest } = JSON.parse(entry.slice(entry.indexOf('{')));
      const block = (blocks as { bytes: Uint8Array }).bytes.subarray(offset, offset + length);
      expect(sha256(block)).toBe(digest);
      return gunzipSync(block).toString().trim().split('\n');
    });
    expect(read).toEqual(lines);
  });
});
