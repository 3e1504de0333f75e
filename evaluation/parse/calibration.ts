/** What was said with which confidence, and how often it was right. */
export interface Bin {
  /** From, to: half open, but for the last. */
  from: number;
  to: number;
  said: number;
  count: number;
  right: number;
}
export interface Reliability {
  bins: Bin[];
  /** Mean of the difference between what is said and what is right, weighted by how often it is said. */
  error: number;
  /** Of what is said at 0.85 to 0.95, the share that is right: what “0.9” means. */
  nine?: number;
  nineCount: number;
}

const edges = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.0001];

/** Confidences gathered against what was right. */
export class Confidences {
  #points = new Map<string, [said: number, right: boolean][]>();

  add(field: string, said: number, right: boolean): void {
    const list = this.#points.get(field);
    if (list) list.push([said, right]);
    else this.#points.set(field, [[said, right]]);
  }

  reliability(): Record<string, Reliability> {
    return Object.fromEntries([...this.#points].map(([field, points]) => [field, reliabilityOf(points)]));
  }
}

function reliabilityOf(points: readonly [said: number, right: boolean][]): Reliability {
  const bins = edges.slice(1).flatMap((to, index): Bin[] => {
    const from = edges[index] as number;
    const inside = points.filter(([said]) => said >= from && said < to);
    if (inside.length === 0) return [];
    return [
      {
        from,
        to: Math.min(1, to),
        said: inside.reduce((sum, [said]) => sum + said, 0) / inside.length,
        count: inside.length,
        right: inside.filter(([, right]) => right).length / inside.length,
      },
    ];
  });
  const near = points.filter(([said]) => said >= 0.85 && said < 0.95);
  return {
    bins,
    error:
      bins.reduce((sum, { said, right, count }) => sum + Math.abs(said - right) * count, 0) / points.length,
    ...(near.length > 0 ? { nine: near.filter(([, right]) => right).length / near.length } : {}),
    nineCount: near.length,
  };
}
