import type { Citation } from '../model/citation.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import type { Note } from '../model/note.ts';
import type { ReadyEntry, Source } from '../model/source.ts';
import { findNotes, type RawNote } from './document/index.ts';
import { backrefIn, type FoundBackref, locatorIn, resolveBackref } from './note/backref.ts';
import { Ids } from './note/ids.ts';
import { linksWithin } from './note/links.ts';
import { Memory } from './note/memory.ts';
import { readingOnce } from './note/once.ts';
import { readReference } from './note/read.ts';
import { loadNoteSplitter, type NoteSplitter } from './note/split/index.ts';
import { entriesWithin, readyCitation, splitAround } from './ready.ts';
import { loadReferenceParser, type ParsedReference, type ReferenceParser } from './reference/index.ts';

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
  const [references, split] = await Promise.all([loadReferenceParser(), loadNoteSplitter()]);
  return {
    parse: (source) => parseSource(source, references, split),
    parseNote: (text) => {
      const ids = new Ids();
      return {
        citations: split(text).segments.map(({ start, end }, index) => {
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

/** What one document's notes are read with. */
interface Reader {
  source: Source;
  read(text: string): ParsedReference;
  split: NoteSplitter;
  ids: Ids;
  memory: Memory;
  hidden(start: number, end: number): string[];
  entriesOf(note: RawNote): readonly ReadyEntry[];
}

function parseSource(
  source: Source,
  references: ReferenceParser,
  split: NoteSplitter,
): { notes: Note[]; findings: Finding[] } {
  if (source.entries.length > 0 && source.notes.length === 0)
    return { notes: readyNotes(source), findings: source.findings };
  const { notes: raw, findings } = findNotes(source);
  const once = readingOnce(references, split);
  const reader: Reader = {
    source,
    read: once.read,
    split: once.split,
    ids: new Ids(),
    memory: new Memory(),
    hidden: linksWithin(source.links),
    entriesOf: entriesWithin(source.entries),
  };
  const notes = raw.map((note) => readNote(note, reader));
  return { notes, findings: source.findings.concat(findings, once.findings()) };
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

const nothing = { segments: [], commentary: [] };
/** What is longer is no note; only its beginning is read. */
const longestNote = 24_000;

function readNote(raw: RawNote, reader: Reader): Note {
  const { source, memory } = reader;
  const text = source.text.slice(raw.start, raw.end);
  const { segments, commentary } =
    text === ''
      ? nothing
      : splitAround(text.slice(0, longestNote), raw.start, reader.entriesOf(raw), reader.split);
  const findings: Finding[] = [];
  const citations = segments.map((segment, index) => {
    const [start, end] = [raw.start + segment.start, raw.start + segment.end];
    const citation = segment.entry
      ? readyCitation(segment.entry, source)
      : readSegment(start, end, raw.label, reader, findings);
    if (segment.prefix) citation.prefix = segment.prefix;
    memory.add({ note: raw.label, index, citation });
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

function readSegment(
  start: number,
  end: number,
  label: string,
  reader: Reader,
  findings: Finding[],
): Citation {
  const back = backrefIn(reader.source.text.slice(start, end));
  return back
    ? readBackref(back, start, end, label, reader, findings)
    : readCitation(start, end, label, reader, findings);
}

/** A citation that points back: the work is the one meant, the locator its own; the links are found by following `target`. */
function readBackref(
  back: FoundBackref,
  start: number,
  end: number,
  label: string,
  { source, ids, memory, hidden }: Reader,
  findings: Finding[],
): Citation {
  const place = source.place(start, end);
  const target = resolveBackref(back, memory);
  const locator = locatorIn(back.rest);
  // Its links were printed where it points to, not here.
  const { URL: _, ...work } = target?.citation.item ?? { type: 'document' as const };
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
    urls: hidden(start, end),
    ...(locator ? { locator } : {}),
    backref: {
      kind: back.kind,
      printed: back.printed,
      ...(target ? { target: { note: target.note, index: target.index } } : {}),
    },
    place,
    confidence: target ? target.citation.confidence : 0.5,
  };
}

function readCitation(
  start: number,
  end: number,
  label: string,
  { source, read: readText, ids, hidden }: Reader,
  findings: Finding[],
): Citation {
  const place = source.place(start, end);
  const read = readText(source.text.slice(start, end));
  const more = hidden(start, end).filter((url) => !read.urls.some((other) => sameUrl(other, url)));
  const urls = [...new Set([...read.urls, ...more])];
  for (const { printed, url } of read.mended ?? [])
    findings.push({
      rule: 'url-mended',
      severity: 'warning',
      message: `The address ${printed} is malformed; ${url} is meant.`,
      place,
      expected: url,
      actual: printed,
    });
  return {
    item: {
      id: ids.next(read.item, label),
      ...read.item,
      ...(urls[0] && !read.item.URL ? { URL: urls[0] } : {}),
    },
    urls,
    ...(read.mended ? { mended: read.mended } : {}),
    ...(read.locator ? { locator: read.locator } : {}),
    place,
    confidence: read.confidence,
    fields: read.fields,
  };
}

const sameUrl = (a: string, b: string): boolean => a.replace(/\/$/, '') === b.replace(/\/$/, '');
