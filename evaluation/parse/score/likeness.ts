/**
 * Ratcliff and Obershelp's likeness of two strings (1988): twice the signs in common, found by the longest common
 * stretch and then to its left and right, over the signs of both. Code points, not UTF-16 units, are counted.
 */
export const likeness = (one: string, other: string): number => {
  const [a, b] = [[...one], [...other]];
  if (a.length + b.length === 0) return 1;
  const places = new Map<string, number[]>();
  b.forEach((sign, at) => {
    const list = places.get(sign);
    if (list) list.push(at);
    else places.set(sign, [at]);
  });
  let common = 0;
  const open: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let range = open.pop(); range; range = open.pop()) {
    const [fromA, toA, fromB, toB] = range;
    const [atA, atB, size] = longest(a, places, range);
    if (size === 0) continue;
    common += size;
    if (fromA < atA && fromB < atB) open.push([fromA, atA, fromB, atB]);
    if (atA + size < toA && atB + size < toB) open.push([atA + size, toA, atB + size, toB]);
  }
  return (2 * common) / (a.length + b.length);
};

/** The longest stretch both ranges share; of equals, the earliest in the first, then in the second. */
const longest = (
  a: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  [fromA, toA, fromB, toB]: [number, number, number, number],
): [number, number, number] => {
  let best: [number, number, number] = [fromA, fromB, 0];
  let ending = new Map<number, number>();
  for (let at = fromA; at < toA; at++) {
    const next = new Map<number, number>();
    for (const place of places.get(a[at] as string) ?? []) {
      if (place < fromB) continue;
      if (place >= toB) break;
      const size = (ending.get(place - 1) ?? 0) + 1;
      next.set(place, size);
      if (size > best[2]) best = [at - size + 1, place - size + 1, size];
    }
    ending = next;
  }
  return best;
};
