import type { CslDate, Name } from '../src/model/item.ts';
import { referenceParser } from '../src/parse/reference/index.ts';
import type { Calibration, Model } from '../src/parse/reference/model.ts';

/** A record held out of training, with the item it should give. */
export interface Judged {
  text: string;
  csl: Record<string, unknown>;
  ignore?: string[];
}

const folded = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const nameKey = (name: Name): string => folded(name.literal ?? name.family ?? name.given);

const same = (field: string, said: unknown, gold: unknown): boolean => {
  if (field === 'issued' || field === 'accessed')
    return String((said as CslDate)['date-parts']?.[0]?.[0]) === String(gold).slice(0, 4);
  if (Array.isArray(said)) {
    if (!Array.isArray(gold) || said.length !== gold.length) return false;
    return said.every((name: Name, at: number) => {
      const [a, b] = [nameKey(name), nameKey(gold[at])];
      return a === b || (a.length > 2 && b.includes(a)) || (b.length > 2 && a.includes(b));
    });
  }
  return folded(said) === folded(gold);
};

/** A rising line through (said, right) points: equal-count bins, then neighbours that fall are pooled. */
const rising = (points: [number, boolean][]): Calibration => {
  if (points.length < 40) return [];
  const sorted = [...points].sort((a, b) => a[0] - b[0]);
  const size = Math.max(20, Math.ceil(sorted.length / 14));
  const bins: { said: number; right: number; count: number }[] = [];
  for (let at = 0; at < sorted.length; at += size) {
    const part = sorted.slice(at, at + size);
    const right = part.filter(([, ok]) => ok).length;
    bins.push({
      said: part.reduce((sum, [said]) => sum + said, 0) / part.length,
      right: (right + 1) / (part.length + 2),
      count: part.length,
    });
    while (bins.length > 1 && bins.at(-1)!.right < bins.at(-2)!.right) {
      const [low, high] = bins.splice(-2) as [(typeof bins)[0], (typeof bins)[0]];
      const count = low.count + high.count;
      bins.push({
        said: (low.said * low.count + high.said * high.count) / count,
        right: (low.right * low.count + high.right * high.count) / count,
        count,
      });
    }
  }
  return bins.map(({ said, right }) => [Math.round(said * 1e4) / 1e4, Math.round(right * 1e3) / 1e3]);
};

const judged = new Set([
  'title',
  'author',
  'editor',
  'translator',
  'container-title',
  'issued',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'accessed',
]);

/** For each field, and for the record, what the model's chances come to over records it was not trained on. */
export const calibrate = (model: Model, records: readonly Judged[]): Record<string, Calibration> => {
  const parser = referenceParser({ ...model, calibration: {} });
  const points: Record<string, [number, boolean][]> = { record: [] };
  for (const field of judged) points[field] = [];
  for (const { text, csl, ignore = [] } of records) {
    const { item, fields, confidence } = parser.parse(text);
    let whole = true;
    for (const field of judged) {
      if (ignore.includes(field)) continue;
      const said = (item as Record<string, unknown>)[field];
      const gold = csl[field];
      if (said === undefined && gold === undefined) continue;
      const right = said !== undefined && gold !== undefined && same(field, said, gold);
      whole &&= right;
      if (said !== undefined) points[field]!.push([fields[field] ?? 0, right]);
    }
    points.record!.push([confidence, whole]);
  }
  return Object.fromEntries(Object.entries(points).map(([field, list]) => [field, rising(list)]));
};
