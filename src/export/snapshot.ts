import type { Item } from '../model/item.ts';
import { latexText, verbatim } from './encode/latex.ts';
import type { ExportOptions } from './options.ts';

/** The fields of an entry that name the item's archived copy, by option. */
export function snapshotFields(item: Item, options: ExportOptions): Record<string, string | undefined> {
  const at = item.archive_location;
  const how = options.snapshot ?? 'eprint';
  if (!at || how === 'none') return {};
  const link = /^https?:\/\//i.test(at);
  if (how === 'eprint') return { eprint: verbatim(at), eprinttype: item.archive && latexText(item.archive) };
  const printed = link ? `\\url{${verbatim(at).replace(/[%#]/g, '\\$&')}}` : latexText(at);
  const words = [item.archive && latexText(item.archive), printed].filter(Boolean).join(': ');
  const before = how === 'note' && item.note ? `${latexText(item.note)} ` : '';
  return { [how]: `${before}Archived copy, ${words}` };
}
