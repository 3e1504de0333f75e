import type { Citation } from '../model/citation.ts';
import type { Note } from '../model/note.ts';
import type { Span } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { type FoundDate, scanDates } from '../text/date.ts';
import { stretchesOutside } from './paragraphs.ts';
import type { Style } from './styles.ts';
import { type PrintedUrl, urlsIn } from './urls-in.ts';

/** A citation and the note it stands in. */
export interface Cited {
  citation: Citation;
  note: Note;
}

/** What every rule sees: the document, its notes, and what several rules ask of it, found once. */
export interface Context {
  source: Source;
  notes: readonly Note[];
  /** ISO date of the run; nothing printed can lie after it. */
  today: string;
  /** ISO date of the document itself, where it says one. */
  documentDate?: string;
  /** The style that was set; without one the document's own habits hold. */
  style?: Style;
  /** Citations that name their work in full, in order: no backrefs. */
  works: readonly Cited[];
  /** URLs printed in the notes. */
  urls: readonly PrintedUrl[];
  /** Paragraphs that are no notes. */
  body: readonly Span[];
  /** Dates printed in a note, with offsets into the document. */
  datesOf(note: Note): readonly FoundDate[];
}

export interface Given {
  today: string;
  documentDate?: string | undefined;
  style?: Style | undefined;
}

export function contextOf(source: Source, notes: readonly Note[], given: Given): Context {
  const documentDate = given.documentDate ?? documentDateOf(source);
  const dates = new Map<Note, FoundDate[]>();
  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  const works = once(() =>
    notes.flatMap((note) =>
      note.citations.filter(({ backref }) => !backref).map((citation) => ({ citation, note })),
    ),
  );
  const urls = once(() => urlsIn(source, notes));
  const body = once(() => stretchesOutside(source, notes));
  return {
    source,
    notes,
    today: given.today,
    ...(documentDate ? { documentDate } : {}),
    ...(given.style ? { style: given.style } : {}),
    get works() {
      return works();
    },
    get urls() {
      return urls();
    },
    get body() {
      return body();
    },
    datesOf(note) {
      const known = dates.get(note);
      if (known) return known;
      const found = scanDates(source.text.slice(note.place.offset, note.place.end)).map((date) => ({
        ...date,
        start: date.start + note.place.offset,
        end: date.end + note.place.offset,
      }));
      dates.set(note, found);
      return found;
    },
  };
}

/** A line of its own near the top that is nothing but a date. */
function documentDateOf(source: Source): string | undefined {
  for (const line of source.text.slice(0, 2000).split('\n').slice(0, 20)) {
    const text = line
      .trim()
      .replace(/^(?:发布(?:时间|日期)|日期|公開日|掲載日|published|date)[:：]?\s?/i, '');
    if (text.length < 8 || text.length > 30) continue;
    const [date] = scanDates(text);
    const parts = date?.date['date-parts']?.[0];
    if (date && parts?.length === 3 && date.start === 0 && date.end === text.length)
      return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  }
  return undefined;
}
