import type { Span } from '../../model/place.ts';
import { isSentence, showsSource, type Traces, traces } from './evidence.ts';
import { backrefAtStart, backrefInside, signalAtStart, signalInside } from './words.ts';

export interface Segment extends Span {
  /** The signal or commentary directly before it: `see`, `参见`. */
  prefix?: string;
}

export interface Split {
  segments: Segment[];
  /** Stretches that cite nothing. */
  commentary: Span[];
}

/** One note into its citations and its commentary, by cutting at every sign that may part two and joining what is not whole. */
export function splitNote(text: string): Split {
  const found = traces(text);
  const pieces = cutPieces(text, found);
  const segments: Segment[] = [];
  const commentary: Span[] = [];
  let pending: Span | undefined;
  for (const piece of pieces) {
    const { start, end } = trim(text, pending ? { start: pending.start, end: piece.end } : piece);
    pending = undefined;
    if (end <= start) continue;
    const lead = leadOf(text, start, end, found);
    const last = segments.at(-1);
    if (isWhole(text, lead.start, end, found)) {
      if (lead.commentary) commentary.push(lead.commentary);
      segments.push({
        ...trim(text, { start: lead.start, end }),
        ...(lead.prefix ? { prefix: lead.prefix } : {}),
      });
    } else if (last && belongsToLast(text, start, end, found)) last.end = trim(text, { start, end }).end;
    else if (isStub(text, start, end)) pending = { start, end };
    else commentary.push({ start, end });
  }
  if (pending) commentary.push(pending);
  return { segments: segments.map((segment) => ({ ...segment, ...trim(text, segment) })), commentary };
}

/** Cuts at `;`, at a stop, a line break or nothing after a link or an access phrase, and at stops before a new source. */
function cutPieces(text: string, found: Traces): Span[] {
  const cuts = new Set<number>();
  const masked = [...found.urls, ...found.dois, ...found.access, ...found.quoted];
  const isMasked = (at: number) =>
    masked.some((span) => span.start <= at && span.end > at) || inBrackets(text, at);
  for (const match of text.matchAll(/[;；]/g)) if (!isMasked(match.index)) cuts.add(match.index + 1);
  for (const { end } of [...found.urls, ...found.access, ...found.dois]) {
    const cut = cutAfterLink(text, end, found);
    if (cut !== undefined) cuts.add(cut);
  }
  for (const match of text.matchAll(/[。．]|[.?!](?=\s{1,3}[\p{Lu}“‘«「『《])|\n+/gu)) {
    const at = match.index + match[0].length;
    if (!isMasked(match.index) && endsSource(text, at, found) && beginsSource(text, at, found)) cuts.add(at);
  }
  const points = [0, ...[...cuts].sort((a, b) => a - b), text.length];
  return points.slice(1).map((end, index) => ({ start: points[index] as number, end }));
}

function inBrackets(text: string, at: number): boolean {
  let depth = 0;
  for (let index = Math.max(0, at - 200); index < at; index += 1) {
    const sign = text.charAt(index);
    if (sign === '(' || sign === '（') depth += 1;
    else if ((sign === ')' || sign === '）') && depth > 0) depth -= 1;
  }
  return depth > 0 && /[)）]/.test(text.slice(at, at + 120));
}

