import { distinct, type LintOptions, lint, settle } from '../../src/lint/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Note } from '../../src/model/note.ts';
import type { Source } from '../../src/model/source.ts';
import { loadParser } from '../../src/parse/index.ts';
import { readDocument } from '../../src/read/index.ts';

/** What the command line does with a document, without files: reads, parses, lints. */
export async function linted(
  text: string,
  path: string,
  options: Partial<LintOptions> = {},
): Promise<{ source: Source; notes: Note[]; findings: Finding[] }> {
  const source = await readDocument(path, new TextEncoder().encode(text));
  if ('unreadable' in source) throw new Error(source.unreadable);
  const parser = await loadParser();
  const { notes, findings } = parser.parse(source);
  const own = lint(source, notes, { today: '2026-01-01', ...options });
  const all = [...own, ...settle([...findings, ...notes.flatMap((note) => note.findings)], options.rules)];
  return { source, notes, findings: distinct(all) };
}

/** The text with the safe fixes made, the last first. */
export function mended(text: string, findings: readonly Finding[]): string {
  const edits = findings
    .flatMap(({ fix }) => (fix?.safe ? fix.edits : []))
    .sort((a, b) => b.start - a.start || b.end - a.end);
  return edits.reduce(
    (done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end),
    text,
  );
}
