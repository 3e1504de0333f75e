import { inflateRawSync } from 'node:zlib';
import { featuresOf } from './features.ts';
import { stateCount } from './labels.ts';
import { bestPath, type Chain, exponentials, type Marginals, marginals } from './lattice.ts';
import type { Token } from './tokens.ts';

const S = stateCount;

/** Points of a rising line from what the model says (0–1) to how often it is right (0–1). */
export type Calibration = [said: number, right: number][];

/** The sequence model: reads states off tokens. Pure once built. */
export interface Model {
  read(tokens: readonly Token[], text: string): { path: Int32Array; chances: Marginals };
  calibration: Record<string, Calibration>;
}

interface Head {
  states: number;
  rows: number;
  scale: number;
  transition: number[];
  final: number[];
  calibration?: Record<string, Calibration>;
}

/** Rows of weights, only those that are not nought: `states` and `values` from `starts[row]` to `starts[row + 1]`. */
interface Rows {
  /** Rising, without sign. */
  hashes: Uint32Array;
  starts: Int32Array;
  states: Uint8Array;
  values: Int8Array;
  /** The first row of each bucket of hashes, by their top bits. */
  buckets: Int32Array;
}

const bucketBits = 17;

/** Room for all that is inflated, so that it is not put together from hundreds of small pieces. */
const oneChunk = 1 << 23;

/** Reads the rows `training/pack.ts` lays out by columns, in one pass and without moving the weights. */
const rowsOf = (bytes: Uint8Array, count: number): Rows => {
  const hashes = new Uint32Array(count);
  const starts = new Int32Array(count + 1);
  const buckets = new Int32Array((1 << bucketBits) + 1);
  let hash = 0;
  let start = 0;
  let bucket = 0;
  for (let row = 0; row < count; row++) {
    hash +=
      bytes[row]! +
      bytes[count + row]! * 0x100 +
      bytes[2 * count + row]! * 0x10000 +
      bytes[3 * count + row]! * 0x1000000;
    hashes[row] = hash;
    starts[row] = start;
    start += bytes[4 * count + row]!;
    const own = hash >>> (32 - bucketBits);
    while (bucket < own) buckets[++bucket] = row;
  }
  starts[count] = start;
  buckets.fill(count, bucket + 1);
  const states = bytes.subarray(5 * count, 5 * count + start);
  const at = bytes.byteOffset + 5 * count + start;
  return { hashes, starts, states, values: new Int8Array(bytes.buffer, at, start), buckets };
};

/** Builds the model from packed bytes (see `training/pack.ts` for the layout). */
export const unpack = (bytes: Buffer): Model => {
  const headSize = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + headSize)) as Head;
  if (head.states !== S) throw new TypeError('the weights were trained for another set of labels');
  const { hashes, starts, states, values, buckets } = rowsOf(
    inflateRawSync(bytes.subarray(4 + headSize), { chunkSize: oneChunk }),
    head.rows,
  );
  const chain: Chain = {
    transition: Float32Array.from(head.transition),
    final: Float32Array.from(head.final),
  };
  const exp = exponentials(chain);
  const sums = new Int32Array(S);

  const emissionsOf = (tokens: readonly Token[], text: string): Float32Array => {
    const features = featuresOf(tokens, text);
    const emission = new Float32Array(tokens.length * S);
    for (let t = 0; t < tokens.length; t++) {
      sums.fill(0);
      for (let i = features.offsets[t]!; i < features.offsets[t + 1]!; i++) {
        const hash = features.values[i]! >>> 0;
        const bucket = hash >>> (32 - bucketBits);
        const last = buckets[bucket + 1]!;
        let row = buckets[bucket]!;
        while (row < last && hashes[row]! < hash) row++;
        if (row === last || hashes[row] !== hash) continue;
        const end = starts[row + 1]!;
        for (let at = starts[row]!; at < end; at++) sums[states[at]!]! += values[at]!;
      }
      for (let s = 0; s < S; s++) emission[t * S + s] = sums[s]! * head.scale;
    }
    return emission;
  };

  return {
    calibration: head.calibration ?? {},
    read(tokens, text) {
      const emission = emissionsOf(tokens, text);
      const chances = marginals(emission, tokens.length, exp);
      return { path: bestPath(emission, tokens.length, chain), chances };
    },
  };
};