/** After a link comes a new source, unless what follows is its access date, more links or nothing of weight. */
function cutAfterLink(text: string, end: number, found: Traces): number | undefined {
  const gap = /^[\s>〉》）)\].。,，;；、]{0,6}/u.exec(text.slice(end))?.[0].length ?? 0;
  const at = end + gap;
  if (at >= text.length || found.access.some((span) => span.start >= end && span.start <= at + 1))
    return undefined;
  if ([...found.urls, ...found.dois].some((span) => span.start === at)) return undefined;
  const rest = text.slice(at, nextBreak(text, at, found));
  if (/^(?:doi|DOI|ISBN|ISSN|PMID|arXiv|p\.|pp\.|第|para|\(|（|\[|in:)/u.test(rest) && rest.length < 60)
    return undefined;
  return rest.trim().length >= 8 ? at : undefined;
}

const nextBreak = (text: string, at: number, found: Traces): number =>
  Math.min(
    ...[...found.urls, ...found.access].map((span) => span.start).filter((start) => start > at),
    text.length,
  );

/** What stands before is a finished source: it shows a date, pages or a link since the last cut. */
function endsSource(text: string, at: number, found: Traces): boolean {
  const from = Math.max(0, at - 260);
  const near = [...found.pages, ...found.dates, ...found.urls, ...found.dois].some(
    (span) => span.end <= at && span.end >= at - 6 && span.start >= from,
  );
  return near || isSentence(text.slice(from, at));
}

/** What comes next shows a source of its own. */
function beginsSource(text: string, at: number, found: Traces): boolean {
  const stop = /[;；。\n]|\.\s/.exec(text.slice(at));
  const end = stop ? Math.min(text.length, at + stop.index + 200) : text.length;
  const rest = text.slice(at, end);
  if (/^\s*(?:https?:|www\.|doi|第|pp?\.|\d|[（(])/i.test(rest)) return false;
  return (
    backrefAtStart.test(rest) ||
    showsSource(text, found, at, Math.min(text.length, at + 400)) ||
    signalAtStart.test(rest)
  );
}

interface Lead {
  start: number;
  prefix?: string;
  commentary?: Span;
}

/** Where the source begins in a piece: behind a signal, and behind the commentary that leads up to it. */
function leadOf(text: string, start: number, end: number, found: Traces): Lead {
  const piece = text.slice(start, end);
  const head = signalAtStart.exec(piece);
  if (head?.[0].trim())
    return { start: start + head[0].length, prefix: head[0].trim().replace(/[\s,，:：]+$/u, '') };
  const quoted = (at: number) => found.quoted.some((span) => span.start <= at && span.end > at);
  for (const match of piece.matchAll(signalInside)) {
    const at = start + match.index;
    if (quoted(at) || showsSource(text, found, start, at)) continue;
    const before = trim(text, { start, end: at });
    const from = at + match[0].length;
    if (!showsSource(text, found, from, end) && !backrefAtStart.test(text.slice(from, end))) continue;
    return {
      start: from,
      prefix: match[0].trim(),
      ...(before.end > before.start ? { commentary: before } : {}),
    };
  }
  // A sentence of commentary, ended by a stop, before the source.
  const stop = /[。]|[.!?](?=\s{1,3}[\p{Lu}“「『《])/gu;
  for (const match of piece.matchAll(stop)) {
    const at = start + match.index + match[0].length;
    if (quoted(at - 1) || !isSentence(text.slice(start, at)) || showsSource(text, found, start, at)) continue;
    const rest = leadOf(text, trim(text, { start: at, end }).start, end, found);
    if (showsSource(text, found, rest.start, end))
      return { ...rest, commentary: { start, end: rest.commentary?.end ?? at } };
  }
  return { start };
}

function isWhole(text: string, start: number, end: number, found: Traces): boolean {
  const piece = text.slice(start, end);
  if (backrefAtStart.test(piece)) return true;
  if (backrefInside.test(piece) && piece.length < 200) return true;
  if (!showsSource(text, found, start, end)) return false;
  // A link alone, or a date and a link, completes the source before it rather than being one.
  const weight = weightOf(text, start, end, found);
  return weight >= 6;
}

/** Letters left when links, dates, access phrases and pages are taken out. */
function weightOf(text: string, start: number, end: number, found: Traces): number {
  const out = [...found.urls, ...found.dois, ...found.dates, ...found.access, ...found.pages].filter(
    (span) => span.start < end && span.end > start,
  );
  let letters = 0;
  for (let at = start; at < end; at += 1) {
    const cover = out.find((span) => span.start <= at && span.end > at);
    if (cover) at = cover.end - 1;
    else if (/\p{L}/u.test(text.charAt(at)))
      letters += /[\p{Script=Han}\p{Script=Hangul}]/u.test(text.charAt(at)) ? 2 : 1;
  }
  return letters;
}

const belongsToLast = (text: string, start: number, end: number, found: Traces): boolean =>
  weightOf(text, start, end, found) < 6 ||
  (end - start < 40 &&
    !isSentence(text.slice(start, end)) &&
    [...found.pages, ...found.dates].some((span) => span.start >= start && span.end <= end));

/** A few words without a stop of their own: the beginning of what follows. */
const isStub = (text: string, start: number, end: number): boolean =>
  end - start < 60 && !isSentence(text.slice(start, end)) && !/[。.!?！？]\s*$/.test(text.slice(start, end));

function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s\u00a0\u3000,，;；。、]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s\u00a0\u3000;；]/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
