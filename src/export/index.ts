import type { Item } from '../model/item.ts';
import { biblatex } from './biblatex.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import type { ExportOptions } from './options.ts';
import { ris } from './ris.ts';

export type { ExportOptions } from './options.ts';

/** Formats of a bibliography, with the ending of the file each is kept in. */
export const exporters = {
  biblatex: { ending: 'bib', write: biblatex },
  bibtex: { ending: 'bibtex.bib', write: bibtex },
  'csl-json': { ending: 'csl.json', write: cslJson },
  ris: { ending: 'ris', write: ris },
} satisfies Record<string, { ending: string; write(items: readonly Item[], options: ExportOptions): string }>;
export type ExportFormat = keyof typeof exporters;

/**
 * Items as a bibliography, in order. Whatever the items hold, the text has one entry an item: every key is safe and
 * unique, every value encoded for its format.
 */
export async function exportItems(
  items: readonly Item[],
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<string> {
  return exporters[format].write(items, options);
}
