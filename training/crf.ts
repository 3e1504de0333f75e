import type { FeatureRows } from '../src/parse/reference/features.ts';
import { predecessors, stateCount } from '../src/parse/reference/labels.ts';
import { type Chain, exponentials, marginals } from '../src/parse/reference/lattice.ts';

const S = stateCount;

export interface Example {
  rows: FeatureRows;
  states: Int32Array;
}

export interface Trained {
  /** Feature hash → row. */
  index: Map<number, number>;
  weights: Float32Array;
  chain: Chain;
}

const countFeatures = (examples: readonly Example[], least: number): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const { rows } of examples)
    for (const value of rows.values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const index = new Map<number, number>();
  for (const [value, count] of counts) if (count >= least) index.set(value, index.size);
  return index;
};

const shuffled = (size: number, random: () => number): Int32Array => {
  const order = Int32Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
};

/** Small, seeded source of random numbers (mulberry32). */
export const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let hash = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
  return ((hash ^ (hash >>> 14)) >>> 0) / 4294967296;
};

/**
 * Trains a linear-chain conditional random field by stochastic gradient with AdaGrad steps, one example a step.
 * Features of a token are dropped at random (`dropOut`) so that no single one carries a decision.
 */
export const train = (
  examples: readonly Example[],
  options: {
    epochs: number;
    rate: number;
    least: number;
    dropOut: number;
    shrink: number;
    log: (line: string) => void;
  },
): Trained => {
  const index = countFeatures(examples, options.least);
  const rowsOf = examples.map(({ rows }) => Int32Array.from(rows.values, (value) => index.get(value) ?? -1));
  const weights = new Float32Array(index.size * S);
  const squares = new Float32Array(index.size * S).fill(1e-2);
  const chain: Chain = { transition: new Float32Array(S * S), final: new Float32Array(S) };
  const chainSquares = { transition: new Float32Array(S * S).fill(1), final: new Float32Array(S).fill(1) };
  const random = seeded(7);
  options.log(`${examples.length} examples, ${index.size} features`);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    const started = Date.now();
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs);
    for (const which of shuffled(examples.length, random)) {
      const { states, rows } = examples[which]!;
      const length = states.length;
      if (length === 0) continue;
      const feature = rowsOf[which]!;
      const kept = new Int32Array(feature.length);
      const bounds = new Int32Array(length + 1);
      let size = 0;
      for (let t = 0; t < length; t++) {
        bounds[t] = size;
        for (let i = rows.offsets[t]!; i < rows.offsets[t + 1]!; i++)
          if (feature[i]! >= 0 && random() >= options.dropOut) kept[size++] = feature[i]! * S;
      }
      bounds[length] = size;
      const emission = new Float32Array(length * S);
      for (let t = 0; t < length; t++) {
        const row = t * S;
        for (let i = bounds[t]!; i < bounds[t + 1]!; i++) {
          const base = kept[i]!;
          for (let s = 0; s < S; s++) emission[row + s]! += weights[base + s]!;
        }
      }
      const exp = exponentials(chain);
      const { node, logZ, forward } = marginals(emission, length, exp);
      if (!Number.isFinite(logZ)) continue;
      let score = chain.final[states[length - 1]!]!;
      for (let t = 0; t < length; t++) {
        score += emission[t * S + states[t]!]!;
        if (t > 0) score += chain.transition[states[t]! * S + states[t - 1]!]!;
      }
      loss += logZ - score;
      for (let t = 0; t < length; t++) {
        for (let s = 0; s < S; s++) {
          const slope = node[t * S + s]! - (states[t] === s ? 1 : 0);
          if (slope < 2e-3 && slope > -2e-3) continue;
          const square = slope * slope;
          for (let i = bounds[t]!; i < bounds[t + 1]!; i++) {
            const at = kept[i]! + s;
            squares[at]! += square;
            weights[at]! -= rate * (slope / Math.sqrt(squares[at]!) + options.shrink * weights[at]!);
          }
        }
      }
      stepChain(chain, chainSquares, states, { node, forward }, exp, length, rate);
    }
    options.log(
      `epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(3)} in ${((Date.now() - started) / 1000).toFixed(0)} s`,
    );
  }
  return { index, weights, chain };
};

const stepChain = (
  chain: Chain,
  squares: Chain,
  states: Int32Array,
  found: { node: Float64Array; forward: Float64Array },
  exp: ReturnType<typeof exponentials>,
  length: number,
  rate: number,
): void => {
  const expected = new Float64Array(S * S);
  const { node, forward } = found;
  for (let t = 1; t < length; t++) {
    const row = t * S;
    for (let s = 0; s < S; s++) {
      if (node[row + s]! < 1e-5) continue;
      const from = predecessors[s]!;
      let sum = 0;
      for (let i = 0; i < from.length; i++)
        sum += forward[row - S + from[i]!]! * exp.transition[s * S + from[i]!]!;
      if (sum <= 0) continue;
      for (let i = 0; i < from.length; i++)
        expected[s * S + from[i]!]! +=
          (node[row + s]! * forward[row - S + from[i]!]! * exp.transition[s * S + from[i]!]!) / sum;
    }
    expected[states[t]! * S + states[t - 1]!]! -= 1;
  }
  for (let at = 0; at < S * S; at++) {
    const slope = expected[at]!;
    if (slope < 1e-4 && slope > -1e-4) continue;
    squares.transition[at]! += slope * slope;
    chain.transition[at]! -= (rate * slope) / Math.sqrt(squares.transition[at]!);
  }
  for (let s = 0; s < S; s++) {
    const slope = node[(length - 1) * S + s]! - (states[length - 1] === s ? 1 : 0);
    squares.final[s]! += slope * slope;
    chain.final[s]! -= (rate * slope) / Math.sqrt(squares.final[s]!);
  }
};
