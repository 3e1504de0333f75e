import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/gather/decode.ts';

const response = (coding: string | string[], ...chunks: (Uint8Array | Error)[]) => {
  let cancelled = 0;
  return {
    status: 200,
    headers: [coding].flat().map((value): [string, string] => ['content-encoding', value]),
    body: (async function* () {
      for (const chunk of chunks) {
        if (chunk instanceof Error) throw chunk;
        yield chunk;
      }
    })(),
    cancel: () => {
      cancelled += 1;
    },
    cancelled: () => cancelled,
  };
};
const read = (coding: string | string[], ...chunks: (Uint8Array | Error)[]) =>
  readBody(response(coding, ...chunks), { maxDecoded: 100_000 });
const page = Buffer.from('<title>題</title>'.repeat(50));
const halves = (bytes: Buffer) => [bytes.subarray(0, 20), bytes.subarray(20)];
const random = Buffer.from(Array.from({ length: 400_000 }, (_, at) => (at * 7919 * (at % 251)) % 256));

describe('readBody', () => {
  it.each([
    ['gzip', gzipSync(page)],
    ['x-gzip', gzipSync(page)],
    ['GZIP', gzipSync(page)],
    ['br', brotliCompressSync(page)],
    ['deflate', deflateSync(page)],
    ['deflate', deflateRawSync(page)],
    ['identity', page],
    ['', page],
  ])('%s', async (coding, coded) => {
    expect(await read(coding, ...halves(coded))).toEqual({ bytes: page, complete: true });
  });

  it.each([
    ['gzip, gzip', [gzipSync(gzipSync(page))], 'more than one'],
    [['gzip', 'br'], [gzipSync(page)], 'more than one'],
    [Array.from({ length: 1000 }, () => 'gzip'), [page], 'more than one'],
    ['zstd', [page], 'unknown content coding zstd'],
    ['constructor', [page], 'unknown content coding constructor'],
    ['gzip', [Buffer.from('this is no gzip')], 'could not be decoded'],
    ['br', [Buffer.from('this is no brotli, not at all')], 'could not be decoded'],
  ])('%j is undecodable', async (coding, chunks, message) => {
    expect(await read(coding as string, ...chunks)).toMatchObject({
      complete: false,
      trouble: { kind: 'undecodable', message: expect.stringContaining(message) },
    });
  });

  it.each(['gzip', 'br', 'deflate'])('a bomb in %s ends at the cap, its decoder with it', async (coding) => {
    const pack = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync }[coding] as typeof gzipSync;
    const one = response(coding, pack(Buffer.alloc(8_000_000)));
    const { bytes, complete, trouble } = await readBody(one, { maxDecoded: 100_000 });
    expect([bytes.length, complete, trouble, one.cancelled()]).toEqual([100_000, false, undefined, 1]);
  });

  it('what is larger than is decoded at once is streamed, cut off or not', async () => {
    const coded = gzipSync(random, { level: 0 });
    const parts = Array.from({ length: 10 }, (_, at) => coded.subarray(at * 50_000, (at + 1) * 50_000));
    const whole = await readBody(response('gzip', ...parts), { maxDecoded: 1e7 });
    expect(whole).toMatchObject({ complete: true });
    expect(Buffer.compare(whole.bytes as Buffer, random)).toBe(0);
    const reset = Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    const cut = await readBody(response('gzip', ...parts.slice(0, 7), reset), { maxDecoded: 1e7 });
    expect(cut).toMatchObject({ complete: false, trouble: { kind: 'reset' } });
    expect(cut.bytes.length).toBeGreaterThan(300_000);
  });

  it('keeps what came before a body broke off', async () => {
    const reset = Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    expect(await read('', page.subarray(0, 30), reset)).toMatchObject({
      bytes: page.subarray(0, 30),
      complete: false,
      trouble: { kind: 'reset' },
    });
    const cut = await read('gzip', gzipSync(random, { level: 0 }).subarray(0, 5000), reset);
    expect(cut).toMatchObject({ complete: false, trouble: { kind: 'reset' } });
    expect(cut.bytes.length).toBeGreaterThan(1000);
  });

  it('stops where enough was read', async () => {
    const { bytes, complete } = await readBody(response('', ...halves(page)), {
      maxDecoded: 1e5,
      enough: () => true,
    });
    expect([bytes.length, complete]).toEqual([20, false]);
  });

  it('never throws, whatever bytes come in whatever coding', async () => {
    const codings = fc.constantFrom('gzip', 'br', 'deflate', '', 'x');
    await fc.assert(
      fc.asyncProperty(codings, fc.uint8Array({ maxLength: 200 }), async (coding, bytes) => {
        await read(coding, bytes);
      }),
    );
  });
});
