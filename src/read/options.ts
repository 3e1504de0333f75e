import type { Format } from '../model/source.ts';
import type { PdfPage } from './pdf/pages.ts';

export interface Unreadable {
  path: string;
  /** One sentence: why, and what to do. */
  unreadable: string;
}

export interface ReadOptions {
  /** What the document is, where the caller knows; told from its content otherwise. */
  format?: Format;
  /** Larger documents are not read. */
  maxBytes?: number;
  /** Files the document refers to, by name: the `.bib` and `.bbl` of a LaTeX document. */
  companions?: Map<string, Uint8Array>;
  /** Reads a PDF's pages in a process of its own, which can be ended; in this one where it is left out. */
  pdfPages?(bytes: Uint8Array): Promise<PdfPage[]>;
}
