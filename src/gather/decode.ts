import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { WireResponse } from './fetch-port.ts';

export interface ReadBody {
  bytes: Uint8Array;
  /** False where reading stopped early: at a cap, because enough was read, or where the body broke off. */
  complete: boolean;
  /** Set where the body broke off or could not be decoded. */
  trouble?: { kind: 'reset' | 'undecodable' | 'too-large'; message: string; cause?: unknown };
}

export interface BodyLimits {
  /** Bytes off the wire. */
  maxWire: number;
  /** Bytes after decoding; reading stops there, and that is no failure. */
  maxDecoded: number;
  enough?(read: Uint8Array): boolean;
}

const decoders: Record<string, () => NodeJS.ReadWriteStream & { destroy(): void }> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/**
 * Reads a body through its one content coding, counting what comes off the wire and what comes out of the decoder, and
 * ends both the moment a cap is met. `deflate` is read raw where it has no zlib header (RFC 9110 8.4.1.2 names the mistake).
 */
export async function readBody(response: WireResponse, limits: BodyLimits): Promise<ReadBody> {
  const coding = (response.headers.findLast(([name]) => name === 'content-encoding')?.[1] ?? '')
    .trim()
    .toLowerCase();
  const codings = response.headers
    .filter(([name]) => name === 'content-encoding')
    .flatMap(([, value]) => value.split(','));
  if (codings.length > 1) {
    response.cancel();
    return {
      bytes: new Uint8Array(),
      complete: false,
      trouble: { kind: 'undecodable', message: 'more than one content coding' },
    };
  }
  try {
    if (!coding || coding === 'identity') return await collect(response, response.body, limits, undefined);
    const iterator = response.body[Symbol.asyncIterator]();
    const first = await iterator.next();
    const head: Uint8Array = first.done ? new Uint8Array() : first.value;
    const decoder = decoderFor(coding, head);
    if (!decoder) {
      response.cancel();
      return {
        bytes: new Uint8Array(),
        complete: false,
        trouble: { kind: 'undecodable', message: `unknown content coding ${coding.slice(0, 40)}` },
      };
    }
    return await collect(response, pump(head, iterator, decoder, limits), limits, decoder);
  } finally {
    response.cancel();
  }
}

function decoderFor(coding: string, head: Uint8Array) {
  const isZlib =
    head.length > 1 &&
    ((head[0] as number) & 0x0f) === 8 &&
    (((head[0] as number) << 8) | (head[1] as number)) % 31 === 0;
  if (coding === 'deflate' && !isZlib) return createInflateRaw();
  return decoders[coding]?.();
}

/** Feeds the decoder as it takes, and yields what it gives. */
async function* pump(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  decoder: NodeJS.ReadWriteStream & { destroy(): void },
  limits: BodyLimits,
): AsyncGenerator<Uint8Array> {
  let wire = 0;
  let broken: unknown;
  const feed = async (): Promise<void> => {
    let chunk: Uint8Array | undefined = head;
    while (chunk) {
      wire += chunk.length;
      if (wire > limits.maxWire) break;
      if (!decoder.write(chunk))
        await new Promise<void>(
          (resolve) =>
            void decoder
              .once('drain', resolve)
              .once('close', resolve)
              .once('error', () => resolve()),
        );
      const next: IteratorResult<Uint8Array> = await rest.next();
      chunk = next.done ? undefined : next.value;
    }
    decoder.end();
  };
  const fed = feed().catch((error: unknown) => {
    broken = error;
    decoder.end();
  });
  for await (const part of decoder as unknown as AsyncIterable<Uint8Array>) yield part;
  await fed;
  if (broken) throw broken;
}

async function collect(
  response: WireResponse,
  source: AsyncIterable<Uint8Array>,
  limits: BodyLimits,
  decoder: { destroy(): void } | undefined,
): Promise<ReadBody> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const joined = (): Uint8Array => (parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts));
  const stop = (complete: boolean, trouble?: ReadBody['trouble']): ReadBody => {
    decoder?.destroy();
    response.cancel();
    return { bytes: joined(), complete, ...(trouble ? { trouble } : {}) };
  };
  try {
    for await (const part of source) {
      const room = limits.maxDecoded - length;
      parts.push(part.length > room ? part.subarray(0, room) : part);
      length += Math.min(part.length, room);
      if (part.length >= room) return stop(false);
      if (limits.enough?.(part)) return stop(false);
    }
    return { bytes: joined(), complete: true };
  } catch (cause) {
    const code = String((cause as NodeJS.ErrnoException).code ?? '');
    const kind = /^(?:Z_|ERR_(?:_)?(?:ZLIB|BROTLI)|ERR__ERROR_FORMAT)/.test(code) ? 'undecodable' : 'reset';
    return stop(false, {
      kind,
      message: kind === 'reset' ? 'the body broke off' : 'the body could not be decoded',
      cause,
    });
  }
}
