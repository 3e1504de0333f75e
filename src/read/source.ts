import type { Place, Span } from '../model/place.ts';
import type { Format, Source } from '../model/source.ts';
import { lineAt, lineStarts } from '../text/lines.ts';

/** A stretch of the text that stands in the original as it is. */
interface Segment {
  text: number;
  origin: number;
  length: number;
}

/** Builds a document's text out of stretches of its original, and remembers where each came from. */
export class TextBuilder {
  #parts: string[] = [];
  #segments: Segment[] = [];
  length = 0;
  readonly original: string;

  constructor(original: string) {
    this.original = original;
  }

  /** Appends `original[start, end)` as it stands. */
  keep(start: number, end: number): void {
    if (end <= start) return;
    const last = this.#segments.at(-1);
    if (last && last.origin + last.length === start && last.text + last.length === this.length)
      last.length += end - start;
    else this.#segments.push({ text: this.length, origin: start, length: end - start });
    this.#parts.push(this.original.slice(start, end));
    this.length += end - start;
  }

  /** Appends text that stands for something at `at` in the original: a decoded entity, a break between blocks. */
  put(text: string, at: number): void {
    if (!text) return;
    this.#segments.push({ text: this.length, origin: at, length: 0 });
    this.#parts.push(text);
    this.length += text.length;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** The offset in the original of an offset in the text. */
  originOf(offset: number): number {
    const segment = this.#segmentAt(offset);
    return segment ? segment.origin + Math.min(offset - segment.text, segment.length) : 0;
  }

  /** The original's range for a range of the text, where it is one contiguous stretch. */
  rangeOf(start: number, end: number): Span | undefined {
    const first = this.#segmentAt(start);
    const last = this.#segmentAt(Math.max(start, end - 1));
    if (!first || first !== last || end - first.text > first.length) return undefined;
    return { start: first.origin + start - first.text, end: first.origin + end - first.text };
  }

  #segmentAt(offset: number): Segment | undefined {
    let [low, high] = [0, this.#segments.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle] as Segment).text <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#segments[low];
  }
}

/** A Source over a builder's text: places lead back through it to lines of the original. */
export function sourceOf(
  path: string,
  format: Format,
  built: TextBuilder,
  more: Partial<Source> = {},
): Source {
  const starts = lineStarts(built.original);
  return {
    path,
    format,
    text: built.text,
    place: (start, end = start): Place => ({ offset: start, end, ...lineAt(starts, built.originOf(start)) }),
    origin: (start, end) => built.rangeOf(start, end),
    notes: [],
    links: [],
    entries: [],
    findings: [],
    ...more,
  };
}

/** A Source whose text is the original itself. */
export function plainSource(path: string, format: Format, text: string, more: Partial<Source> = {}): Source {
  const built = new TextBuilder(text);
  built.keep(0, text.length);
  return sourceOf(path, format, built, more);
}

/** A span without the blanks at its ends. */
export function trimmed<S extends { start: number; end: number }>(text: string, span: S): S {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { ...span, start, end };
}
