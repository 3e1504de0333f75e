import { readFileSync } from 'node:fs';
import { generatedReferences, measureOwn } from './evaluate.ts';
import { measureReferences } from './measure.ts';
import type { Reading } from './reading.ts';

/** The least each figure of our own data may fall to, 0–1. */
export type Floors = Record<string, number>;

export const floorsPath = new URL('./floors.json', import.meta.url);

export const floors = (): Floors => JSON.parse(readFileSync(floorsPath, 'utf8')) as Floors;

/** The figures the floors are held against. */
export async function floorFigures(reading: Reading): Promise<Floors> {
  const own = await measureOwn(reading);
  const { score, urls, issued, accessed, byLang } = own.references;
  const made = measureReferences(generatedReferences(20261124), reading, false).score;
  const share = (rate: string) => {
    const [right, of] = own.documents.all[rate] ?? [0, 1];
    return right / of;
  };
  return {
    'references, whole': score.whole,
    'references, core 4': score.core4,
    'references, micro-F1': score.microF1,
    'references, URLs exact': urls[0] / urls[1],
    'references, issued exact': issued[0] / issued[1],
    'references, accessed exact': accessed[0] / accessed[1],
    ...Object.fromEntries(
      Object.entries(byLang)
        .filter(([, one]) => one.records >= 20)
        .map(([lang, one]) => [`references in ${lang}, micro-F1`, one.microF1]),
    ),
    'generated, whole': made.whole,
    'generated, micro-F1': made.microF1,
    'notes, split F1': own.notes.all.f1,
    'notes, count exact': own.notes.all.perNote,
    'notes, commentary left empty': own.notes.all.leftEmpty ?? 0,
    'documents, notes found': share('notes_recall'),
    'documents, none invented': share('notes_precision'),
    'documents, citations per note': share('citations_per_note_exact'),
    'documents, URL recall': share('url_recall'),
    'documents, URL precision': share('url_precision'),
    'documents, titles': share('title'),
  };
}
