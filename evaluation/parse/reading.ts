import { loadParser, type Parser } from '../../src/parse/index.ts';
import { readReference } from '../../src/parse/note/read.ts';
import { loadReferenceParser } from '../../src/parse/reference/index.ts';
import { readDocument } from '../../src/read/index.ts';
import type { Csl } from './score/fields.ts';
import type { SaidCitation } from './score/notes.ts';
import type { SaidNote } from './score/pairing.ts';

/** What the parser says of a reference. */
export interface Said {
  csl: Csl;
  urls: string[];
  confidence: number;
  /** 0–1 a field. */
  fields: Record<string, number>;
}

/** The parser under measurement: the one place that knows how it is called. */
export interface Reading {
  parser: Parser;
  reference(text: string): Said;
  note(text: string): (SaidCitation & { urls: string[] })[];
  /** Notes as the report has them; `undefined` where the document cannot be read. */
  document(path: string, bytes: Uint8Array): Promise<SaidNote[] | undefined>;
}

export async function loadReading(): Promise<Reading> {
  const [parser, references] = [await loadParser(), await loadReferenceParser()];
  // A record stands in several tables and is read once.
  const known = new Map<string, Said>();
  return {
    parser,
    reference: (text) => {
      const before = known.get(text);
      if (before) return before;
      const { item, urls, confidence, fields } = readReference(text, references);
      const said = { csl: item, urls, confidence, fields };
      known.set(text, said);
      return said;
    },
    note: (text) =>
      parser.parseNote(text).citations.map(({ item, urls, start, end }) => ({ csl: item, urls, start, end })),
    document: async (path, bytes) => {
      const source = await readDocument(path, bytes);
      if ('unreadable' in source) return undefined;
      return parser.parse(source).notes.map(({ label, text, citations }) => ({
        label,
        text,
        citations: citations.map(({ item, urls, locator }) => ({
          ...item,
          urls,
          ...(locator ? { locator: locator.value } : {}),
        })),
      }));
    },
  };
}
