import type { Finding } from '../model/finding.ts';
import { Item, itemTypes } from '../model/item.ts';
import type { Span } from '../model/place.ts';
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
  const spans = entrySpans(text, rows.length);
  const findings: Finding[] = [];
  const entries: ReadyEntry[] = [];
  for (const [index, row] of rows.entries()) {
    const checked = Item.safeParse(normal(row, index));
    if (!checked.success) {
      const issue = checked.error.issues[0];
      findings.push({
        rule: 'unreadable-entry',
        severity: 'error',
        ...(spans[index] ? { place: source.place(spans[index].start, spans[index].end) } : {}),
        message: `Entry ${index + 1} is no CSL item: ${issue?.path.join('.')} ${issue?.message}.`,
      });
      continue;
    }
    entries.push({ key: checked.data.id, item: checked.data, ...(spans[index] ?? { start: 0, end: 0 }) });
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

/** Where each entry stands: the objects of the outermost list, by one pass over the text. */
function entrySpans(text: string, count: number): Span[] {
  const whole: Span[] = [];
  const lists: Span[][] = [whole];
  const stack: { sign: string; at: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') {
      for (at += 1; at < text.length && text.charAt(at) !== '"'; at += 1)
        if (text.charAt(at) === '\\') at += 1;
    } else if (sign === '[' || sign === '{') {
      if (sign === '[' && stack.length < 2) lists.push([]);
      stack.push({ sign, at });
    } else if (sign === ']' || sign === '}') {
      const open = stack.pop();
      if (open?.sign === '{' && (stack.length === 0 || stack.at(-1)?.sign === '[') && stack.length < 3)
        (stack.length === 0 ? whole : lists.at(-1))?.push({ start: open.at, end: at + 1 });
    }
  }
  return lists.find((list) => list.length === count) ?? [];
}
