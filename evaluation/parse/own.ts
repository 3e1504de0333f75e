import { readdirSync, readFileSync } from 'node:fs';
import { cslOf, type Marked, readMarked } from './marked.ts';
import type { Gold } from './score/fields.ts';
import type { GoldCitation } from './score/notes.ts';
import type { DocumentCitation, DocumentGold } from './score/pairing.ts';

/** A reference of ours to be read as one. */
export interface OwnReference extends Gold {
  id: string;
  source: string;
  lang: string;
  style: string;
  text: string;
  urls: string[];
}
export interface OwnNote {
  id: string;
  source: string;
  lang: string;
  style: string;
  text: string;
  citations: (GoldCitation & { urls: string[] })[];
}
export interface OwnDocument {
  name: string;
  text: string;
  gold: DocumentGold;
}

const data = new URL('./data/', import.meta.url);

/** A line of a data file: `- (type) {ignore} text` under a heading `## style`. */
interface Line {
  id: string;
  lang: string;
  style: string;
  type?: string;
  ignore: string[];
  marked: Marked;
}
const item = /^- (?:\(([a-z_-]+)\) )?(?:\{([a-zA-Z ,-]+)\} )?(.+)$/;

function* linesOf(folder: string): Generator<Line> {
  for (const file of readdirSync(new URL(folder, data)).sort()) {
    const name = file.replace(/\.md$/, '');
    let [style, count] = ['', 0];
    for (const line of readFileSync(new URL(`${folder}${file}`, data), 'utf8').split('\n')) {
      if (line.startsWith('## ')) style = line.slice(3).trim();
      const match = item.exec(line);
      if (!match) continue;
      count++;
      const id = `own-${folder.slice(0, -1)}-${name}-${String(count).padStart(3, '0')}`;
      const [, type, ignore] = match;
      yield {
        id,
        lang: name,
        style,
        ...(type ? { type } : {}),
        ignore: ignore?.split(/[ ,]+/) ?? [],
        marked: readMarked((match[3] as string).replaceAll('⏎', '\n')),
      };
    }
  }
}

/** The references of `data/citations/`, a language a file. */
export const ownReferences = (): OwnReference[] =>
  [...linesOf('citations/')].map(({ id, lang, style, type, ignore, marked }) => {
    const { csl, urls } = cslOf(marked.fields);
    return {
      id,
      source: 'own',
      lang,
      style,
      text: marked.text,
      csl: { ...csl, ...(type ? { type } : {}) },
      ignore: type ? ignore : [...ignore, 'type'],
      urls,
    };
  });

/** The notes of `data/notes/`. */
export const ownNotes = (): OwnNote[] =>
  [...linesOf('notes/')].map(({ id, lang, style, ignore, marked }) => ({
    id,
    source: 'own-notes',
    lang,
    style,
    text: marked.text,
    citations: marked.citations.map(({ start, end, short }) => ({
      start,
      end,
      full: !short,
      ...cslOf(marked.fields, start, end),
      ignore: [...ignore, 'type'],
    })),
  }));

/** The documents of `data/documents/`, each with its notes as they are marked in it. */
export const ownDocuments = (): OwnDocument[] =>
  readdirSync(new URL('documents/', data))
    .sort()
    .map((file) => {
      const name = file.replace(/\.marked$/, '');
      const marked = readMarked(readFileSync(new URL(`documents/${file}`, data), 'utf8'));
      return { name, text: marked.text, gold: goldOf(name, marked) };
    });

const goldOf = (name: string, { text, notes, citations, fields }: Marked): DocumentGold => ({
  id: name,
  lang: name.split('-')[0] as string,
  notes: notes.map(({ label, start, end }) => ({
    label,
    text: text.slice(start, end),
    citations: citations
      .filter((citation) => citation.start >= start && citation.end <= end)
      .map((citation): DocumentCitation => {
        const { csl, urls } = cslOf(fields, citation.start, citation.end);
        const names = (field: string) =>
          ((csl[field] as Record<string, string>[]) ?? []).map(
            ({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '),
          );
        const archives = fields.filter(
          ({ field, start: from, end: to }) =>
            field === 'archive-url' && from >= citation.start && to <= citation.end,
        );
        return {
          ...(csl as DocumentCitation),
          container: csl['container-title'] as string,
          author: names('author'),
          editor: names('editor'),
          translator: names('translator'),
          urls,
          archiveUrls: archives.map(({ value }) => value),
          short: citation.short,
        };
      }),
  })),
});
