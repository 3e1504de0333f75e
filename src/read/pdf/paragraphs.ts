import type { LinePiece, PdfLine } from './lines.ts';

/** Lines that belong together, and what joins each to the next. */
export interface Paragraph {
  lines: PdfLine[];
}

const marker =
  /^\s{0,4}(?:[[［〔【(（]\s?\d{1,4}\s?[\]］〕】)）]|\d{1,3}[.．、)](?!\d)|[①-⑳㉑-㉟]|[•●▪*†‡]\s)/u;
const cjk = /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;

/** Joins a flow of lines into paragraphs: by gaps, sizes, markers, and how its first lines are set. */
export function paragraphsOf(lines: readonly PdfLine[]): Paragraph[] {
  const leading = leadingOf(lines);
  const paragraphs: Paragraph[] = [];
  for (const block of blocksOf(lines)) {
    const shape = shapeOf(block);
    for (const [index, line] of block.entries()) {
      const before = block[index - 1] ?? paragraphs.at(-1)?.lines.at(-1);
      const open = paragraphs.at(-1);
      const begins = !open || !before || startsAnew(line, before, shape, leading, index === 0);
      if (begins) paragraphs.push({ lines: [line] });
      else open.lines.push(line);
    }
  }
  return paragraphs;
}

/** Lines of one column of one page. */
function blocksOf(lines: readonly PdfLine[]): PdfLine[][] {
  const blocks: PdfLine[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1)?.at(-1);
    if (last && last.page === line.page && last.column === line.column) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

interface Shape {
  left: number;
  right: number;
  hanging: boolean;
}

function shapeOf(block: readonly PdfLine[]): Shape {
  const size = block[0]?.size ?? 10;
  const left = Math.min(...block.slice(0, 2000).map(({ x }) => x));
  const right = Math.max(...block.slice(0, 2000).map((line) => line.right));
  let [hangs, indents] = [0, 0];
  for (const [index, line] of block.entries()) {
    const before = block[index - 1];
    if (!before || before.right > right - size * 3) continue;
    if (line.x - left > size * 0.8) indents += 1;
    else if ((block[index + 1]?.x ?? left) - left > size * 0.8) hangs += 1;
  }
  return { left, right, hanging: hangs > indents };
}

function startsAnew(line: PdfLine, before: PdfLine, shape: Shape, leading: number, turned: boolean): boolean {
  if (Math.abs(line.size - before.size) > before.size * 0.12) return true;
  if (marker.test(line.text) && line.x <= shape.left + line.size * 2) return true;
  const indented = line.x - shape.left > line.size * 0.8;
  if (turned) return shape.hanging ? !indented : indented || /[.。!?！？]\s*$/u.test(before.text);
  if (before.y - line.y > leading * 1.45) return true;
  const short = before.right < shape.right - before.size * 3;
  if (shape.hanging) return !indented;
  return indented ? before.x - shape.left <= line.size * 0.8 || short : short && !isOpenUrl(before.text);
}

/** The distance most lines keep. */
function leadingOf(lines: readonly PdfLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index] as PdfLine).y - line.y)
    .filter((gap) => gap > 1 && gap < 60)
    .sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? 12;
}

const isOpenUrl = (text: string): boolean =>
  /(?:https?:\/\/|www\.|doi\.org\/)\S{0,400}[/\-_=&?%.]$/i.test(text.slice(-420).trimEnd());

/**
 * How one line goes on in the next: what of its end is dropped, and what stands between. `before` is what was read of
 * the paragraph so far: an address may run over many lines.
 */
export function joint(line: PdfLine, next: PdfLine, before = ''): { drop: number; glue: string } {
  const [text, after] = [line.text.trimEnd(), next.text.trimStart()];
  const trailing = line.text.length - text.length;
  const token = /(?:https?:\/\/|www\.|doi\.org\/|10\.\d{4,9}\/)\S{0,800}$/i.exec(
    `${before}${text}`.slice(-900),
  )?.[0];
  if (token && continuesUrl(token, after, line, next)) return { drop: trailing, glue: '' };
  if (/\u00ad$/.test(text)) return { drop: trailing + 1, glue: '' };
  if (/\p{Ll}[-‐]$/u.test(text) && /^\p{Ll}/u.test(after)) return { drop: trailing + 1, glue: '' };
  if (/\p{L}[-‐]$/u.test(text) && /^\p{L}/u.test(after)) return { drop: trailing, glue: '' };
  const tight = cjk.test(text.at(-1) ?? '') || cjk.test(after.charAt(0));
  return { drop: trailing, glue: tight ? '' : ' ' };
}

/** Whether the next line carries on an address: its link says so, or both ends look it. */
function continuesUrl(token: string, after: string, line: PdfLine, next: PdfLine): boolean {
  const head = /^\S{1,400}/.exec(after)?.[0] ?? '';
  const target = line.pieces.findLast(({ url }) => url)?.url;
  if (target) {
    const own = next.pieces.find((piece) => piece.text.trim());
    if (own?.url === target) return true;
    const rest = target.slice(target.indexOf(token.slice(-24)) + Math.min(24, token.length));
    if (target.includes(token.slice(-24)) && rest.length > 0)
      return head.replace(/[.,;)]+$/, '').startsWith(rest.slice(0, 6));
    if (target.endsWith(token.replace(/\/$/, ''))) return false;
  }
  if (/^(?:https?:|www\.|\(|\[|（|【)/i.test(head) || cjk.test(head.charAt(0))) return false;
  if (/[/\-_=&?%#~]$/.test(token)) return /^[\w%~./?=&#-]/.test(head);
  if (/\.$/.test(token))
    return /^[a-z0-9][\w%~./?=&#-]*[/?=.]/i.test(head) && !/^[A-Z][a-z]+[.,]?$/.test(head);
  return /^[/?&=#%_.]/.test(head) || /^[a-z0-9%_-]+(?:[/?=&_%]|\.(?:html?|pdf|php|aspx?)\b)/i.test(head);
}

/** A line's pieces without what the joint drops at its end and the blanks at its beginning. */
export function piecesOf(line: PdfLine, drop: number, lead: boolean): LinePiece[] {
  const pieces = line.pieces.map((piece) => ({ ...piece }));
  for (let rest = drop; rest > 0 && pieces.length > 0; ) {
    const last = pieces.at(-1) as LinePiece;
    const cut = Math.min(rest, last.text.length);
    last.text = last.text.slice(0, last.text.length - cut);
    rest -= cut;
    if (!last.text) pieces.pop();
  }
  const first = pieces[0];
  if (lead && first) first.text = first.text.trimStart();
  return pieces;
}
