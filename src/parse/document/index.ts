import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/place.ts';
import type { MarkedNote, Source } from '../../model/source.ts';
import { isFurniture, isReferenceHeading } from './headings.ts';
import { labelNumber, type MarkerStyle, styles } from './markers.ts';

export type RawNote = MarkedNote;

interface Line extends Span {
  text: string;
}

/** The notes of a document: those its format marks, and those of the reference sections found in its text. */
export function findNotes(source: Source): { notes: RawNote[]; findings: Finding[] } {
  const lines = linesOf(source.text);
  const findings: Finding[] = [];
  const notes: RawNote[] = [...source.notes];
  const markedStart = Math.min(...notes.map((note) => note.start), source.text.length);
  let bodyEnd = source.text.length;
  for (const section of sections(lines, source.text)) {
    if (notes.some((note) => note.start < section.end && note.end > section.start)) continue;
    const style = styleOf(section.lines);
    // With marked notes, a section without numbers is a bibliography and still wanted; prose under a heading is not.
    if (!style && !section.lines.some(({ text }) => looksLikeReference(text))) continue;
    const found = style ? numbered(section, style, source, findings) : unnumbered(section);
    bodyEnd = Math.min(bodyEnd, section.start);
    notes.push(...found);
    if (style?.inBody) matchBody(source, found, style, Math.min(bodyEnd, markedStart), findings);
  }
  notes.sort((a, b) => a.start - b.start);
  return { notes, findings: [...findings, ...orderFindings(source, notes)] };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    lines.push({ text: raw.replace(/\r$/, ''), start, end: start + raw.replace(/\r$/, '').length });
    start += raw.length + 1;
  }
  return lines;
}

interface Section extends Span {
  lines: Line[];
}

/** Stretches under a reference heading; where there is none, a whole document that is nothing but numbered references. */
function sections(lines: Line[], text: string): Section[] {
  const heads = lines.flatMap((line, index) => (isReferenceHeading(line.text) ? [index] : []));
  const found = heads.flatMap((head, index) => {
    const stop = heads[index + 1] ?? lines.length;
    const section = cut(lines.slice(head + 1, stop));
    return section ? [section] : [];
  });
  if (found.length > 0) return found;
  const all = lines.filter((line) => line.text.trim());
  if (all.length === 0) return [];
  const bare = styles.find(
    (style) =>
      all.filter(({ text: line }) => style.pattern.test(line)).length >= Math.max(1, all.length * 0.4),
  );
  const trailing = bare ? undefined : trailingList(lines);
  if (trailing) return [trailing];
  if (bare || all.filter(({ text: line }) => looksLikeReference(line)).length >= all.length * 0.6)
    return [{ lines, start: 0, end: text.length }];
  return [];
}

/** Notes at the end of a text without a heading: a run of lines numbered 1, 2, 3 … to its end. */
function trailingList(lines: Line[]): Section | undefined {
  for (const style of styles.filter(({ shape }) => shape !== 'n ' && shape !== '「n」')) {
    let first = -1;
    let expected = 1;
    for (const [index, line] of lines.entries()) {
      const number = labelNumber(style.pattern.exec(line.text)?.[1] ?? '');
      if (number === 1 && (expected === 1 || !looksLikeReference(lines[first]?.text ?? '')))
        [first, expected] = [index, 2];
      else if (number === expected && first >= 0) expected += 1;
    }
    const section = first >= 0 && expected >= 3 ? cut(lines.slice(first)) : undefined;
    if (section && section.lines.filter(({ text }) => looksLikeReference(text)).length >= (expected - 1) / 2)
      return section;
  }
  return undefined;
}

