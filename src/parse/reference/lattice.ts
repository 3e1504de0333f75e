import { mayOpen, predecessors, stateCount } from './labels.ts';

const S = stateCount;
const dead = -1e30;
/** Where anything may stand before a state, its predecessors are the states in order, and need not be looked up. */
const isOpen = Uint8Array.from(predecessors, (from) => (from.length === S ? 1 : 0));

/** Scores of moving from state to state: `transition[to * S + from]`, and of ending on a state. */
export interface Chain {
  transition: Float32Array;
  final: Float32Array;
}

/** Marginals: `node[t * S + s]` is the chance of state `s` at token `t`. */
export interface Marginals {
  node: Float64Array;
  logZ: number;
  forward: Float64Array;
}

/** The best path of states through `length` tokens, given `emission[t * S + s]` (the Viterbi algorithm). */
export const bestPath = (emission: Float32Array, length: number, chain: Chain): Int32Array => {
  const path = new Int32Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * S);
  let scores = new Float64Array(S);
  let next = new Float64Array(S);
  for (let s = 0; s < S; s++) scores[s] = mayOpen(s) ? emission[s]! : dead;
  const { transition } = chain;
  for (let t = 1; t < length; t++) {
    for (let s = 0; s < S; s++) {
      const from = predecessors[s]!;
      const row = s * S;
      let best = dead * 2;
      let bestFrom = from[0]!;
      if (isOpen[s])
        for (let i = 0; i < S; i++) {
          const score = scores[i]! + transition[row + i]!;
          if (score > best) {
            best = score;
            bestFrom = i;
          }
        }
      else
        for (let i = 0; i < from.length; i++) {
          const score = scores[from[i]!]! + transition[row + from[i]!]!;
          if (score > best) {
            best = score;
            bestFrom = from[i]!;
          }
        }
      next[s] = best + emission[t * S + s]!;
      back[t * S + s] = bestFrom;
    }
    [scores, next] = [next, scores];
  }
  let last = 0;
  for (let s = 1; s < S; s++) if (scores[s]! + chain.final[s]! > scores[last]! + chain.final[last]!) last = s;
  for (let t = length - 1; t >= 0; t--) {
    path[t] = last;
    last = back[t * S + last]!;
  }
  return path;
};

/** `exp` of the chain's scores, made once for many calls of `marginals`. */
export const exponentials = (chain: Chain) => ({
  transition: Float64Array.from(chain.transition, Math.exp),
  final: Float64Array.from(chain.final, Math.exp),
});

/** The chance of every state at every token (forward-backward, each step scaled to sum to one). */
export const marginals = (
  emission: Float32Array,
  length: number,
  exp: ReturnType<typeof exponentials>,
): Marginals => {
  const weight = new Float64Array(length * S);
  const forward = new Float64Array(length * S);
  const backward = new Float64Array(length * S);
  const node = new Float64Array(length * S);
  const scale = new Float64Array(length);
  const { transition } = exp;
  let logZ = 0;
  for (let t = 0; t < length; t++) {
    let top = dead;
    for (let s = 0; s < S; s++) if (emission[t * S + s]! > top) top = emission[t * S + s]!;
    for (let s = 0; s < S; s++) weight[t * S + s] = Math.exp(emission[t * S + s]! - top);
    logZ += top;
    let sum = 0;
    for (let s = 0; s < S; s++) {
      let value = 0;
      if (t === 0) value = mayOpen(s) ? 1 : 0;
      else {
        const from = predecessors[s]!;
        const row = (t - 1) * S;
        const own = s * S;
        if (isOpen[s]) for (let i = 0; i < S; i++) value += forward[row + i]! * transition[own + i]!;
        else
          for (let i = 0; i < from.length; i++)
            value += forward[row + from[i]!]! * transition[own + from[i]!]!;
      }
      value *= weight[t * S + s]!;
      forward[t * S + s] = value;
      sum += value;
    }
    scale[t] = sum || 1e-300;
    for (let s = 0; s < S; s++) forward[t * S + s]! /= scale[t]!;
    logZ += Math.log(scale[t]!);
  }
  let end = 0;
  for (let s = 0; s < S; s++) {
    backward[(length - 1) * S + s] = exp.final[s]!;
    end += forward[(length - 1) * S + s]! * exp.final[s]!;
  }
  logZ += Math.log(end);
  for (let t = length - 1; t > 0; t--) {
    for (let s = 0; s < S; s++) {
      const carried = (backward[t * S + s]! * weight[t * S + s]!) / scale[t]!;
      if (carried === 0) continue;
      const from = predecessors[s]!;
      const row = (t - 1) * S;
      const own = s * S;
      if (isOpen[s]) for (let i = 0; i < S; i++) backward[row + i]! += carried * transition[own + i]!;
      else
        for (let i = 0; i < from.length; i++)
          backward[row + from[i]!]! += carried * transition[own + from[i]!]!;
    }
  }
  for (let at = 0; at < length * S; at++) node[at] = (forward[at]! * backward[at]!) / end;
  return { node, logZ, forward };
};
