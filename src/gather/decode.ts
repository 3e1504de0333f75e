import {
  brotliDecompressSync,
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import type { WireResponse } from './fetch-port.ts';

export interface ReadBody {
  bytes: Uint8Array;
  /** False where reading stopped early: at a cap, because enough was read, or where the body broke off. */
  complete: boolean;
  /** Set where the body broke off or could not be decoded. */
  trouble?: { kind: 'reset' | 'undecodable'; message: string; cause?: unknown };
}

export interface BodyLimits {
  /** Bytes after decoding; reading stops there, and that is no failure. */
  maxDecoded: number;
  enough?(read: Uint8Array): boolean;
}

interface Coding {
  atOnce(coded: Uint8Array, options: { maxOutputLength: number; finishFlush: number }): Uint8Array;
  stream(): NodeJS.ReadWriteStream & { destroy(): void };
  /** The flush that takes a body that was cut off for what it is. */
  flush: number;
}

const zlib = { flush: constants.Z_SYNC_FLUSH };
const gzip: Coding = { ...zlib, atOnce: gunzipSync, stream: () => createGunzip({ finishFlush: zlib.flush }) };
const codings: Record<string, Coding> = {
  gzip,
  'x-gzip': gzip,
  br: {
    flush: constants.BROTLI_OPERATION_FLUSH,
    atOnce: brotliDecompressSync,
    stream: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
  },
  deflate: { ...zlib, atOnce: inflateSync, stream: () => createInflate({ finishFlush: zlib.flush }) },
};
/** `deflate` without its zlib header, a mistake RFC 9110 8.4.1.2 names. */
const rawDeflate: Coding = {
  ...zlib,
  atOnce: inflateRawSync,
  stream: () => createInflateRaw({ finishFlush: zlib.flush }),
};

/** Coded bodies up to this are decoded in one go, which costs a tenth of a stream. */
const atOnceUpTo = 256 * 1024;

/**
 * Reads a body through its one content coding. The port counts what comes off the wire; here what comes out of the
 * decoder is counted, and both are ended the moment the cap is met. Never throws.
 */
export async function readBody(response: WireResponse, limits: BodyLimits): Promise<ReadBody> {
  const names = response.headers
    .filter(([name]) => name === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  try {
    if (names.length === 0) return await collect(response.body, limits);
    if (names.length > 1) return undecodable('more than one content coding');
    return await decoded(names[0] as string, response, limits);
  } finally {
    response.cancel();
  }
}

const undecodable = (message: string, cause?: unknown): ReadBody => ({
  bytes: new Uint8Array(),
  complete: false,
  trouble: { kind: 'undecodable', message, ...(cause === undefined ? {} : { cause }) },
});

async function decoded(name: string, response: WireResponse, limits: BodyLimits): Promise<ReadBody> {
  if (name !== 'deflate' && !Object.hasOwn(codings, name))
    return undecodable(`unknown content coding ${name.slice(0, 40)}`);
  const iterator = response.body[Symbol.asyncIterator]();
  const head = await take(iterator, atOnceUpTo);
  const first = Buffer.concat(head.parts);
  if (first.length === 0) return { bytes: first, complete: !head.error, ...broken(head.error) };
  const coding = name === 'deflate' && !hasZlibHeader(first) ? rawDeflate : (codings[name] as Coding);
  const read =
    (head.ended ? decodeAtOnce(coding, first, limits) : undefined) ??
    (await collect(pump(first, head.ended ? undefined : iterator, coding.stream()), limits));
  return head.error === undefined || read.trouble
    ? read
    : { ...read, complete: false, ...broken(head.error) };
}

const hasZlibHeader = (bytes: Uint8Array): boolean =>
  bytes.length > 1 &&
  ((bytes[0] as number) & 0x0f) === 8 &&
  (((bytes[0] as number) << 8) | (bytes[1] as number)) % 31 === 0;

const broken = (cause: unknown): Pick<ReadBody, 'trouble'> =>
  cause === undefined ? {} : { trouble: { kind: 'reset', message: 'the body broke off', cause } };

interface Taken {
  parts: Uint8Array[];
  /** Whether the body came to an end, good or bad, within what was taken. */
  ended: boolean;
  error?: unknown;
}

async function take(iterator: AsyncIterator<Uint8Array>, upTo: number): Promise<Taken> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    while (length <= upTo) {
      const next = await iterator.next();
      if (next.done) return { parts, ended: true };
      parts.push(next.value);
      length += next.value.length;
    }
    return { parts, ended: false };
  } catch (error) {
    return { parts, ended: true, error };
  }
}

/** Undefined where the output would be larger than the cap or is faulty: then it is streamed up to there. */
function decodeAtOnce(coding: Coding, coded: Uint8Array, { maxDecoded }: BodyLimits): ReadBody | undefined {
  try {
    const bytes = coding.atOnce(coded, { maxOutputLength: maxDecoded, finishFlush: coding.flush });
    return { bytes, complete: true };
  } catch {
    return undefined;
  }
}

/** Feeds the decoder as it takes, and yields what it gives; ends it when the reader leaves. */
async function* pump(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array> | undefined,
  decoder: NodeJS.ReadWriteStream & { destroy(): void },
): AsyncGenerator<Uint8Array> {
  let wireError: unknown;
  const drained = (): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        decoder.off('drain', done).off('close', done).off('error', done);
        resolve();
      };
      decoder.on('drain', done).on('close', done).on('error', done);
    });
  const feed = async (): Promise<void> => {
    let chunk: Uint8Array | undefined = head;
    while (chunk && (decoder as { destroyed?: boolean }).destroyed !== true) {
      if (!decoder.write(chunk)) await drained();
      const next: IteratorResult<Uint8Array> | undefined = await rest?.next();
      chunk = next && !next.done ? next.value : undefined;
    }
    decoder.end();
  };
  const fed = feed().catch((error: unknown) => {
    wireError = error;
    decoder.end();
  });
  try {
    for await (const part of decoder as unknown as AsyncIterable<Uint8Array>) yield part;
    await fed;
    if (wireError !== undefined) throw wireError;
  } finally {
    decoder.destroy();
  }
}

async function collect(source: AsyncIterable<Uint8Array>, limits: BodyLimits): Promise<ReadBody> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const joined = (): Uint8Array => (parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts));
  try {
    for await (const part of source) {
      const room = limits.maxDecoded - length;
      parts.push(part.length > room ? part.subarray(0, room) : part);
      length += Math.min(part.length, room);
      if (part.length >= room) return { bytes: joined(), complete: false };
      if (limits.enough?.(part)) return { bytes: joined(), complete: false };
    }
    return { bytes: joined(), complete: true };
  } catch (cause) {
    const code = String((cause as NodeJS.ErrnoException).code ?? '');
    if (code === 'WIRE_CAP') return { bytes: joined(), complete: false };
    const kind = /^(?:Z_|ERR_(?:_)?(?:ZLIB|BROTLI)|ERR__ERROR_FORMAT)/.test(code) ? 'undecodable' : 'reset';
    const message = kind === 'reset' ? 'the body broke off' : 'the body could not be decoded';
    return { bytes: joined(), complete: false, trouble: { kind, message, cause } };
  }
}
