import type { TextEdit } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import { encodeText } from './encode-text.ts';
import { applyEdits } from './plan.ts';

export interface Fixed {
  text: string;
  /** Edits of the original that were made, in its own offsets. */
  made: TextEdit[];
  /** How many were left: they reach over mark-up or lines, or cannot be written in the format. */
  left: number;
}

/** Makes edits of a source's text in the original it was read from, touching nothing else. */
export function fixText(original: string, source: Source, edits: readonly TextEdit[]): Fixed {
  const mapped = edits.map(({ start, end, text }) => {
    const origin = source.origin(start, end);
    const put = encodeText(source.format, text);
    if (!origin || put === undefined) return undefined;
    // The text must stand there as it was read, on one line.
    const printed = original.slice(origin.start, origin.end);
    if (printed !== source.text.slice(start, end) || /[\r\n]/.test(printed)) return undefined;
    return { ...origin, text: put };
  });
  const made = mapped
    .filter((edit): edit is TextEdit => edit !== undefined)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((edit, at, all) => at === 0 || edit.start >= (all[at - 1] as TextEdit).end);
  return { text: applyEdits(original, made), made, left: edits.length - made.length };
}
