import { type Compared, type Csl, recordFields } from './score/fields.ts';
import { folded } from './score/folding.ts';

/** A kind of error: the field, what went wrong, how often, and one case to see (only from data that may be shown). */
export interface ErrorKind {
  field: string;
  kind: string;
  count: number;
  example?: { text: string; printed: string; said: string };
}

const key = (field: string) => (field === 'issued-year' ? 'issued' : field);
const shown = (value: unknown): string =>
  value === undefined
    ? '—'
    : typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(' ')).join(' · ')
        : ((value as { 'date-parts'?: number[][] })['date-parts']?.[0]?.join('-') ?? JSON.stringify(value));

const kindOf = (field: string, gold: Csl, said: Csl): string => {
  const [printed, given] = [gold[key(field)], said[key(field)]].map((value) =>
    value === undefined ? '' : folded(shown(value)),
  ) as [string, string];
  const isOf = (csl: Csl, text: string) =>
    recordFields.find(
      (other) => other !== field && csl[key(other)] && folded(shown(csl[key(other)])) === text,
    );
  if (!given) {
    const home = isOf(said, printed);
    return home ? `said as ${home}` : 'missed';
  }
  const owner = isOf(gold, given);
  if (owner) return `is the ${owner}`;
  if (!printed) return 'not printed';
  if (given.includes(printed)) return 'too long';
  if (printed.includes(given)) return 'too short';
  return 'other';
};

/** Counts errors by their kinds. */
export class Errors {
  #kinds = new Map<string, ErrorKind>();

  add(compared: Compared, gold: Csl, said: Csl, text: string, mayBeShown: boolean): void {
    for (const field of recordFields) {
      const one = compared.get(field);
      if (!one || (one.wrong === 0 && one.missed === 0)) continue;
      const kind = kindOf(field, gold, said);
      const name = `${field}: ${kind}`;
      const known = this.#kinds.get(name) ?? { field, kind, count: 0 };
      known.count++;
      if (mayBeShown && !known.example && text.length < 160)
        known.example = { text, printed: shown(gold[key(field)]), said: shown(said[key(field)]) };
      this.#kinds.set(name, known);
    }
  }

  commonest(most: number): ErrorKind[] {
    return [...this.#kinds.values()].sort((a, b) => b.count - a.count).slice(0, most);
  }
}
