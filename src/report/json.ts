import { Report } from '../model/report.ts';
import { jsonText } from './encode/json.ts';

/** Fields whose keys come from a server or a count, in the order they happened to come. */
const maps = new Set(['headers', 'counts', 'data', 'fields', 'status', 'findings', 'custom']);

/**
 * The report as its published JSON Schema has it: fields in the schema's order, free keys in alphabetical order, so
 * that the same findings give the same bytes.
 */
export function json(report: Report): string {
  const known = Report.safeParse(report);
  return jsonText(ordered(known.success ? known.data : report, ''));
}

function ordered(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => ordered(entry, ''));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  if (maps.has(name)) entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part, key)]));
}
