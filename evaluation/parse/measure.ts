import { Confidences, type Reliability } from './calibration.ts';
import { type ErrorKind, Errors } from './errors.ts';
import type { Reading, Said } from './reading.ts';
import { Rates, scoreDocument } from './score/documents.ts';
import { allRight, type Compared, compare, type Gold, recordFields } from './score/fields.ts';
import { foldedDate } from './score/folding.ts';
import { type GoldCitation, type SplitScore, SplitTally } from './score/notes.ts';
import type { DocumentGold } from './score/pairing.ts';
import { exactUrl } from './score/sight.ts';
import { type Score, Tally } from './score/tally.ts';

/** Part of a whole, both counted. */
export type Share = [right: number, of: number];

export interface ReferenceRecord extends Gold {
  lang: string;
  style: string;
  text: string;
  urls?: string[];
}

/** A set of references measured. */
export interface ReferenceResult {
  score: Score;
  /** URLs as printed, whole sets of a record's. */
  urls: Share;
  /** Whole dates, as precise as printed. */
  issued: Share;
  accessed: Share;
  byLang: Record<string, Score>;
  byStyle: Record<string, Score>;
  calibration: Record<string, Reliability>;
  errors: ErrorKind[];
}

export function measureReferences(
  records: readonly ReferenceRecord[],
  reading: Reading,
  mayBeShown: boolean,
): ReferenceResult {
  const [all, langs, styles] = [new Tally(), new Map<string, Tally>(), new Map<string, Tally>()];
  const [confidences, errors] = [new Confidences(), new Errors()];
  const shares = { urls: [0, 0], issued: [0, 0], accessed: [0, 0] } as Record<string, Share>;
  const inGroup = (groups: Map<string, Tally>, name: string, compared: Compared) => {
    const tally = groups.get(name) ?? new Tally();
    tally.add(compared);
    groups.set(name, tally);
  };
  for (const record of records) {
    const said = reading.reference(record.text);
    const compared = compare(record, said.csl);
    all.add(compared);
    inGroup(langs, record.lang, compared);
    inGroup(styles, record.style, compared);
    errors.add(compared, record.csl, said.csl, record.text, mayBeShown);
    addConfidences(confidences, compared, said);
    addShares(shares, record, said);
  }
  const scores = (groups: Map<string, Tally>) =>
    Object.fromEntries([...groups].map(([name, tally]) => [name, tally.score()]));
  return {
    score: all.score(),
    urls: shares.urls as Share,
    issued: shares.issued as Share,
    accessed: shares.accessed as Share,
    byLang: scores(langs),
    byStyle: scores(styles),
    calibration: confidences.reliability(),
    errors: errors.commonest(16),
  };
}

function addConfidences(confidences: Confidences, compared: Compared, said: Said): void {
  confidences.add('record', said.confidence, allRight(compared, recordFields));
  for (const field of recordFields) {
    const one = compared.get(field);
    const sure = said.fields[field === 'issued-year' ? 'issued' : field];
    if (!one || one.right + one.wrong === 0 || sure === undefined) continue;
    confidences.add('any field', sure, one.right === 1);
    confidences.add(field, sure, one.right === 1);
  }
}

function addShares(
  shares: Record<string, Share>,
  { csl, ignore = [], urls }: ReferenceRecord,
  said: Said,
): void {
  const add = (name: string, right: boolean) => {
    const share = shares[name] as Share;
    share[0] += Number(right);
    share[1]++;
  };
  const printed = urls ?? (typeof csl.URL === 'string' ? [csl.URL] : []);
  if (printed.length > 0 && !ignore.includes('URL')) {
    const found = said.urls.map(exactUrl);
    // An address printed without a scheme (`www.…`) can only be followed with one.
    for (const url of printed)
      add(
        'urls',
        found.includes(exactUrl(url)) ||
          (!/^[a-z]+:/i.test(url) && found.includes(exactUrl(`http://${url}`))),
      );
  }
  for (const field of ['issued', 'accessed'] as const)
    if (csl[field] && !ignore.includes(field))
      add(field, foldedDate(csl[field]) === foldedDate(said.csl[field]));
}

/** Notes split and read, by source and language. */
export function measureNotes(
  notes: readonly { source: string; lang: string; text: string; citations: GoldCitation[] }[],
  reading: Reading,
): { all: SplitScore; byLang: Record<string, SplitScore> } {
  const [all, langs] = [new SplitTally(), new Map<string, SplitTally>()];
  for (const { lang, text, citations } of notes) {
    const said = reading.note(text);
    const own = langs.get(lang) ?? new SplitTally();
    langs.set(lang, own);
    for (const tally of [all, own]) tally.add(citations, said);
  }
  return {
    all: all.score(),
    byLang: Object.fromEntries([...langs].map(([lang, tally]) => [lang, tally.score()])),
  };
}

export interface DocumentResult {
  unreadable: boolean;
  counts: Record<string, Share>;
}

/** Whole documents, each and all together. */
export async function measureDocuments(
  documents: readonly { name: string; path: string; bytes: Uint8Array; gold: DocumentGold }[],
  reading: Reading,
): Promise<{ all: Record<string, Share>; each: Record<string, DocumentResult>; log: string[] }> {
  const all = new Rates();
  const each: Record<string, DocumentResult> = {};
  const log: string[] = [];
  for (const { name, path, bytes, gold } of documents) {
    const said = await reading.document(path, bytes);
    const rates = scoreDocument(said ?? [], gold);
    all.join(rates);
    each[name] = { unreadable: !said, counts: rates.counts() };
    log.push(...rates.log.map((line) => `${name}: ${line}`));
  }
  return { all: all.counts(), each, log };
}
