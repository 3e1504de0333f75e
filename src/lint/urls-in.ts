import type { Note } from '../model/note.ts';
import type { Span } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { scanUrls } from '../text/url.ts';

export interface PrintedUrl extends Span {
  /** As it stands in the text. */
  printed: string;
  /** As it was cleaned. */
  url: string;
  note: Note;
}

/** Every URL printed in the notes, with its place in the document's text. */
export function urlsIn(source: Source, notes: readonly Note[]): PrintedUrl[] {
  return notes.flatMap((note) =>
    scanUrls(source.text.slice(note.place.offset, note.place.end)).map((found) => ({
      start: note.place.offset + found.start,
      end: note.place.offset + found.end,
      printed: source.text.slice(note.place.offset + found.start, note.place.offset + found.end),
      url: found.url,
      note,
    })),
  );
}
