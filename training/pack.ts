import { stateCount } from '../src/parse/reference/labels.ts';
import type { Trained } from './crf.ts';

const S = stateCount;

/**
 * Packs weights into bytes: a JSON head, then feature hashes in rising order (32 bits), then a row each of a mask of
 * the states that carry weight and one signed byte for each. Weights under `prune` and rows left empty are dropped.
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
  const maskBytes = Math.ceil(S / 8);
  const hashes: number[] = [];
  const bodies: number[] = [];
  for (const [hash, row] of [...index].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0))) {
    const mask = new Array<number>(maskBytes).fill(0);
    const values: number[] = [];
    for (let s = 0; s < S; s++) {
      const weight = weights[row * S + s]!;
      if (Math.abs(weight) < prune) continue;
      const byte = Math.max(-127, Math.min(127, Math.round(weight / scale)));
      if (byte === 0) continue;
      mask[s >> 3]! |= 1 << (s & 7);
      values.push(byte & 255);
    }
    if (!values.length) continue;
    hashes.push(hash);
    for (const value of mask) bodies.push(value);
    for (const value of values) bodies.push(value);
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
  return Buffer.concat([size, head, Buffer.from(Int32Array.from(hashes).buffer), Uint8Array.from(bodies)]);
};
