import { type Field, fieldOf, fields, isBegin, stateCount } from './labels.ts';
import type { Marginals } from './lattice.ts';
import type { Token } from './tokens.ts';

/** A stretch of the reference read as one field, with how sure the model is of it (0–1). */
export interface Segment {
  field: Field;
  start: number;
  end: number;
  chance: number;
}

/** Turns a path of states into stretches; `chance` is the least chance of any of its tokens. */
export const segmentsOf = (tokens: readonly Token[], path: Int32Array, chances: Marginals): Segment[] => {
  const segments: Segment[] = [];
  let current: (Segment & { number: number }) | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const state = path[at]!;
    const field = fieldOf(state);
    const chance = chances.node[at * stateCount + state]!;
    if (field < 0) {
      if (current) current.chance = Math.min(current.chance, chance);
      current = undefined;
      continue;
    }
    const { start, end } = tokens[at]!;
    if (!current || isBegin(state) || current.number !== field) {
      current = { field: fields[field]!, number: field, start, end, chance };
      segments.push(current);
    } else {
      current.end = end;
      current.chance = Math.min(current.chance, chance);
    }
  }
  return segments;
};
