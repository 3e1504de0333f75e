/** Character bigrams of a folded text with their counts; a text of one character is its own. */
function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const signs = [...text];
  if (signs.length === 1) counts.set(text, 1);
  for (let at = 0; at + 1 < signs.length; at += 1) {
    const pair = `${signs[at]}${signs[at + 1]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice's coefficient over character bigrams of two folded texts, 0–1. */
export function dice(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const [left, right] = [bigrams(a), bigrams(b)];
  let [shared, total] = [0, 0];
  for (const [pair, count] of left) {
    shared += Math.min(count, right.get(pair) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}

/** Share of the character bigrams of `part` that stand in `whole`, 0–1. */
export function bigramsContained(part: string, whole: string): number {
  const [few, many] = [bigrams(part), bigrams(whole)];
  let [shared, total] = [0, 0];
  for (const [pair, count] of few) {
    shared += Math.min(count, many.get(pair) ?? 0);
    total += count;
  }
  return total === 0 ? 0 : shared / total;
}

/** Numbers in a text, in order; two titles that differ in one are two titles. */
export const numbersIn = (text: string): string[] => text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? [];
