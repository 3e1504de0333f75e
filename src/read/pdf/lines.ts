import type { PdfItem, PdfPage } from './pages.ts';

export interface LinePiece {
  text: string;
  url?: string;
}
/** A printed line, within its column. */
export interface PdfLine {
  page: number;
  /** 0 for a line over the whole width, 1 for the left or only column, 2 for the right. */
  column: number;
  x: number;
  right: number;
  y: number;
  size: number;
  text: string;
  pieces: LinePiece[];
  /** It begins with a sign set small and high: the number of a note. */
  raised: boolean;
}

const cjk = /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

/** A page's lines in reading order: columns one after the other, lines over both columns between them. */
export function linesOf(page: PdfPage): PdfLine[] {
  const rows = rowsOf(page.items);
  const gutter = gutterOf(page, rows);
  const lines: PdfLine[] = [];
  let right: PdfLine[] = [];
  for (const row of rows) {
    const crossing =
      gutter === undefined || row.some((item) => item.x < gutter - 1 && item.x + item.width > gutter + 1);
    if (crossing) {
      lines.push(...right);
      right = [];
      const line = lineOf(row, page.number, gutter === undefined ? 1 : 0);
      if (line) lines.push(line);
      continue;
    }
    const [first, second] = [row.filter(({ x }) => x < gutter), row.filter(({ x }) => x >= gutter)];
    const [one, two] = [lineOf(first, page.number, 1), lineOf(second, page.number, 2)];
    if (one) lines.push(one);
    if (two) right.push(two);
  }
  return [...lines, ...right];
}

/** Items on one baseline, signs set high or low among them counted in; from the top. */
function rowsOf(items: readonly PdfItem[]): PdfItem[][] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = [];
  for (const item of items.filter(({ text }) => text.trim()).sort((a, b) => b.y - a.y)) {
    // A raised sign stands above its line and comes first: the line that follows takes it in.
    const row = rows
      .slice(-3)
      .findLast((open) => Math.abs(open.y - item.y) < Math.max(open.size, item.size) * 0.5);
    if (!row) {
      rows.push({ y: item.y, size: item.size, items: [item] });
      continue;
    }
    row.items.push(item);
    if (item.size > row.size) Object.assign(row, { y: item.y, size: item.size });
  }
  return rows.map((row) => row.items.sort((a, b) => a.x - b.x));
}

/** Where white runs down the middle of a page in two columns. */
function gutterOf({ width }: PdfPage, rows: readonly PdfItem[][]): number | undefined {
  if (rows.length < 8) return undefined;
  const bins = 60;
  const [from, to] = [width * 0.35, width * 0.65];
  const step = (to - from) / bins;
  const crossed = new Array<number>(bins).fill(0);
  const sides = new Array<number>(bins).fill(0);
  for (const row of rows) {
    for (let bin = 0; bin < bins; bin += 1) {
      const x = from + bin * step;
      if (row.some((item) => item.x < x && item.x + item.width > x))
        crossed[bin] = (crossed[bin] as number) + 1;
      else if (row.some((item) => item.x + item.width <= x) && row.some((item) => item.x >= x))
        sides[bin] = (sides[bin] as number) + 1;
    }
  }
  const enough = Math.max(5, rows.length * 0.15);
  let best = -1;
  for (let bin = 0; bin < bins; bin += 1) {
    const [white, black] = [sides[bin] as number, crossed[bin] as number];
    if (white < enough || black > rows.length * 0.4 || black > white * 0.6) continue;
    if (best === -1 || white - black > (sides[best] as number) - (crossed[best] as number)) best = bin;
  }
  if (best === -1) return undefined;
  let last = best;
  while (
    last + 1 < bins &&
    crossed[last + 1] === crossed[best] &&
    (sides[last + 1] as number) >= (sides[best] as number) * 0.9
  )
    last += 1;
  return from + ((best + last) / 2) * step;
}

function lineOf(items: readonly PdfItem[], page: number, column: number): PdfLine | undefined {
  const first = items[0];
  if (!first) return undefined;
  const size = mainSize(items);
  const base = items.find((item) => item.size === size) ?? first;
  const pieces: LinePiece[] = [];
  let before: PdfItem | undefined;
  for (const item of items) {
    const high = isHigh(item, base, size);
    const text = high ? raise(item.text) : item.text;
    const gap = before ? item.x - (before.x + before.width) : 0;
    const spaced = /\s$/.test(pieces.at(-1)?.text ?? ' ') || /^\s/.test(text);
    const wide = gap > size * (cjk.test(text.charAt(0)) && cjk.test(before?.text.at(-1) ?? '') ? 0.6 : 0.15);
    if (before && wide && !spaced) pieces.push({ text: ' ' });
    pieces.push({ text, ...(item.url ? { url: item.url } : {}) });
    before = item;
  }
  const text = pieces.map((piece) => piece.text).join('');
  const end = items.at(-1) as PdfItem;
  const raised = isHigh(first, base, size);
  return { page, column, x: first.x, right: end.x + end.width, y: base.y, size, text, pieces, raised };
}

/** Smaller than its line and above the baseline. */
const isHigh = (item: PdfItem, base: PdfItem, size: number): boolean =>
  item.size < size * 0.9 && item.y > base.y + size * 0.15;

/** The size most of its characters are set in. */
function mainSize(items: readonly PdfItem[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of items) counts.set(size, (counts.get(size) ?? 0) + text.length);
  return [...counts].reduce((best, row) => (row[1] > best[1] ? row : best))[0];
}

const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Figures set high are note signs, and stay apart from the word before. */
const raise = (text: string): string =>
  /^[\d,，\-–\s]{1,12}$/.test(text) ? text.replace(/\d/g, (digit) => figures.charAt(Number(digit))) : text;
