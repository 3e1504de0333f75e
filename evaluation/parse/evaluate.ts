import { generated } from './generate/index.ts';
import {
  type DocumentResult,
  measureDocuments,
  measureNotes,
  measureReferences,
  type ReferenceResult,
  type Share,
} from './measure.ts';
import {
  isTrained,
  type OptionalReference,
  optionalDocuments,
  optionalNotes,
  optionalReferences,
} from './optional.ts';
import { ownDocuments, ownNotes, ownReferences } from './own.ts';
import type { Reading } from './reading.ts';
import type { SplitScore } from './score/notes.ts';
import type { Score } from './score/tally.ts';
import { measureSpeed, type Speed } from './speed/index.ts';
import { subsets } from './subsets.ts';

export interface NotesResult {
  all: SplitScore;
  byLang: Record<string, SplitScore>;
}
export interface DocumentsResult {
  all: Record<string, Share>;
  each: Record<string, DocumentResult>;
}
/** Everything `npm run eval:parse` measures. */
export interface Evaluation {
  seed: number;
  own: { references: ReferenceResult; notes: NotesResult; documents: DocumentsResult };
  generated: ReferenceResult;
  /** Absent where the optional data is. */
  optional?: {
    untrained: ReferenceResult;
    /** Sources the weights are trained on: the fifth held out. */
    heldOut: ReferenceResult;
    sources: Record<string, { trained: boolean; score: Score }>;
    subsets: { name: string; here: string; score: Score }[];
    notes: Record<string, NotesResult>;
    documents: DocumentsResult;
  };
  speed?: Speed;
}

const encoded = (text: string) => new TextEncoder().encode(text);

export async function measureOwn(reading: Reading): Promise<Evaluation['own'] & { log: string[] }> {
  const documents = ownDocuments().map(({ name, text, gold }) => ({
    name,
    path: name,
    bytes: encoded(text),
    gold,
  }));
  const { log, ...measured } = await measureDocuments(documents, reading);
  return {
    references: measureReferences(ownReferences(), reading, true),
    notes: measureNotes(ownNotes(), reading),
    documents: measured,
    log,
  };
}

/** Works that do not exist, printed some eight times a style. */
export const generatedReferences = (seed: number) => generated(seed, 9);

export async function evaluate(reading: Reading, seed: number, withSpeed: boolean): Promise<Evaluation> {
  const { log: _, ...own } = await measureOwn(reading);
  const made = generatedReferences(seed);
  const optional = await measureOptional(reading);
  return {
    seed,
    own,
    generated: measureReferences(made, reading, true),
    ...(optional ? { optional } : {}),
    ...(withSpeed
      ? {
          speed: measureSpeed(
            [...ownReferences(), ...made].map(({ text }) => text),
            ownNotes().map(({ text }) => text),
          ),
        }
      : {}),
  };
}

async function measureOptional(reading: Reading): Promise<Evaluation['optional']> {
  const records = optionalReferences();
  if (records.length === 0) return undefined;
  const bySource = new Map<string, OptionalReference[]>();
  for (const record of records) {
    const list = bySource.get(record.file);
    if (list) list.push(record);
    else bySource.set(record.file, [record]);
  }
  const of = (list: readonly OptionalReference[]) => measureReferences(list, reading, false);
  const notes = optionalNotes();
  const noteSources = [...new Set(notes.map(({ source }) => source))];
  const documents = optionalDocuments().map(({ path, bytes, gold }) => ({
    name: gold.id,
    path,
    bytes,
    gold,
  }));
  const { log: _, ...measured } = await measureDocuments(documents, reading);
  return {
    untrained: of(records.filter(({ file }) => !isTrained(file))),
    heldOut: of(records.filter(({ file }) => isTrained(file))),
    sources: Object.fromEntries(
      [...bySource].map(([file, list]) => [file, { trained: isTrained(file), score: of(list).score }]),
    ),
    subsets: subsets.map(({ name, here, has }) => ({ name, here, score: of(records.filter(has)).score })),
    notes: Object.fromEntries(
      noteSources.map((source) => [
        source,
        measureNotes(
          notes.filter((note) => note.source === source),
          reading,
        ),
      ]),
    ),
    documents: measured,
  };
}
