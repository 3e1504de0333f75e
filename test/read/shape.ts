import type { Source } from '../../src/model/source.ts';
import { type ReadOptions, readDocument } from '../../src/read/index.ts';

/** What a reader hands over, as a table a test can hold against. */
export interface Shape {
  notes: { label: string; marker?: string; text: string; at: string[] }[];
  links: [string, string][];
}

export async function readText(
  path: string,
  text: string | Uint8Array,
  options?: ReadOptions,
): Promise<Source> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const source = await readDocument(path, bytes, options);
  if ('unreadable' in source) throw new Error(`${source.path} ${source.unreadable}`);
  return source;
}

export const notesOf = (source: Source) =>
  source.notes.map(({ label, start, end, references }) => ({
    label,
    text: source.text.slice(start, end),
    at: references.map((span) => source.text.slice(span.start, span.end)),
  }));
export const linksOf = (source: Source) =>
  source.links.map(({ start, end, url }) => [source.text.slice(start, end), url]);
