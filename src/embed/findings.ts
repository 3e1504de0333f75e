import { distinct, type LintOptions, lint, settle } from '../lint/index.ts';
import type { Finding, TextEdit } from '../model/finding.ts';
import type { Span } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { loadParser } from '../parse/index.ts';
import { readDocument } from '../read/index.ts';

/** A finding as an editor's tool wants it: places are UTF-16 offsets into the file's own text. */
export interface Located {
  rule: string;
  severity: Finding['severity'];
  message: string;
  /** Absent where the finding belongs to the document as a whole. */
  range?: Span;
  /** Replacements that make it right, where that is safe. */
  edits: TextEdit[];
}

/** Options as the tools' own configuration gives them; what is left out is learnt from the document. */
export type EmbedOptions = Partial<LintOptions>;

/**
 * The lint findings of one document given as text. Visits nothing. A text that is no document refvouch reads has none.
 */
export async function findingsIn(path: string, text: string, options: EmbedOptions = {}): Promise<Located[]> {
  const source = await readDocument(path, new TextEncoder().encode(text));
  if ('unreadable' in source) return [];
  const { notes, findings } = (await loadParser()).parse(source);
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const own = settle([...findings, ...notes.flatMap((note) => note.findings)], options.rules);
  return distinct([...own, ...lint(source, notes, { ...options, today })]).map((finding) =>
    located(finding, source),
  );
}

function located({ rule, severity, message, place, fix }: Finding, source: Source): Located {
  const range = place && source.origin(place.offset, place.end);
  const edits = fix?.safe ? fix.edits.map((edit) => moved(edit, source)) : [];
  return {
    rule,
    severity,
    message,
    ...(range ? { range } : {}),
    // An edit whose place in the file is not known for certain spoils the others of its fix.
    edits: edits.every((edit) => edit !== undefined) ? edits : [],
  };
}

function moved({ start, end, text }: TextEdit, source: Source): TextEdit | undefined {
  const span = source.origin(start, end);
  return span && { start: span.start, end: span.end, text };
}
