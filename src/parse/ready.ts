import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/place.ts';
import type { ReadyEntry, Source } from '../model/source.ts';
import { languageOf } from '../text/language.ts';

interface Cut<S extends Span> {
  segments: (S & { entry?: ReadyEntry })[];
  commentary: Span[];
}

/** Entries by where they stand, so that a note's own are found without looking at all. */
export function entriesWithin(entries: readonly ReadyEntry[]): (span: Span) => ReadyEntry[] {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as ReadyEntry).start < start) low = middle + 1;
      else high = middle;
    }
    const found: ReadyEntry[] = [];
    for (let at = low; at < sorted.length; at += 1) {
      const entry = sorted[at] as ReadyEntry;
      if (entry.start >= end) break;
      if (entry.end <= end) found.push(entry);
    }
    return found;
  };
}

/** Splits what stands between a note's ready entries, and sets the entries among the pieces. Offsets into `text`. */
export function splitAround<S extends Span>(
  text: string,
  offset: number,
  entries: readonly ReadyEntry[],
  split: (text: string) => { segments: S[]; commentary: Span[] },
): Cut<Span & Partial<S>> {
  const cut: Cut<Span & Partial<S>> = { segments: [], commentary: [] };
  if (entries.length === 0) return split(text) as Cut<Span & Partial<S>>;
  let from = 0;
  const between = (to: number): void => {
    const gap = text.slice(from, to);
    // Stops, brackets and a lone page number between entries are no source of their own.
    if (!/\p{L}{2}|[\p{Script=Han}\p{Script=Hangul}]/u.test(gap)) return;
    const found = split(gap);
    const shift = <T extends Span>(span: T): T => ({
      ...span,
      start: span.start + from,
      end: span.end + from,
    });
    cut.segments.push(...found.segments.map((segment) => shift<Span & Partial<S>>(segment)));
    cut.commentary.push(...found.commentary.map(shift));
  };
  for (const entry of entries) {
    const start = entry.start - offset;
    if (start < from) continue;
    between(start);
    from = entry.end - offset;
    cut.segments.push({ start, end: from, entry } as Span & Partial<S> & { entry: ReadyEntry });
  }
  between(text.length);
  return cut;
}

/** The citation an entry is. */
export function readyCitation(entry: ReadyEntry, source: Source): Citation {
  const { item, start, end, locator } = entry;
  const urls = entry.urls
    ? [...entry.urls]
    : item.URL
      ? [item.URL]
      : item.DOI
        ? [`https://doi.org/${item.DOI}`]
        : [];
  const language = item.language ?? languageOf(item.title ?? '');
  return {
    item: { ...item, ...(language ? { language } : {}) },
    urls,
    ...(locator ? { locator } : {}),
    place: source.place(start, end),
    confidence: 1,
  };
}
