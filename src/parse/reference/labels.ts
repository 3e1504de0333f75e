/** The fields the sequence model tells apart; `other` is text that belongs to no field of the item. */
export const fields = [
  'author',
  'editor',
  'translator',
  'title',
  'container-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'issued',
  'accessed',
  'volume',
  'issue',
  'page',
  'edition',
  'number',
  'genre',
  'link',
  'other',
] as const;
export type Field = (typeof fields)[number];

/**
 * The states of the model, by number: for field `f`, `2f` begins it and `2f + 1` is inside it; `gap(f)` is a sign
 * or connecting word after `f`, and the last state is a gap before any field. A gap remembers which field came before
 * it, so that the order of fields is learnt across punctuation.
 */
export const begin = (field: number) => 2 * field;
export const inside = (field: number) => 2 * field + 1;
const firstGap = 2 * fields.length;
export const gap = (field: number) => firstGap + field;
export const opening = firstGap + fields.length;
export const stateCount = opening + 1;

/** The field a state belongs to, or -1 for a gap. */
export const fieldOf = (state: number) => (state < firstGap ? state >> 1 : -1);
export const isBegin = (state: number) => state < firstGap && (state & 1) === 0;

/** For each state, the states that may stand before it. */
export const predecessors: readonly Int32Array[] = Array.from({ length: stateCount }, (_, state) => {
  if (state === opening) return Int32Array.of(opening);
  if (state >= firstGap) {
    const field = state - firstGap;
    return Int32Array.of(begin(field), inside(field), state);
  }
  if (state & 1) return Int32Array.of(state - 1, state);
  return Int32Array.from({ length: stateCount }, (_, before) => before);
});

/** The states a text may open with. */
export const mayOpen = (state: number) => isBegin(state) || state === opening;

/** Turns labels (a field number or -1 a token, `starts` true where a field begins) into states. */
export const statesOf = (labels: readonly number[], starts: readonly boolean[]): Int32Array => {
  const states = new Int32Array(labels.length);
  let last = -1;
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    if (label < 0) states[at] = last < 0 ? opening : gap(last);
    else states[at] = starts[at] || labels[at - 1] !== label ? begin(label) : inside(label);
    if (label >= 0) last = label;
  }
  return states;
};
