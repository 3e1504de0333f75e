import type { Span } from '../model/place.ts';

/** A stretch of a document's text that stands in one run of a part of the file, or a note's sign. */
export interface TextRun extends Span {
  part: string;
  /** Offsets into the part's XML of the characters inside `<w:t>`; absent for a note's sign. `raw`: without entities. */
  characters?: Span & { raw: boolean };
  /** Offsets into the part's XML of the whole `<w:r>`. */
  run: Span;
}

/** The way back from a Word document's text into its parts, as the reader gives it. */
export interface DocxMap {
  runs: readonly TextRun[];
  parts: ReadonlyMap<string, string>;
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as an XML element holds it; what XML cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[<>&]/g, (sign) => named[sign] as string);

/** A part's bytes after a change, where they are the bytes it was read from but for the change. */
export function encodePart(
  before: Uint8Array | undefined,
  xml: string,
  changed: string,
): Uint8Array | undefined {
  const encoder = new TextEncoder();
  return before && Buffer.compare(encoder.encode(xml), before) === 0 ? encoder.encode(changed) : undefined;
}
