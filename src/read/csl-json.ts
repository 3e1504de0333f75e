import type { Finding } from '../model/finding.ts';
import { Item, itemTypes } from '../model/item.ts';
import type { ReadyEntry, Source } from '../model/source.ts';
import { plainSource } from './source.ts';

/** CSL-JSON: an item, a list of items, or `{items: […]}`; one bad entry is told and passed over. */
export function readCslJson(path: string, text: string): Source | { path: string; unreadable: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    return {
      path,
      unreadable: `is not JSON (${(cause as Error).message.split('\n')[0]}); mend it or give --input-format.`,
    };
  }
  const holder = parsed as { items?: unknown };
  const rows = Array.isArray(parsed) ? parsed : Array.isArray(holder?.items) ? holder.items : [parsed];
  const source = plainSource(path, 'csl-json', text);
  let from = 0;
  const findings: Finding[] = [];
  const entries: ReadyEntry[] = [];
  for (const [index, row] of rows.entries()) {
    const checked = Item.safeParse(normal(row, index));
    if (!checked.success) {
      const issue = checked.error.issues[0];
      findings.push({
        rule: 'unreadable-entry',
        severity: 'error',
        message: `Entry ${index + 1} is no CSL item: ${issue?.path.join('.')} ${issue?.message}.`,
      });
      continue;
    }
    const key = checked.data.id;
    const at = text.indexOf(JSON.stringify(key), from);
    const start = at === -1 ? 0 : at;
    from = at === -1 ? from : at + 1;
    entries.push({
      key,
      item: checked.data,
      start,
      end: start + (at === -1 ? 0 : JSON.stringify(key).length),
    });
  }
  return { ...source, entries, findings };
}

const known = new Set<string>(itemTypes);
const fields = Item.shape as Record<string, unknown>;

/** What other programs write and the schema does not allow: numbers for texts, unknown types and fields. */
function normal(row: unknown, index: number): unknown {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
  const clean: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    if (!Object.hasOwn(fields, key)) continue;
    clean[key] =
      typeof value === 'number' && key !== 'custom'
        ? String(value)
        : Array.isArray(value) && value.length === 0
          ? undefined
          : value;
    if (/^(?:issued|accessed|original-date|event-date|available-date|submitted)$/.test(key))
      clean[key] = dateOf(value);
  }
  clean.id = String((row as { id?: unknown }).id ?? `entry-${index + 1}`);
  const type = (row as { type?: unknown }).type;
  clean.type = typeof type === 'string' && known.has(type) ? type : 'document';
  return clean;
}

function dateOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? { raw: value } : undefined;
  const parts = (value as { 'date-parts'?: unknown })['date-parts'];
  if (!Array.isArray(parts)) return value;
  const numbers = parts.map((part) =>
    Array.isArray(part) ? part.map(Number).filter(Number.isInteger).slice(0, 3) : [],
  );
  return { ...value, 'date-parts': numbers.filter((part) => part.length > 0) };
}
