/** A seeded source of choices. */
export interface Dice {
  next(): number;
  chance(p: number): boolean;
  int(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
}

export const dice = (random: () => number): Dice => ({
  next: random,
  chance: (p) => random() < p,
  int: (low, high) => low + Math.floor(random() * (high - low + 1)),
  pick: (from) => from[Math.floor(random() * from.length)]!,
});
