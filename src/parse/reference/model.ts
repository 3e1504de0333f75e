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

/** Open addressing from feature hash to row + 1; twice as many slots as rows. */
const tableOf = (hashes: Int32Array) => {
  let slots = 1024;
  while (slots < hashes.length * 2) slots *= 2;
  const keys = new Int32Array(slots);
  const rows = new Int32Array(slots);
  for (let row = 0; row < hashes.length; row++) {
    let slot = hashes[row]! & (slots - 1);
    while (rows[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = hashes[row]!;
    rows[slot] = row + 1;
  }
  return { keys, rows, mask: slots - 1 };
};

/** Rows of weights, only those that are not nought: `states` and `values` from `starts[row]` to `starts[row + 1]`. */
interface Rows {
  hashes: Int32Array;
  starts: Int32Array;
  states: Uint8Array;
  values: Int8Array;
}

/** Reads the rows `training/pack.ts` lays out by columns. */
const rowsOf = (bytes: Uint8Array, count: number): Rows => {
  const hashes = new Int32Array(count);
  let hash = 0;
  for (let row = 0; row < count; row++) {
    hash =
      (hash +
        (bytes[row]! |
          (bytes[count + row]! << 8) |
          (bytes[2 * count + row]! << 16) |
          (bytes[3 * count + row]! << 24))) |
      0;
    hashes[row] = hash;
  }
  const masks = 4 * count;
  const maskBytes = Math.ceil(S / 8);
  const first = masks + maskBytes * count;
  const size = bytes.length - first;
  const starts = new Int32Array(count + 1);
  const states = new Uint8Array(size);
  const values = new Int8Array(size);
  values.set(bytes.subarray(first));
  let at = 0;
  for (let row = 0; row < count; row++) {
    starts[row] = at;
    for (let byte = 0; byte < maskBytes; byte++) {
      let mask = bytes[masks + byte * count + row]!;
      while (mask) {
        const low = mask & -mask;
        states[at++] = byte * 8 + (31 - Math.clz32(low));
        mask ^= low;
      }
    }
  }
  starts[count] = at;
  return { hashes, starts, states, values };
};

/** Builds the model from packed bytes (see `training/pack.ts` for the layout). */
export const unpack = (bytes: Buffer): Model => {
  const headSize = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + headSize)) as Head;
  if (head.states !== S) throw new TypeError('the weights were trained for another set of labels');
  const { hashes, starts, states, values } = rowsOf(inflateRawSync(bytes.subarray(4 + headSize)), head.rows);
  const chain: Chain = {
    transition: Float32Array.from(head.transition),
    final: Float32Array.from(head.final),
  };
  const exp = exponentials(chain);
  const { keys, rows, mask } = tableOf(hashes);
  const sums = new Int32Array(S);

  const emissionsOf = (tokens: readonly Token[], text: string): Float32Array => {
    const features = featuresOf(tokens, text);
    const emission = new Float32Array(tokens.length * S);
    for (let t = 0; t < tokens.length; t++) {
      sums.fill(0);
      for (let i = features.offsets[t]!; i < features.offsets[t + 1]!; i++) {
        const hash = features.values[i]!;
        let slot = hash & mask;
        while (rows[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
        const row = rows[slot]!;
        if (row === 0) continue;
        const end = starts[row]!;
        for (let at = starts[row - 1]!; at < end; at++) sums[states[at]!]! += values[at]!;
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
