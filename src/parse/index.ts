import type { Citation, Locator } from '../model/citation.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import type { Note } from '../model/note.ts';
import type { ReadyEntry, Source } from '../model/source.ts';
import { findNotes, type RawNote } from './document/index.ts';
import { backrefIn, resolveBackref, type Seen } from './note/backref.ts';
import { Ids } from './note/ids.ts';
import { readReference } from './note/read.ts';
import { splitNote } from './note/split.ts';
import { entriesWithin, readyCitation, splitAround } from './ready.ts';
import { loadReferenceParser, type ReferenceParser } from './reference/index.ts';

/** One line read as a note, with offsets into the line. */
export interface ParsedLine {
  citations: { item: Item; urls: string[]; start: number; end: number; confidence: number }[];
}

export interface Parser {
  /** A document's notes, each with its citations. Pure; never throws. */
  parse(source: Source): { notes: Note[]; findings: Finding[] };
  /** One note as a line of text. */
  parseNote(text: string): ParsedLine;
  /** One bare reference as a line of text. */
  parseReference(text: string): { item: Item; urls: string[]; confidence: number };
}

/** Loads the model (once) and gives the parser. */
export async function loadParser(): Promise<Parser> {
  const references = await loadReferenceParser();
  return {
    parse: (source) => parseSource(source, references),
    parseNote: (text) => {
      const ids = new Ids();
      return {
        citations: splitNote(text).segments.map(({ start, end }, index) => {
          const read = readReference(text.slice(start, end), references);
          return {
            item: { id: ids.next(read.item, String(index + 1)), ...read.item },
            urls: read.urls,
            start,
            end,
            confidence: read.confidence,
          };
        }),
      };
    },
    parseReference: (text) => {
      const read = readReference(text, references);
      return {
        item: { id: new Ids().next(read.item, '1'), ...read.item },
        urls: read.urls,
        confidence: read.confidence,
      };
    },
  };
}

function parseSource(source: Source, references: ReferenceParser): { notes: Note[]; findings: Finding[] } {
  if (source.entries.length > 0 && source.notes.length === 0)
    return { notes: readyNotes(source), findings: source.findings };
  const { notes: raw, findings } = findNotes(source);
  const ids = new Ids();
  const seen: Seen[] = [];
  const entriesOf = entriesWithin(source.entries);
  const notes = raw.map((note) => parseOne(note, source, entriesOf(note), references, ids, seen));
  return { notes, findings: [...source.findings, ...findings] };
}

/** A bibliography's entry is a note with one citation that needs no parsing. */
const readyNotes = (source: Source): Note[] =>
  source.entries.map((entry) => ({
    label: entry.key,
    marker: '',
    text: source.text.slice(entry.start, entry.end),
    place: source.place(entry.start, entry.end),
    references: [],
    citations: [readyCitation(entry, source)],
    commentary: [],
    findings: [],
  }));

function parseOne(
  raw: RawNote,
  source: Source,
  entries: readonly ReadyEntry[],
  references: ReferenceParser,
  ids: Ids,
  seen: Seen[],
): Note {
  const text = source.text.slice(raw.start, raw.end);
  const { segments, commentary } = splitAround(text, raw.start, entries, splitNote);
  const findings: Finding[] = [];
  const earlier = [...seen];
  const citations = segments.map((segment, index) => {
    const [start, end] = [raw.start + segment.start, raw.start + segment.end];
    const citation = segment.entry
      ? readyCitation(segment.entry, source)
      : parseSegment(
          source,
          start,
          end,
          segment.prefix,
          raw.label,
          references,
          ids,
          [...earlier, ...seen.slice(earlier.length)],
          findings,
        );
    seen.push({ note: raw.label, index, citation });
    return citation;
  });
  return {
    label: raw.label,
    marker: raw.marker,
    text,
    place: source.place(raw.start, raw.end),
    references: raw.references.map(({ start, end }) => source.place(start, end)),
    citations,
    commentary: commentary.map(({ start, end }) => ({
      text: text.slice(start, end),
      place: source.place(raw.start + start, raw.start + end),
    })),
    findings,
  };
}

function parseSegment(
  source: Source,
  start: number,
  end: number,
  prefix: string | undefined,
  label: string,
  references: ReferenceParser,
  ids: Ids,
  seen: readonly Seen[],
  findings: Finding[],
): Citation {
  const text = source.text.slice(start, end);
  const place = source.place(start, end);
  const back = backrefIn(text);
  if (back) {
    const target = resolveBackref(back, seen);
    const locator = locatorOf(back.rest);
    const work = target?.citation.item ?? { type: 'document' as const };
    if (!target)
      findings.push({
        rule: 'backref-unresolved',
        severity: 'warning',
        message: `“${back.printed}” points at no earlier citation.`,
        place,
        data: { printed: back.printed },
      });
    return {
      item: { ...work, id: ids.next(work, label) },
      urls: target?.citation.urls ?? [],
      ...(locator ? { locator } : {}),
      ...(prefix ? { prefix } : {}),
      backref: {
        kind: back.kind,
        printed: back.printed,
        ...(target ? { target: { note: target.note, index: target.index } } : {}),
      },
      place,
      confidence: target ? target.citation.confidence : 0.5,
    };
  }
  const read = readReference(text, references);
  const hidden = source.links.filter((link) => link.start < end && link.end > start).map(({ url }) => url);
  const urls = [
    ...new Set([...read.urls, ...hidden.filter((url) => !read.urls.some((other) => sameUrl(other, url)))]),
  ];
  const item = {
    id: ids.next(read.item, label),
    ...read.item,
    ...(urls[0] && !read.item.URL ? { URL: urls[0] } : {}),
  };
  return {
    item,
    urls,
    ...(read.mended ? { mended: read.mended } : {}),
    ...(read.locator ? { locator: read.locator } : {}),
    ...(prefix ? { prefix } : {}),
    place,
    confidence: read.confidence,
    fields: read.fields,
  };
}

const sameUrl = (a: string, b: string): boolean => a.replace(/\/$/, '') === b.replace(/\/$/, '');

/** A pinpoint behind a backref: `第5页`, `p. 12`, `12頁`, `at 31`. */
function locatorOf(rest: string): Locator | undefined {
  const match =
    /(?:第\s?|\bpp?\.\s?|\bS\.\s?|\bat\s|[,，]\s?)?(\d{1,5}(?:\s?[-–—~～]\s?\d{1,5})?)\s?[页頁쪽면]?/u.exec(
      rest.slice(0, 60),
    );
  return match ? { label: 'page', value: (match[1] as string).replace(/\s/g, '') } : undefined;
}
