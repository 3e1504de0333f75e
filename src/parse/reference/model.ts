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

/** Builds the model from packed bytes (see `training/pack.ts` for the layout). */
export const unpack = (bytes: Buffer): Model => {
  const headSize = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + headSize)) as Head;
  if (head.states !== S) throw new TypeError('the weights were trained for another set of labels');
  let at = 4 + headSize;
  const hashes = new Int32Array(
    bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + head.rows * 4),
  );
  at += head.rows * 4;
  const weights = new Int8Array(head.rows * S);
  const maskBytes = Math.ceil(S / 8);
  for (let row = 0; row < head.rows; row++) {
    let value = at + maskBytes;
    for (let byte = 0; byte < maskBytes; byte++) {
      let mask = bytes[at + byte]!;
      while (mask) {
        const low = mask & -mask;
        weights[row * S + byte * 8 + (31 - Math.clz32(low))] = bytes[value++]!;
        mask ^= low;
      }
    }
    at = value;
  }
  const chain: Chain = {
    transition: Float32Array.from(head.transition),
    final: Float32Array.from(head.final),
  };
  const exp = exponentials(chain);
  const { keys, rows, mask } = tableOf(hashes);
  const sums = new Int32Array(S);

  const emissionsOf = (tokens: readonly Token[], text: string): Float32Array => {
    const { values, offsets } = featuresOf(tokens, text);
    const emission = new Float32Array(tokens.length * S);
    for (let t = 0; t < tokens.length; t++) {
      sums.fill(0);
      for (let i = offsets[t]!; i < offsets[t + 1]!; i++) {
        const hash = values[i]!;
        let slot = hash & mask;
        while (rows[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
        const row = rows[slot]!;
        if (row === 0) continue;
        const base = (row - 1) * S;
        for (let s = 0; s < S; s++) sums[s]! += weights[base + s]!;
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