/** Ends a section at the site's own lines or at a gap of three blank lines. */
function cut(lines: Line[]): Section | undefined {
  const kept: Line[] = [];
  let blank = 0;
  for (const line of lines) {
    if (isFurniture(line.text) || /^#{1,6}\s/.test(line.text)) break;
    blank = line.text.trim() === '' ? blank + 1 : 0;
    if (blank >= 3 && kept.some(({ text }) => text.trim())) break;
    kept.push(line);
  }
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  const [first, last] = [kept[0], kept.at(-1)];
  return first && last ? { lines: kept, start: first.start, end: last.end } : undefined;
}

/** A year, a URL or a DOI: what hardly any reference is without. */
const looksLikeReference = (line: string): boolean =>
  /(?:1[5-9]|20)\d{2}|https?:\/\/|[一二]〇|令和|平成|昭和|doi/i.test(line) && line.trim().length > 15;

/** The style whose markers count up best over the section's lines. */
function styleOf(lines: readonly Line[]): MarkerStyle | undefined {
  let best: { style: MarkerStyle; run: number } | undefined;
  for (const style of styles) {
    let [run, last] = [0, 0];
    for (const { text } of lines) {
      const number = labelNumber(style.pattern.exec(text)?.[1] ?? '');
      if (number !== undefined && number > last && number <= last + 3) [run, last] = [run + 1, number];
    }
    if (run > 0 && (!best || run > best.run)) best = { style, run };
  }
  const first = lines.find(({ text }) => text.trim());
  const begins = best && first && best.style.pattern.test(first.text);
  return best && (begins || best.run >= 3) ? best.style : undefined;
}

/** A note runs from its marker to the next; a marker in another style counts where it carries the next number. */
function numbered(
  { lines, end }: Section,
  style: MarkerStyle,
  source: Source,
  findings: Finding[],
): RawNote[] {
  const notes: RawNote[] = [];
  let expected: number | undefined;
  const weak = style.shape === 'n ' || style.shape === 'n.';
  for (const [index, line] of lines.entries()) {
    const own = style.pattern.exec(line.text);
    const number = own ? labelNumber(own[1] as string) : undefined;
    const next = expected ?? 1;
    const counts =
      own &&
      (!weak || number === undefined || expected === undefined || (number >= next && number <= next + 3));
    const other = counts
      ? undefined
      : otherMarker(line.text, expected, style, isSequel(lines, index, style, next));
    const match = counts ? own : other;
    if (!match) continue;
    const last = notes.at(-1);
    if (last) last.end = endBefore(source.text, line.start, last.start);
    const printed = match[0].trim();
    const start = line.start + match[0].length;
    notes.push({
      label: match[1]?.normalize('NFKC') as string,
      marker: printed,
      start,
      end: line.end,
      references: [],
    });
    const note = notes.at(-1) as RawNote;
    const value = labelNumber(match[1] as string);
    if (value !== undefined) note.label = String(value);
    if (other)
      findings.push({
        rule: 'malformed-marker',
        severity: 'error',
        message: `The marker ${printed} is printed otherwise than its siblings (${style.shape.replace('n', note.label)}).`,
        place: source.place(
          line.start + match[0].indexOf(printed),
          line.start + match[0].indexOf(printed) + printed.length,
        ),
        expected: style.shape.replace('n', note.label),
        actual: printed,
      });
    expected = (value ?? next) + 1;
  }
  const last = notes.at(-1);
  if (last) last.end = endBefore(source.text, end, last.start);
  return notes;
}

/** Whether the line after next carries on the sequence, so that a stray marker here is the missing one. */
const isSequel = (lines: readonly Line[], index: number, style: MarkerStyle, expected: number): boolean =>
  lines
    .slice(index + 1, index + 40)
    .some(({ text }) => labelNumber(style.pattern.exec(text)?.[1] ?? '') === expected + 1) ||
  index >= lines.length - 6;

function otherMarker(
  line: string,
  expected: number | undefined,
  style: MarkerStyle,
  sequel: boolean,
): RegExpExecArray | undefined {
  if (expected === undefined || !sequel) return undefined;
  for (const { pattern, shape } of styles) {
    if (shape === style.shape || shape === 'n ') continue;
    const match = pattern.exec(line);
    if (match && labelNumber(match[1] as string) === expected) return match;
  }
  return undefined;
}

function endBefore(text: string, limit: number, start: number): number {
  let end = limit;
  while (end > start && /[\s\u00a0\u3000]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/** A list without numbers: entries set apart by blank lines, else a line each, a line that hangs joined to the one before. */
function unnumbered({ lines }: Section): RawNote[] {
  const notes: RawNote[] = [];
  const filled = lines.filter(({ text }) => text.trim());
  const blanks = lines.some(({ text }) => text.trim() === '');
  const entriesByBlank = blanks && filled.length > notes.length;
  let open: RawNote | undefined;
  let after = true;
  for (const line of lines) {
    if (line.text.trim() === '') {
      after = true;
      continue;
    }
    const bullet = /^\s{0,8}(?:[-*+•·▪◦‣–—]\s{1,8}|[*†‡]\s{0,4})?/u.exec(line.text)?.[0].length ?? 0;
    const hangs = /^(?:\s{2,}|\t)/.test(line.text) && bullet === (/^\s*/.exec(line.text)?.[0].length ?? 0);
    const goesOn =
      open &&
      ((!after && (hangs || (entriesByBlank && !looksLikeReference(line.text)))) ||
        /^\s*(?:https?:\/\/|doi:)/i.test(line.text));
    if (open && goesOn) open.end = line.start + line.text.trimEnd().length;
    else {
      open = {
        label: String(notes.length + 1),
        marker: '',
        start: line.start + bullet,
        end: line.start + line.text.trimEnd().length,
        references: [],
      };
      notes.push(open);
    }
    after = false;
  }
  return notes;
}

/** Body markers of the notes; a marker without a note, and a note without a marker where the body has markers at all. */
function matchBody(
  source: Source,
  notes: RawNote[],
  style: MarkerStyle,
  bodyEnd: number,
  findings: Finding[],
): void {
  const body = source.text.slice(0, bodyEnd);
  for (const note of notes) {
    for (const match of body.matchAll((style.inBody as (label: string) => RegExp)(note.label)))
      note.references.push({ start: match.index, end: match.index + match[0].length });
  }
  const used = notes.filter((note) => note.references.length > 0).length;
  if (used < 2 || used * 2 < notes.length) return;
  for (const note of notes.filter(({ references }) => references.length === 0))
    findings.push({
      rule: 'note-without-marker',
      severity: 'warning',
      message: `Nothing in the text refers to note ${note.label}.`,
      place: source.place(note.start, note.end),
      data: { label: note.label },
    });
  if (style.shape !== '[n]') return;
  const labels = new Set(notes.map(({ label }) => label));
  for (const match of body.matchAll(/\[(\d{1,4})\]/g))
    if (!labels.has(match[1] as string))
      findings.push({
        rule: 'marker-without-note',
        severity: 'error',
        message: `The marker ${match[0]} has no note.`,
        place: source.place(match.index, match.index + match[0].length),
        data: { label: match[1] as string },
      });
}

function orderFindings(source: Source, notes: readonly RawNote[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let last = 0;
  for (const note of notes) {
    if (seen.has(note.label) && note.marker)
      findings.push({
        rule: 'duplicate-label',
        severity: 'warning',
        message: `Two notes bear the label ${note.label}.`,
        place: source.place(note.start, note.end),
        data: { label: note.label },
      });
    seen.add(note.label);
    const number = /^\d+$/.test(note.label) ? Number(note.label) : undefined;
    if (number === undefined || !note.marker) continue;
    if (number < last)
      findings.push({
        rule: 'note-order',
        severity: 'info',
        message: `Note ${number} stands after note ${last}.`,
        place: source.place(note.start, note.end),
        data: { label: note.label },
      });
    last = Math.max(last, number);
  }
  return findings;
}
