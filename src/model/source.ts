import type { Locator } from './citation.ts';
import type { Finding } from './finding.ts';
import type { Item } from './item.ts';
import type { Place, Span } from './place.ts';

export const formats = [
  'text',
  'markdown',
  'html',
  'docx',
  'pdf',
  'latex',
  'wikitext',
  'review',
  'rst',
  'asciidoc',
  'bibtex',
  'csl-json',
  'ris',
  'url-list',
  'references',
  'notes',
] as const;
export type Format = (typeof formats)[number];

/** A note the format itself marks (`[^1]`, `<sup><a>`, a DOCX footnote). Offsets into `Source.text`. */
export interface MarkedNote extends Span {
  label: string;
  marker: string;
  /** Where the body refers to it. */
  references: Span[];
}

/** A hyperlink whose target need not be printed in the text. Offsets (of the linked text) into `Source.text`. */
export interface Link extends Span {
  url: string;
}

/**
 * A citation that needs no parsing: a BibTeX, CSL-JSON or RIS entry, a `{{cite web}}`, a `\cite` of a known key.
 * Offsets into `Source.text`. Inside a marked note it is one of the note's citations; where a document has entries
 * and no marked notes, each is a note of its own.
 */
export interface ReadyEntry extends Span {
  key: string;
  item: Item;
  /** Every URL it gives, where there are more than the item's own: an archived copy. */
  urls?: string[];
  locator?: Locator;
}

/**
 * A document read into text, with the way back to where each character stood.
 *
 * `text` is what a reader would see: mark-up removed, entities decoded. Every offset in this project indexes it.
 */
export interface Source {
  path: string;
  format: Format;
  text: string;
  /** Where `text[start, end)` stands in the original. */
  place(start: number, end?: number): Place;
  /**
   * The range of the original's own text that `text[start, end)` came from, for formats that are edited as text
   * (text, Markdown, HTML, LaTeX, wikitext, .bib); undefined where there is none (DOCX, PDF) or it is not contiguous.
   */
  origin(start: number, end: number): Span | undefined;
  /** Notes the format marks; empty where they must be found in the text (`parse` finds the reference section). */
  notes: MarkedNote[];
  links: Link[];
  entries: ReadyEntry[];
  /** What the reader had to say: an unreadable entry, a reference without its note. */
  findings: Finding[];
  /** BCP 47, where the document says it. */
  language?: string;
}
