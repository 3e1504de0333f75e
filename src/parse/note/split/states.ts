/** What a token of a note is: part of no citation, the first of one, or a later one. */
export const outside = 0;
export const begins = 1;
export const inside = 2;
export const stateCount = 3;

/** Whether `to` may follow `from`: only a citation that has begun goes on. */
export const mayFollow = (from: number, to: number): boolean => to !== inside || from !== outside;

/** Scores of moving from state to state, `[from * stateCount + to]`; what may not follow is never asked for. */
export type Chain = Float32Array;

const S = stateCount;
const never = -1e30;

/** The best path through `size` tokens given `emission[token * stateCount + state]` (Viterbi). */
export function bestPath(emission: Float32Array, size: number, chain: Chain): Uint8Array {
  const path = new Uint8Array(size);
  if (size === 0) return path;
  const back = new Uint8Array(size * S);
  const scores = new Float64Array(S);
  const next = new Float64Array(S);
  for (let s = 0; s < S; s += 1) scores[s] = s === inside ? never : (emission[s] as number);
  for (let t = 1; t < size; t += 1) {
    for (let to = 0; to < S; to += 1) {
      let best = never * 2;
      for (let from = 0; from < S; from += 1) {
        if (!mayFollow(from, to)) continue;
        const score = (scores[from] as number) + (chain[from * S + to] as number);
        if (score > best) {
          best = score;
          back[t * S + to] = from;
        }
      }
      next[to] = best + (emission[t * S + to] as number);
    }
    scores.set(next);
  }
  let last = 0;
  for (let s = 1; s < S; s += 1) if ((scores[s] as number) > (scores[last] as number)) last = s;
  for (let t = size - 1; t >= 0; t -= 1) {
    path[t] = last;
    last = back[t * S + last] as number;
  }
  return path;
}
