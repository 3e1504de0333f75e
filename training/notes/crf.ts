import type { Cues } from '../../src/parse/note/split/cues.ts';
import { inside, mayFollow, stateCount } from '../../src/parse/note/split/states.ts';
import { seeded } from '../crf.ts';

const S = stateCount;

export interface Example {
  cues: Cues;
  states: Uint8Array;
  /** How often it is seen in an epoch. */
  times: number;
}

export interface Trained {
  index: Map<number, number>;
  weights: Float32Array;
  chain: Float32Array;
}

const log = (line: string) => process.stderr.write(`${line}\n`);

/** The chance of each state at each token, and of each step summed over the tokens (forward-backward, scaled). */
const expected = (emission: Float32Array, size: number, chain: Float32Array) => {
  const allowed = Float64Array.from({ length: S * S }, (_, at) =>
    mayFollow(Math.floor(at / S), at % S) ? Math.exp(chain[at]!) : 0,
  );
  const weight = new Float64Array(size * S);
  const forward = new Float64Array(size * S);
  const backward = new Float64Array(size * S).fill(1);
  for (let t = 0; t < size; t++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let s = 0; s < S; s++) top = Math.max(top, emission[t * S + s]!);
    let sum = 0;
    for (let s = 0; s < S; s++) {
      weight[t * S + s] = Math.exp(emission[t * S + s]! - top);
      let value = t === 0 ? (s === inside ? 0 : 1) : 0;
      if (t > 0)
        for (let from = 0; from < S; from++) value += forward[(t - 1) * S + from]! * allowed[from * S + s]!;
      forward[t * S + s] = value * weight[t * S + s]!;
      sum += forward[t * S + s]!;
    }
    for (let s = 0; s < S; s++) forward[t * S + s]! /= sum || 1e-300;
  }
  for (let t = size - 2; t >= 0; t--) {
    let sum = 0;
    for (let s = 0; s < S; s++) {
      let value = 0;
      for (let to = 0; to < S; to++)
        value += allowed[s * S + to]! * weight[(t + 1) * S + to]! * backward[(t + 1) * S + to]!;
      backward[t * S + s] = value;
      sum += value;
    }
    for (let s = 0; s < S; s++) backward[t * S + s]! /= sum || 1e-300;
  }
  const node = new Float64Array(size * S);
  const steps = new Float64Array(S * S);
  for (let t = 0; t < size; t++) {
    let sum = 0;
    for (let s = 0; s < S; s++) sum += node[t * S + s] = forward[t * S + s]! * backward[t * S + s]!;
    for (let s = 0; s < S; s++) node[t * S + s]! /= sum || 1e-300;
    if (t === 0) continue;
    let total = 0;
    const pair = new Float64Array(S * S);
    for (let from = 0; from < S; from++)
      for (let to = 0; to < S; to++)
        total += pair[from * S + to] =
          forward[(t - 1) * S + from]! *
          allowed[from * S + to]! *
          weight[t * S + to]! *
          backward[t * S + to]!;
    for (let at = 0; at < S * S; at++) steps[at]! += pair[at]! / (total || 1e-300);
  }
  return { node, steps };
};

/** Trains a linear-chain conditional random field by stochastic gradient with AdaGrad steps, one note a step. */
export const train = (
  examples: readonly Example[],
  { epochs, rate, least, dropOut }: { epochs: number; rate: number; least: number; dropOut: number },
): Trained => {
  const counts = new Map<number, number>();
  for (const { cues } of examples)
    for (const value of cues.values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const index = new Map<number, number>();
  for (const [value, count] of counts) if (count >= least) index.set(value, index.size);
  log(`${examples.length} notes, ${index.size} cues`);
  const weights = new Float32Array(index.size * S);
  const squares = new Float32Array(index.size * S).fill(1e-2);
  const chain = new Float32Array(S * S);
  const chainSquares = new Float32Array(S * S).fill(1);
  const random = seeded(11);
  const rows = examples.map(({ cues }) => Int32Array.from(cues.values, (value) => index.get(value) ?? -1));
  const order = examples.flatMap(({ times }, at) => new Array<number>(times).fill(at));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    const step = rate * (1 - (0.9 * epoch) / epochs);
    let wrong = 0;
    let seen = 0;
    for (const which of order) {
      const { cues, states } = examples[which]!;
      const size = states.length;
      if (size === 0) continue;
      const kept = rows[which]!.map((row) => (row >= 0 && random() >= dropOut ? row * S : -1));
      const emission = new Float32Array(size * S);
      for (let t = 0; t < size; t++)
        for (let i = cues.offsets[t]!; i < cues.offsets[t + 1]!; i++)
          if (kept[i]! >= 0) for (let s = 0; s < S; s++) emission[t * S + s]! += weights[kept[i]! + s]!;
      const { node, steps } = expected(emission, size, chain);
      for (let t = 0; t < size; t++) {
        seen++;
        if (node[t * S + states[t]!]! < 0.5) wrong++;
        for (let s = 0; s < S; s++) {
          const slope = node[t * S + s]! - (states[t] === s ? 1 : 0);
          if (Math.abs(slope) < 2e-3) continue;
          for (let i = cues.offsets[t]!; i < cues.offsets[t + 1]!; i++) {
            if (kept[i]! < 0) continue;
            const at = kept[i]! + s;
            squares[at]! += slope * slope;
            weights[at]! -= step * (slope / Math.sqrt(squares[at]!) + 1e-5 * weights[at]!);
          }
        }
        if (t > 0) steps[states[t - 1]! * S + states[t]!]! -= 1;
      }
      for (let at = 0; at < S * S; at++) {
        chainSquares[at]! += steps[at]! * steps[at]!;
        chain[at]! -= (step * steps[at]!) / Math.sqrt(chainSquares[at]!);
      }
    }
    log(`epoch ${epoch + 1}: ${((wrong / seen) * 100).toFixed(3)} % of tokens wrong`);
  }
  return { index, weights, chain };
};

/** Packs weights into bytes; rows whose weights are all under `prune` are dropped. */
export const pack = ({ index, weights, chain }: Trained, prune: number): Buffer => {
  const rows: [number, number[]][] = [];
  let top = 0;
  for (const [hash, row] of index) {
    const own = Array.from(weights.subarray(row * S, row * S + S));
    const middle = own.reduce((sum, weight) => sum + weight, 0) / S;
    const centred = own.map((weight) => weight - middle);
    if (Math.max(...centred.map(Math.abs)) < prune) continue;
    top = Math.max(top, ...centred.map(Math.abs));
    rows.push([hash, centred]);
  }
  const scale = Math.min(top, 5) / 127;
  rows.sort((a, b) => a[0] - b[0]);
  const head = Buffer.from(
    JSON.stringify({
      rows: rows.length,
      scale,
      chain: Array.from(chain, (value) => Math.round(value * 1000) / 1000),
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const body = rows.flatMap(([, own]) =>
    own.map((weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))) & 255),
  );
  return Buffer.concat([
    size,
    head,
    Buffer.from(Int32Array.from(rows.map(([hash]) => hash)).buffer),
    Uint8Array.from(body),
  ]);
};
