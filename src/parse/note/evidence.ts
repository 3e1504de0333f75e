import type { Span } from '../../model/place.ts';
import { accessPhrase, type FoundDate, scanDates } from '../../text/date.ts';
import { scanDois } from '../../text/doi.ts';
import { type FoundUrl, scanUrls } from '../../text/url.ts';

/** What a note's text holds that a pattern can tell, each with its place. */
export interface Traces {
  urls: FoundUrl[];
  dois: Span[];
  dates: FoundDate[];
  /** Access phrases with their brackets. */
  access: Span[];
  /** Quoted stretches, outermost only. */
  quoted: Span[];
  pages: Span[];
}

const pages =
  /(?:第\s?[\d０-９一二三四五六七八九十百]{1,6}(?:\s?[-–—~～至、,，]\s?[\d０-９]{1,6}){0,8}\s?[页頁]|[\d０-９]{1,6}(?:\s?[-–—~～]\s?[\d０-９]{1,6})?\s?(?:頁|页|쪽|면)|\bpp?\.\s?\d{1,6}(?:\s?[-–—]\s?\d{1,6})?|\bS\.\s?\d{1,6}(?:\s?[-–]\s?\d{1,6})?|第\s?[\d０-９一二三四五六七八九十]{1,4}\s?(?:期|卷|号|號|辑|巻)|\bvol\.\s?\d{1,4}|\bno\.\s?\d{1,4}|\[[JMDCNRSPZAG](?:\/OL)?\]|\[(?:EB|DB|CP)\/OL\]|\b\d{1,4}\s?\(\d{1,4}\)|\b\d{1,3}:\d{1,3}\b)/giu;
const pairs: Record<string, string> = { '「': '」', '『': '』', '《': '》', '〈': '〉', '“': '”', '‘': '’' };

export function traces(text: string): Traces {
  const urls = scanUrls(text);
  const covered = coverOf(text.length, urls);
  const dates = scanDates(text).filter((date) => !covered(date));
  return {
    urls,
    dois: scanDois(text).filter((doi) => !covered(doi)),
    dates,
    access: dates.flatMap((date) => accessPhrase(text, date) ?? []),
    quoted: quotedSpans(text),
    pages: [...text.matchAll(pages)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
      .filter((span) => !covered(span)),
  };
}

/** Whether a stretch lies within one of the spans, told without looking at them all. */
function coverOf(length: number, spans: readonly Span[]): (span: Span) => boolean {
  if (spans.length === 0) return () => false;
  const cover = new Uint8Array(length);
  for (const { start, end } of spans) cover.fill(1, start, end);
  return ({ start, end }) => cover[start] === 1 && cover[end - 1] === 1;
}

/** Outermost quoted stretches. One that never closes ends at the next separator, so that it swallows no neighbour. */
function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const close = pairs[text.charAt(at)];
    if (!close || (text.charAt(at) === '‘' && /\w/.test(text.charAt(at - 1)))) {
      at += 1;
      continue;
    }
    const end = closing(text, at, text.charAt(at), close);
    spans.push({ start: at, end });
    at = end;
  }
  return spans;
}

/** Longest title looked for behind an opening quote. */
const longest = 400;

function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  let lastClose = -1;
  for (let at = from; at < Math.min(text.length, from + longest); at += 1) {
    const sign = text.charAt(at);
    if (sign === open) depth += 1;
    else if (sign === close) {
      depth -= 1;
      lastClose = at + 1;
      // A closing sign followed by a separator ends the title although an inner quotation was left open.
      if (
        depth <= 0 ||
        (/^[、,，。]/.test(text.slice(at + 1)) && !text.slice(at + 1, at + 40).includes(close))
      )
        return at + 1;
    }
    if (depth > 0 && lastClose > 0 && /^(?:https?:|[;；])/.test(text.slice(at, at + 6))) return lastClose;
  }
  return lastClose > 0 ? lastClose : from + 1;
}

/** Whether a stretch shows a source: a link, or a date or pages beside a title. */
export function showsSource(text: string, found: Traces, start: number, end: number): boolean {
  const inside = (span: Span) => span.start >= start && span.end <= end;
  if (found.urls.some(inside) || found.dois.some(inside)) return true;
  const outside = (span: Span) =>
    inside(span) && !found.quoted.some((quote) => quote.start <= span.start && quote.end >= span.end);
  const titled = found.quoted.some((quote) => inside(quote) && quote.end - quote.start > 3);
  const dated = found.dates.some(outside);
  const paged = found.pages.some(outside);
  if (titled && (dated || paged)) return true;
  const length = end - start;
  const shape = /[,，.．、:：]/.test(text.slice(start, end));
  return dated && shape && (paged || (length < 400 && !isSentence(text.slice(start, end))));
}

/** Prose has verbs and pronouns a reference has not; a table of telling words is enough here. */
const sentence =
  /(?:认为|指出|表示|本文|笔者|我们|因此|但是|然而|由于|即使|如果|可以|这(?:是|一|里|些)|の(?:である|で、)|である|と(?:考え|述べ|いう)|ました|しかし|ここでは|라고|이다\.|한다\.|\b(?:is|are|was|were|has|have|had|this|these|that|which|we|our|they|it|would|should|can|could|argues?|however|because)\b)/i;
export const isSentence = (text: string): boolean => sentence.test(text);
