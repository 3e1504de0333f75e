import type { Note } from '../model/note.ts';
import type { Span } from '../model/place.ts';
import { commentsPart, type PartChange } from './comments-part.ts';
import { type DocxMap, encodePart, type TextRun } from './docx-map.ts';
import { Archive } from './zip.ts';

/** What is to be said of a note, a line a paragraph: what is wrong, what was found, what to do. */
export interface Remark {
  note: Pick<Note, 'place' | 'references'>;
  lines: readonly string[];
}

export type Commented = { bytes: Uint8Array; comments: number } | { refused: string };

const author = 'refvouch';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/**
 * The same Word document with a comment on every note that is remarked on. Word takes comments in the body only: that on
 * a footnote or endnote stands at its sign, that on an entry of a reference list at the entry. Parts that need no change
 * are copied byte for byte, comments that are there are kept.
 *
 * @param at when the comments are dated, ISO 8601 in UTC
 */
export function commentDocx(
  bytes: Uint8Array,
  map: DocxMap,
  remarks: readonly Remark[],
  at: string,
): Commented {
  const archive = Archive.open(bytes);
  if (!archive) return { refused: 'is not a Word document that can be written to; save it anew.' };
  const [body] = map.parts.keys();
  const xml = body === undefined ? undefined : map.parts.get(body);
  if (body === undefined || xml === undefined || !/\sxmlns:w\s{0,4}=/.test(xml.slice(0, 20_000)))
    return { refused: 'has a body of an unusual build; save it anew in Word or LibreOffice.' };
  const anchored = remarks.flatMap((remark) => {
    const anchor = anchorOf(map.runs, body, remark.note);
    return anchor ? [{ anchor, lines: remark.lines }] : [];
  });
  if (anchored.length === 0) return { bytes, comments: 0 };
  const namespace = xml.slice(0, 20_000).includes(strict) ? strict : main;
  const part = commentsPart(archive, body, namespace, {
    author,
    at,
    texts: anchored.map(({ lines }) => lines),
  });
  if ('refused' in part) return part;
  const changed = encodePart(
    archive.read(body),
    xml,
    withAnchors(
      xml,
      anchored.map(({ anchor }, index) => ({ anchor, id: part.first + index })),
    ),
  );
  if (!changed) return { refused: 'is not written in UTF-8; save it anew in Word or LibreOffice.' };
  const changes = new Map(part.changes.map(({ name, content }: PartChange) => [name, content]));
  return { bytes: archive.rewrite(changes.set(body, changed)), comments: anchored.length };
}

/** Where in the body's XML the comment on a note begins and ends. */
function anchorOf(
  runs: readonly TextRun[],
  body: string,
  { place, references }: Remark['note'],
): Span | undefined {
  const own = overlapping(runs, { start: place.offset, end: place.end });
  const inBody = own.filter(({ part }) => part === body);
  const [first, last] = [inBody[0], inBody.at(-1)];
  if (first && last) return { start: first.run.start, end: last.run.end };
  for (const { offset, end } of references) {
    const sign = overlapping(runs, { start: offset, end }).find(({ part }) => part === body);
    if (sign) return sign.run;
  }
  return undefined;
}

/** Runs that hold a part of a stretch of the text; they stand in the text's order. */
function overlapping(runs: readonly TextRun[], { start, end }: Span): TextRun[] {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as TextRun).end <= start) low = middle + 1;
    else high = middle;
  }
  const found: TextRun[] = [];
  for (let at = low; at < runs.length && (runs[at] as TextRun).start < end; at += 1)
    found.push(runs[at] as TextRun);
  return found;
}

/** The body with the ranges and marks of the comments put around their runs. */
function withAnchors(xml: string, anchored: readonly { anchor: Span; id: number }[]): string {
  const insertions = anchored.flatMap(({ anchor, id }) => [
    { at: anchor.start, order: 1, text: `<w:commentRangeStart w:id="${id}"/>` },
    {
      at: anchor.end,
      order: 0,
      text: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    },
  ]);
  const parts: string[] = [];
  let from = 0;
  for (const { at, text } of insertions.sort((a, b) => a.at - b.at || a.order - b.order)) {
    parts.push(xml.slice(from, at), text);
    from = at;
  }
  parts.push(xml.slice(from));
  return parts.join('');
}
