import { Report, ReportNote } from '../model/report.ts';
import { jsonText } from './encode/json.ts';

/** Fields whose keys come from a server or a count, in the order they happened to come. */
const maps = new Set(['headers', 'counts', 'data', 'fields', 'status', 'findings', 'custom']);

/**
 * The report as its published JSON Schema has it: fields in the schema's order, free keys in alphabetical order, so
 * that the same findings give the same bytes.
 */
export const json = (report: Report): string => [...jsonParts(report)].join('');

/** Characters gathered before they are handed on. */
const chunk = 256 * 1024;
/** Where a document's notes are written in. Within a text its quotes would be escaped. */
const hole = '"notes": []';

/** The same text, piece by piece: a report of 50,000 links never stands in memory as one. */
export function* jsonParts(report: Report): Generator<string> {
  const bare = { ...report, documents: report.documents.map((document) => ({ ...document, notes: [] })) };
  const known = Report.safeParse(bare);
  const frame = jsonText(ordered(known.success ? known.data : bare, ''));
  let gathered = '';
  let from = 0;
  for (const { notes } of report.documents) {
    const at = frame.indexOf(hole, from);
    gathered += frame.slice(from, at);
    from = at + hole.length;
    gathered += '"notes": [';
    for (const [index, note] of notes.entries()) {
      gathered += `${index === 0 ? '' : ','}\n        ${noteText(note)}`;
      if (gathered.length < chunk) continue;
      yield gathered;
      gathered = '';
    }
    gathered += notes.length > 0 ? '\n      ]' : ']';
  }
  yield gathered + frame.slice(from);
}

function noteText(note: ReportNote): string {
  const known = ReportNote.safeParse(note);
  return jsonText(ordered(known.success ? known.data : note, ''))
    .trimEnd()
    .replaceAll('\n', '\n        ');
}

function ordered(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => ordered(entry, ''));
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (maps.has(name)) keys.sort();
  const made: Record<string, unknown> = {};
  for (const key of keys) {
    const part = (value as Record<string, unknown>)[key];
    if (part !== undefined) set(made, key, ordered(part, key));
  }
  return made;
}

/** `__proto__` is a key like any other where a server has named one so. */
function set(made: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(made, key, { value, enumerable: true });
  else made[key] = value;
}
