import { deflateRawSync } from 'node:zlib';
import { stateCount } from '../src/parse/reference/labels.ts';
import type { Trained } from './crf.ts';

const S = stateCount;

/** Byte `plane` of every number, then the next byte of every number: what is alike stands together and deflates. */
const planes = (numbers: readonly number[], bytes: number): Buffer =>
  Buffer.concat(
    Array.from({ length: bytes }, (_, plane) =>
      Buffer.from(Uint8Array.from(numbers, (number) => (number >>> (8 * plane)) & 255)),
    ),
  );

/**
 * Packs weights into bytes: a JSON head, then, deflated, the steps between the feature hashes in rising order (four
 * planes of bytes), how many weights each row has, the states they are for and one signed byte for each weight, row by
 * row. Weights under `prune` and rows left empty are dropped.
 */
export const pack = (
  { index, weights, chain }: Trained,
  prune: number,
  lexicon: number,
  calibration: unknown,
): Buffer => {
  let top = 0;
  for (const weight of weights) if (Math.abs(weight) > top) top = Math.abs(weight);
  const scale = Math.min(top, 6) / 127;
  const hashes: number[] = [];
  const counts: number[] = [];
  const states: number[] = [];
  const bodies: number[] = [];
  for (const [hash, row] of [...index].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0))) {
    let count = 0;
    for (let s = 0; s < S; s++) {
      const weight = weights[row * S + s]!;
      if (Math.abs(weight) < prune) continue;
      const byte = Math.max(-127, Math.min(127, Math.round(weight / scale)));
      if (byte === 0) continue;
      count++;
      states.push(s);
      bodies.push(byte & 255);
    }
    if (count === 0) continue;
    hashes.push(hash >>> 0);
    counts.push(count);
  }
  const round = (numbers: Float32Array) => Array.from(numbers, (value) => Math.round(value * 1000) / 1000);
  const head = Buffer.from(
    JSON.stringify({
      states: S,
      rows: hashes.length,
      scale,
      lexicon,
      transition: round(chain.transition),
      final: round(chain.final),
      calibration,
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const steps = hashes.map((hash, row) => (hash - (hashes[row - 1] ?? 0)) >>> 0);
  const columns = [
    planes(steps, 4),
    Buffer.from(Uint8Array.from(counts)),
    Buffer.from(Uint8Array.from(states)),
    Buffer.from(Uint8Array.from(bodies)),
  ];
  return Buffer.concat([size, head, deflateRawSync(Buffer.concat(columns), { level: 9 })]);
};
