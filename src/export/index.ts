import type { Item } from '../model/item.ts';

export type ExportFormat = 'biblatex' | 'bibtex' | 'csl-json' | 'ris';

/** Items as a bibliography. */
export async function exportItems(items: readonly Item[], _format: ExportFormat): Promise<string> {
  return `${JSON.stringify(items, null, 2)}\n`;
}
