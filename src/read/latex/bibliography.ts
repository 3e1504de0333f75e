import type { Finding } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import { readBibtex } from '../bibtex/index.ts';
import { decodeText } from '../decode.ts';

export interface Bibliography {
  items: Map<string, Item>;
  /** The text of a `.bbl`, where one was made and no `.bib` is at hand. */
  bbl: string | undefined;
  findings: Finding[];
}

/** What the document's companions know of the works it cites. */
export async function bibliographyOf(companions: ReadonlyMap<string, Uint8Array>): Promise<Bibliography> {
  const found: Bibliography = { items: new Map(), bbl: undefined, findings: [] };
  for (const [name, bytes] of companions) {
    const text = await decodeText(bytes);
    if (/\.bbl$/i.test(name)) {
      if (text.includes('\\bibitem')) found.bbl = text;
      continue;
    }
    const { entries, findings } = readBibtex(name, text);
    for (const { key, item } of entries) if (!found.items.has(key)) found.items.set(key, item);
    for (const { place: _, ...finding } of findings)
      found.findings.push({ ...finding, message: `${name}: ${finding.message}` });
  }
  return found;
}
