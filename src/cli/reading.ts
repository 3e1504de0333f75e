import type { Finding } from '../model/finding.ts';
import type { Note } from '../model/note.ts';
import type { Format, Source } from '../model/source.ts';
import { loadParser } from '../parse/index.ts';
import { readDocument } from '../read/index.ts';
import { companionsOf } from './companions.ts';
import { listDocuments, readInput } from './documents.ts';
import type { Invocation } from './invocation.ts';
import { printable, said } from './printable.ts';

export interface ReadDocument {
  path: string;
  source: Source;
  notes: Note[];
  findings: Finding[];
}
export type Reading = ReadDocument | { path: string; unreadable: string };

/** Reads and parses every document named, one after the other; one that cannot be read is told and passed over. */
export async function* readAll({ files, settings, world }: Invocation): AsyncGenerator<Reading> {
  const paths = await listDocuments(files, world);
  const parser = await loadParser();
  const maxBytes = settings.int('maxInputMib') * 1024 * 1024;
  const named = settings.text('inputFormat');
  const format = named === undefined || named === 'auto' ? undefined : (named as Format);
  for (const path of paths) {
    const input = await readInput(path, world, { maxBytes });
    if ('unreadable' in input) {
      yield input;
      continue;
    }
    const companions = await companionsOf(path, input.bytes, world, { maxBytes });
    const source = await readDocument(path, input.bytes, {
      ...(format ? { format } : {}),
      maxBytes,
      companions,
      pdfPages: async (pdf) => (await import('./pdf-child.ts')).pdfPagesApart(pdf),
    });
    if ('unreadable' in source) yield source;
    else {
      const parsed = parser.parse(source);
      if (settings.bool('verbose')) world.stderr.write(accountOf(path, source, parsed.notes));
      yield { path, source, ...parsed };
    }
  }
}

/** What was made of a document, for --verbose. */
function accountOf(path: string, source: Source, notes: readonly Note[]): string {
  const citations = notes.reduce((sum, note) => sum + note.citations.length, 0);
  return `refvouch: read ${printable(path)}: ${source.format}, ${notes.length} notes, ${citations} citations\n`;
}

/** The one clear line about a file that was passed over. */
export const complaint = (reading: { path: string; unreadable: string }): string =>
  reading.unreadable.startsWith(reading.path)
    ? said(reading.unreadable)
    : said(`${reading.path === '-' ? 'standard input' : reading.path}: ${reading.unreadable}`);
