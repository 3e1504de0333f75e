import type { Note } from '../model/note.ts';
import type { Span } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { scanUrls } from '../text/url.ts';

export interface PrintedUrl extends Span {
  /** As it stands in the text; the link's target where it is not printed. */
  printed: string;
  /** As it was cleaned. */
  url: string;
  note: Note;
  /** A link whose target is not printed: its place is that of the linked words, and no edit can reach it. */
  hidden: boolean;
  /** Printed, and a link of the format as well: what follows cannot be taken for a part of it. */
  linked: boolean;
}

/** Every URL printed in the notes or linked from them, with its place in the document's text, in order. */
export function urlsIn(source: Source, notes: readonly Note[]): PrintedUrl[] {
  const links = [...source.links].sort((a, b) => a.start - b.start);
  let next = 0;
  const linkEnds = new Set(links.map(({ end }) => end));
  return notes.flatMap((note) => {
    const { offset, end } = note.place;
    const printed: PrintedUrl[] = scanUrls(source.text.slice(offset, end)).map((found) => ({
      start: offset + found.start,
      end: offset + found.end,
      printed: found.printed,
      url: found.url,
      note,
      hidden: false,
      linked: linkEnds.has(offset + found.end),
    }));
    while (next < links.length && (links[next] as Span).end <= offset) next += 1;
    const urls = new Set(printed.map(({ url }) => url));
    for (let at = next; at < links.length && (links[at] as Span).start < end; at += 1) {
      const { start, end: linkEnd, url } = links[at] as (typeof links)[number];
      if (start < offset || !/^https?:/i.test(url) || urls.has(url)) continue;
      printed.push({ start, end: linkEnd, printed: url, url, note, hidden: true, linked: true });
    }
    return printed.sort((a, b) => a.start - b.start);
  });
}
