import type { Finding } from '../../model/finding.ts';
import type { MarkedNote, Source } from '../../model/source.ts';
import { endBefore, type Line } from './lines.ts';
import { labelNumber, type MarkerStyle, styles } from './markers.ts';
import { numberAt, type Section } from './sections.ts';

/** A marker where a note begins. */
interface Found {
  /** Where the marker begins and ends in the line. */
  at: number;
  length: number;
  printed: string;
  label: string;
  number: number | undefined;
  malformed: boolean;
}

/** A note runs from its marker to the next; a marker in another style counts where it carries the next number. */
export function numberedNotes(
  section: Section,
  style: MarkerStyle,
  source: Source,
  findings: Finding[],
): MarkedNote[] {
  const notes: MarkedNote[] = [];
  let expected: number | undefined;
  for (const [index, line] of section.lines.entries()) {
    for (const found of markersIn(section.lines, index, style, expected)) {
      const begin = line.start + found.at;
      const last = notes.at(-1);
      if (last) last.end = endBefore(source.text, begin, last.start);
      const start = Math.min(begin + found.length, line.end);
      notes.push({ label: found.label, marker: found.printed, start, end: line.end, references: [] });
      if (found.malformed) findings.push(malformed(source, begin, found, style));
      expected = (found.number ?? expected ?? 1) + 1;
    }
  }
  const last = notes.at(-1);
  if (last) last.end = endBefore(source.text, section.end, last.start);
  if (style.closes) for (const note of notes) note.end = closed(source.text, note, style.closes);
  return notes;
}

/** The marker a line begins with, and those run on into it with the numbers that come next. */
function markersIn(
  lines: readonly Line[],
  index: number,
  style: MarkerStyle,
  expected: number | undefined,
): Found[] {
  const { text } = lines[index] as Line;
  const found: Found[] = [];
  const first = leading(lines, index, style, expected);
  if (first) found.push(first);
  if (!style.within) return found;
  let next = (first?.number ?? (expected ?? 1) - 1) + 1;
  for (const match of text.matchAll(style.within)) {
    if (match.index < (first?.length ?? 0) || labelNumber(match[1] as string) !== next) continue;
    if (!first && expected === undefined) continue;
    found.push({
      at: match.index,
      length: match[0].length,
      printed: match[0].trim(),
      label: String(next),
      number: next,
      malformed: false,
    });
    next += 1;
  }
  return found;
}

function leading(
  lines: readonly Line[],
  index: number,
  style: MarkerStyle,
  expected: number | undefined,
): Found | undefined {
  const { text } = lines[index] as Line;
  const own = style.pattern.exec(text);
  const number = own ? labelNumber(own[1] as string) : undefined;
  const next = expected ?? 1;
  const counts =
    own !== null &&
    (!style.counted ||
      number === undefined ||
      expected === undefined ||
      (number >= next && number <= next + 3));
  const match = counts ? own : otherMarker(lines, index, expected, style);
  if (!match) return undefined;
  const printed = match[1] as string;
  const value = labelNumber(printed);
  return {
    at: 0,
    length: match[0].length,
    printed: match[0].trim(),
    label: value === undefined ? printed.normalize('NFKC') : String(value),
    number: value,
    malformed: !counts,
  };
}

/** A marker in another style, where it carries the number that is due and the list goes on after it. */
function otherMarker(
  lines: readonly Line[],
  index: number,
  expected: number | undefined,
  style: MarkerStyle,
): RegExpExecArray | null {
  if (expected === undefined) return null;
  const { text } = lines[index] as Line;
  for (const { pattern, shape } of styles) {
    if (shape === style.shape || shape === 'n ') continue;
    const match = pattern.exec(text);
    if (match && labelNumber(match[1] as string) === expected && goesOn(lines, index, style, expected))
      return match;
  }
  return null;
}

/** Whether one of the lines that follow carries on the sequence, so that a stray marker here is the missing one. */
const goesOn = (lines: readonly Line[], index: number, style: MarkerStyle, expected: number): boolean =>
  index >= lines.length - 6 ||
  lines.slice(index + 1, index + 40).some(({ text }) => numberAt(style, text) === expected + 1);

/** Takes off what closes the marker's frame at the note's end: a table row's bar. */
function closed(text: string, note: MarkedNote, sign: string): number {
  const end = endBefore(text, note.end, note.start);
  return text.charAt(end - 1) === sign ? endBefore(text, end - 1, note.start) : end;
}

function malformed(source: Source, at: number, { printed, label }: Found, style: MarkerStyle): Finding {
  const from = at + Math.max(0, source.text.slice(at, at + 20).indexOf(printed));
  return {
    rule: 'malformed-marker',
    severity: 'error',
    message: `The marker ${printed} is printed otherwise than its siblings (${style.shape.replace('n', label)}).`,
    place: source.place(from, from + printed.length),
    expected: style.shape.replace('n', label),
    actual: printed,
  };
}
