import type { Note } from '../model/note.ts';
import type { Span } from '../model/place.ts';
import type { Source } from '../model/source.ts';

/** Lines with something in them that stand outside the notes. */
export function stretchesOutside(source: Source, notes: readonly Note[]): Span[] {
  const found: Span[] = [];
  const taken = notes.map(({ place }) => place).sort((a, b) => a.offset - b.offset);
  let next = 0;
  let start = 0;
  for (const line of source.text.split('\n')) {
    const end = start + line.length;
    while (next < taken.length && (taken[next] as { end: number }).end <= start) next += 1;
    const note = taken[next];
    if (line.trim() && !(note && note.offset < end && note.end > start)) found.push({ start, end });
    start = end + 1;
  }
  return found;
}
