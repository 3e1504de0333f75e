import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { heldOut, trainedSources } from '../../training/sources.ts';
import type { Gold } from './score/fields.ts';
import type { GoldCitation } from './score/notes.ts';
import type { DocumentGold } from './score/pairing.ts';

/** A reference of the optional evaluation data. */
export interface OptionalReference extends Gold {
  id: string;
  source: string;
  file: string;
  lang: string;
  style: string;
  text: string;
}
export interface OptionalNote {
  id: string;
  source: string;
  lang: string;
  text: string;
  citations: GoldCitation[];
}
export interface OptionalDocument {
  path: string;
  bytes: Uint8Array;
  gold: DocumentGold;
}

/** Where the optional evaluation data is looked for. */
export const optionalRoot = (
  process.env.REFVOUCH_EVAL_DATA ?? new URL('../../../shared/', import.meta.url).pathname
).replace(/\/$/, '');
const place = (path: string) => `${optionalRoot}/${path}`;
const filesIn = (folder: string, ending: string): string[] =>
  existsSync(place(folder))
    ? readdirSync(place(folder))
        .filter((file) => file.endsWith(ending))
        .sort()
    : [];
const lines = <T>(path: string): T[] =>
  readFileSync(place(path), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** References by file; of what the weights were trained on, only the fifth kept out of training. */
export const optionalReferences = (): OptionalReference[] =>
  filesIn('data/parse/refs', '.jsonl').flatMap((name) => {
    const file = name.replace('.jsonl', '');
    const all = lines<OptionalReference>(`data/parse/refs/${name}`).map((record) => ({ ...record, file }));
    return trainedSources.includes(file) ? all.filter(({ id }) => heldOut(id)) : all;
  });

export const isTrained = (file: string): boolean => trainedSources.includes(file);

/** Notes to split; their offsets count code points and are brought to UTF-16. */
export const optionalNotes = (): OptionalNote[] =>
  filesIn('data/parse/notes', '.jsonl').flatMap((name) =>
    lines<OptionalNote>(`data/parse/notes/${name}`).map((note) => ({
      ...note,
      source: name.replace('.jsonl', ''),
      citations: note.citations.map((citation) => ({
        ...citation,
        start: units(note.text, citation.start),
        end: units(note.text, citation.end),
      })),
    })),
  );

const units = (text: string, points: number): number =>
  points < 0 || !/[\ud800-\udbff]/.test(text) ? points : [...text].slice(0, points).join('').length;

export const optionalDocuments = (): OptionalDocument[] => [
  ...filesIn('data/articles/gold', '.json').map((name) => {
    const gold = JSON.parse(readFileSync(place(`data/articles/gold/${name}`), 'utf8'));
    const path = place(`data/articles/${gold.doc}`);
    return { path, bytes: readFileSync(path), gold };
  }),
  ...(existsSync(place('seed/gold.json'))
    ? [
        {
          path: place('seed/article.txt'),
          bytes: readFileSync(place('seed/article.txt')),
          gold: JSON.parse(readFileSync(place('seed/gold.json'), 'utf8')),
        },
      ]
    : []),
];
