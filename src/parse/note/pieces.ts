import type { Span } from '../../model/place.ts';
import type { Traces } from './evidence.ts';

export interface Piece extends Span {
  text: string;
  /** Set where the piece is one quotation; the text is then what stands inside. */
  quote?: string;
  /** The separator behind it. */
  after: string;
}

const closes: Record<string, string> = {
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '"': '"',
};

/** A citation's text cut at its separators, with links, dates, pages and the like taken out. */
export function piecesOf(text: string, found: Traces): Piece[] {
  const out = [
    ...found.urls,
    ...found.access,
    ...found.dois,
    ...found.dates.filter((date) => !inside(date, found.quoted)),
    ...found.pages.filter((span) => !inside(span, found.quoted)),
  ];
  const separators = separatorsOf(text);
  const pieces: Piece[] = [];
  let start = 0;
  const push = (end: number, after: string): void => {
    const piece = pieceAt(text, start, end, after);
    if (piece) pieces.push(piece);
  };
  let at = 0;
  while (at < text.length) {
    const hole = out.find((span) => span.start <= at && span.end > at);
    const quote = hole ? undefined : found.quoted.find((span) => span.start === at);
    if (hole) {
      push(at, '');
      at = Math.max(hole.end, at + 1);
      start = at;
    } else if (quote && isTitleQuote(text, quote, start)) {
      push(quote.start, '');
      start = quote.start;
      push(quote.end, text.charAt(quote.end));
      at = quote.end;
      start = at;
    } else if (quote) at = quote.end;
    else if (text.charAt(at) === '(' || text.charAt(at) === '（') at = bracketEnd(text, at);
    else {
      const cut = separators.exec(text.slice(at, at + 3));
      if (cut && !isInitial(text, at)) {
        push(at, cut[0].trim());
        at += cut[0].length;
        start = at;
      } else at += 1;
    }
  }
  push(text.length, '');
  return pieces;
}

/** The stop behind `P.`, `U.S.` or `St.` parts nothing. */
const isInitial = (text: string, at: number): boolean =>
  text.charAt(at) === '.' &&
  /(?:^|[\s.\-(])(?:\p{Lu}|St|Dr|Jr|Sr|Mr|Ms|vs|Prof)$/u.test(text.slice(Math.max(0, at - 5), at));

const inside = (span: Span, holders: readonly Span[]): boolean =>
  holders.some((holder) => holder.start <= span.start && holder.end >= span.end);

/** `、` parts fields where the text is Japanese; in Chinese it parts words of a title. */
function separatorsOf(text: string): RegExp {
  const japanese = /[\u3041-\u3096\u30a1-\u30fa]|[」』]、/u.test(text);
  return japanese ? /^(?:[、，,。．\n]|\.\s)/u : /^(?:[，,。．\n]|\.\s)/u;
}

/** A quotation is a title where it fills its piece: it stands behind a separator, a space or a name, and ends before one. */
function isTitleQuote(text: string, quote: Span, pieceStart: number): boolean {
  const before = text.slice(pieceStart, quote.start);
  const after = text.slice(quote.end, quote.end + 2);
  const opens =
    before.trim() === '' ||
    /[\s:：]$/u.test(before) ||
    /^[\p{Script=Han}\p{Script=Katakana}・]{2,8}$/u.test(before.trim());
  return opens && (after === '' || /^[\s，,、。．.;；:：）)\]]|^[『「《〈]|^\d|^第|^[Nn]o/u.test(after));
}

function bracketEnd(text: string, at: number): number {
  const close = text.slice(at + 1, at + 200).search(/[)）]/);
  return close === -1 ? at + 1 : at + close + 2;
}

function pieceAt(text: string, start: number, end: number, after: string): Piece | undefined {
  let [from, to] = [start, end];
  while (from < to && /[\s\u00a0\u3000，,、。.．;；:：)）]/u.test(text.charAt(from))) from += 1;
  while (to > from && /[\s\u00a0\u3000，,、。．;；:：]/u.test(text.charAt(to - 1))) to -= 1;
  if (to <= from) return undefined;
  const open = text.charAt(from);
  const close = closes[open];
  if (close) {
    const closed = text.charAt(to - 1) === close;
    const inner = text.slice(from + 1, closed ? to - 1 : to);
    // An inner quotation that closes last was left unclosed outside: its sign belongs to the title.
    const lacks = closed && inner.includes(open) && !inner.includes(close);
    const title = (lacks ? text.slice(from + 1, to) : inner).trim().replace(/[,.，。]$/u, '');
    return { start: from, end: to, quote: open, text: title, after };
  }
  const plain = text.slice(from, to);
  return /[\p{L}\p{N}]/u.test(plain) ? { start: from, end: to, text: plain, after } : undefined;
}
