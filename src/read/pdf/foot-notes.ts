import type { PdfLine } from './lines.ts';

/** A note at the foot of a page: its sign and its lines, on this page and, where it runs over, the next. */
export interface FootNote {
  label: string;
  marker: string;
  /** Characters of the first line that are the sign. */
  lead: number;
  page: number;
  lines: PdfLine[];
}

const signs: readonly RegExp[] = [
  /^\s{0,4}([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s{0,4}/u,
  /^\s{0,4}([①-⑳㉑-㉟])\s{0,4}/u,
  /^\s{0,4}[[［〔【(（]\s?(\d{1,4})\s?[\]］〕】)）]\s{0,4}/u,
  /^\s{0,4}(\d{1,4})\s{0,4}[.．、)]?\s{1,8}(?=\S)/u,
  /^\s{0,4}([*†‡§]{1,4})\s{0,4}/u,
];

/** The size most of the document is set in. */
export function bodySize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const step = Math.round(size * 2) / 2;
    counts.set(step, (counts.get(step) ?? 0) + text.length);
  }
  return [...counts].reduce((best, row) => (row[1] > best[1] ? row : best), [10, 0])[0];
}

/**
 * Takes the notes off the feet of the pages: lines smaller than the body at the end of a column, the first of which
 * bears a sign. Their numbers must follow one another, over the document or anew on each page.
 */
export function takeFootNotes(pages: readonly PdfLine[][]): { body: PdfLine[]; notes: FootNote[] } {
  const size = bodySize(pages.flat());
  const body: PdfLine[] = [];
  const notes: FootNote[] = [];
  for (const page of pages) {
    for (const column of columnsOf(page)) {
      const foot = footOf(column, size);
      const found = notesOf(column.slice(foot), notes.at(-1));
      if (!found) {
        body.push(...column);
        continue;
      }
      body.push(...column.slice(0, foot));
      notes.at(-1)?.lines.push(...found.overrun);
      notes.push(...found.notes);
    }
  }
  return { body, notes };
}

function columnsOf(page: readonly PdfLine[]): PdfLine[][] {
  const columns: PdfLine[][] = [];
  for (const line of page) {
    if (columns.at(-1)?.at(-1)?.column === line.column) columns.at(-1)?.push(line);
    else columns.push([line]);
  }
  return columns;
}

/** Where the small lines at the end of a column begin. */
function footOf(column: readonly PdfLine[], size: number): number {
  let from = column.length;
  while (from > 0 && (column[from - 1] as PdfLine).size < size * 0.94) from -= 1;
  return from;
}

function notesOf(
  lines: readonly PdfLine[],
  last: FootNote | undefined,
): { overrun: PdfLine[]; notes: FootNote[] } | undefined {
  const overrun: PdfLine[] = [];
  const notes: FootNote[] = [];
  let expected = last ? number(last.label) + 1 : undefined;
  for (const line of lines) {
    const sign = signOf(line, expected, notes.length === 0);
    if (sign) {
      notes.push({ ...sign, page: line.page, lines: [line] });
      expected = number(sign.label) + 1;
    } else (notes.at(-1)?.lines ?? overrun).push(line);
  }
  if (notes.length === 0) return undefined;
  // A caption or a table in small type above the notes is none of theirs.
  if (overrun.length > 0 && last?.page !== (lines[0] as PdfLine).page - 1) return undefined;
  return { overrun, notes };
}

const number = (label: string): number => (/^\d+$/.test(label) ? Number(label) : 0);

function signOf(
  line: PdfLine,
  expected: number | undefined,
  first: boolean,
): { label: string; marker: string; lead: number } | undefined {
  for (const [index, pattern] of signs.entries()) {
    const match = pattern.exec(line.text);
    if (!match) continue;
    const printed = match[1] as string;
    const label = printed.normalize('NFKC');
    const value = number(label);
    const inOrder = value === expected || (first && (value === 1 || expected === undefined));
    // A bare figure at the head of a line is a note's only in its turn; a sign without number is one by its look.
    if (
      /^\d+$/.test(label)
        ? inOrder || (index === 0 && expected !== undefined && value === expected + 1)
        : index === 4
    )
      return { label, marker: printed, lead: match[0].length };
  }
  return undefined;
}
