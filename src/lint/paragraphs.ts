import type { Span } from '../model/place.ts';
import type { Context } from './rule.ts';

/** Stretches in which pairs must close: each note, and each paragraph of the body outside the notes. */
export function stretches({ source, notes }: Context): Span[] {
  const found: Span[] = notes.map(({ place }) => ({ start: place.offset, end: place.end }));
  const taken = [...found].sort((a, b) => a.start - b.start);
  let next = 0;
  let start = 0;
  for (const line of source.text.split('\n')) {
    const end = start + line.length;
    while (next < taken.length && (taken[next] as Span).end <= start) next += 1;
    const note = taken[next];
    if (line.trim() && !(note && note.start < end && note.end > start)) found.push({ start, end });
    start = end + 1;
  }
  return found.sort((a, b) => a.start - b.start);
}
