import { allRight, type Compared, type Count, coreFields, extraFields, recordFields } from './fields.ts';

/** Precision, recall and F1 of one field, 0–1; undefined where there was nothing to find. */
export interface FieldScore {
  precision?: number;
  recall?: number;
  f1?: number;
  /** F1 with titles, containers, publishers and places counted right from a likeness of 0.9. */
  softF1?: number;
  /** How often it is printed. */
  printed: number;
}

/** Records added up. */
export interface Score {
  records: number;
  /** Share of records with every field right. */
  whole: number;
  /** Share with title, author, container and year right. */
  core4: number;
  microF1: number;
  macroF1: number;
  fields: Record<string, FieldScore>;
}

const none = (): Count => ({ right: 0, wrong: 0, missed: 0, soft: 0 });
const ratio = (part: number, whole: number): number | undefined => (whole ? part / whole : undefined);
const f1 = (right: number, wrong: number, missed: number): number | undefined =>
  ratio(2 * right, 2 * right + wrong + missed);

export class Tally {
  #records = 0;
  #whole = 0;
  #core = 0;
  #counts = new Map<string, Count>();

  add(compared: Compared): void {
    this.#records++;
    for (const [field, one] of compared) {
      const sum = this.#counts.get(field) ?? none();
      for (const part of ['right', 'wrong', 'missed', 'soft'] as const) sum[part] += one[part];
      this.#counts.set(field, sum);
    }
    if (allRight(compared, recordFields)) this.#whole++;
    if (allRight(compared, coreFields)) this.#core++;
  }

  score(): Score {
    const fields: Record<string, FieldScore> = {};
    for (const field of [...recordFields, ...extraFields]) {
      const one = this.#counts.get(field);
      if (one && one.right + one.wrong + one.missed > 0) fields[field] = fieldScore(one);
    }
    const sums = recordFields.map((field) => this.#counts.get(field) ?? none());
    const sum = (part: keyof Count) => sums.reduce((total, one) => total + one[part], 0);
    const often = recordFields.flatMap((field) => {
      const one = fields[field];
      return one && one.printed >= 5 ? [one.f1 ?? 0] : [];
    });
    return {
      records: this.#records,
      whole: ratio(this.#whole, this.#records) ?? 0,
      core4: ratio(this.#core, this.#records) ?? 0,
      microF1: f1(sum('right'), sum('wrong'), sum('missed')) ?? 0,
      macroF1:
        ratio(
          often.reduce((total, one) => total + one, 0),
          often.length,
        ) ?? 0,
      fields,
    };
  }
}

const fieldScore = ({ right, wrong, missed, soft }: Count): FieldScore => ({
  precision: ratio(right, right + wrong),
  recall: ratio(right, right + missed),
  f1: f1(right, wrong, missed),
  softF1: ratio(2 * soft, 2 * soft + wrong + missed - 2 * (soft - right)),
  printed: right + missed,
});
