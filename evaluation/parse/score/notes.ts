import { type Csl, compare, type Gold } from './fields.ts';
import { type Score, Tally } from './tally.ts';

/** One citation of a gold note. `full: false`: a backref or short form, found but without fields of its own. */
export interface GoldCitation extends Gold {
  start: number;
  end: number;
  full?: boolean;
}
export interface SaidCitation {
  start: number;
  end: number;
  csl: Csl;
}

/** Notes cut into citations, added up. */
export interface SplitScore {
  notes: number;
  citations: number;
  precision: number;
  recall: number;
  f1: number;
  /** Share of notes with every citation in its place and none too many. */
  whole: number;
  /** Share of notes with as many citations as are printed. */
  perNote: number;
  /** Of the notes that cite nothing, the share left empty; undefined where there are none. */
  leftEmpty?: number;
  fields: Score;
}

/** Two spans are the same citation from this share of their union on. */
const leastOverlap = 0.8;

const overlap = (one: { start: number; end: number }, other: { start: number; end: number }): number => {
  const shared = Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  const union = Math.max(one.end, other.end) - Math.min(one.start, other.start);
  return union ? shared / union : 0;
};

export class SplitTally {
  #sums = { notes: 0, right: 0, missed: 0, wrong: 0, whole: 0, perNote: 0, empty: 0, leftEmpty: 0 };
  #fields = new Tally();

  add(gold: readonly GoldCitation[], said: readonly SaidCitation[]): void {
    const sums = this.#sums;
    const placed = gold.filter(({ start }) => start >= 0);
    const used = new Set<number>();
    let whole = said.length === placed.length;
    for (const citation of placed) {
      let [best, at] = [0, -1];
      said.forEach((one, index) => {
        const share = used.has(index) ? 0 : overlap(citation, one);
        if (share > best) [best, at] = [share, index];
      });
      const found = at >= 0 && best >= leastOverlap;
      if (found) used.add(at);
      else whole = false;
      sums[found ? 'right' : 'missed']++;
      if (citation.full !== false)
        this.#fields.add(compare(citation, found ? (said[at] as SaidCitation).csl : {}));
    }
    sums.notes++;
    sums.wrong += said.length - used.size;
    if (whole && used.size === said.length) sums.whole++;
    if (said.length === placed.length) sums.perNote++;
    if (placed.length === 0) {
      sums.empty++;
      if (said.length === 0) sums.leftEmpty++;
    }
  }

  score(): SplitScore {
    const { notes, right, wrong, missed, whole, perNote, empty, leftEmpty } = this.#sums;
    const [precision, recall] = [right / Math.max(1, right + wrong), right / Math.max(1, right + missed)];
    return {
      notes,
      citations: right + missed,
      precision,
      recall,
      f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
      whole: whole / Math.max(1, notes),
      perNote: perNote / Math.max(1, notes),
      ...(empty ? { leftEmpty: leftEmpty / empty } : {}),
      fields: this.#fields.score(),
    };
  }
}
