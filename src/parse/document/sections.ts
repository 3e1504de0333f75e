import type { Span } from '../../model/place.ts';
import { isFurniture, isReferenceHeading } from './headings.ts';
import { type Line, looksLikeReference } from './lines.ts';
import { labelNumber, type MarkerStyle, styles } from './markers.ts';

export interface Section extends Span {
  lines: Line[];
  /** Where the text its markers stand in begins: after the section before, else at the start. */
  bodyStart: number;
}

/**
 * Stretches under a reference heading, a chapter's own each; where there is none, the numbered list a text ends with, or a
 * whole document that is nothing but references.
 */
export function sectionsOf(lines: Line[], text: string, marked: boolean): Section[] {
  const heads = lines.flatMap((line, index) => (isReferenceHeading(line.text) ? [index] : []));
  const found: Section[] = [];
  for (const [index, head] of heads.entries()) {
    const section = cut(lines.slice(head + 1, heads[index + 1] ?? lines.length), found.at(-1)?.end ?? 0);
    if (section) found.push(section);
  }
  // Where the format marks its notes, a list without a heading is the article's own.
  if (found.length > 0 || marked) return found;
  const all = lines.filter((line) => line.text.trim());
  if (all.length === 0) return [];
  const bare = styles.some(
    (style) =>
      all.filter(({ text: line }) => style.pattern.test(line)).length >= Math.max(1, all.length * 0.4),
  );
  const trailing = bare ? undefined : trailingList(lines);
  if (trailing) return [trailing];
  if (bare || all.filter(({ text: line }) => looksLikeReference(line)).length >= all.length * 0.6)
    return [{ lines, start: 0, end: text.length, bodyStart: 0 }];
  return [];
}

/** Mean length of a note, in characters, above which a numbered list is chapters rather than notes. */
const longestEntry = 900;

/** Notes at the end of a text without a heading: a run of lines numbered 1, 2, 3 … to its end. */
function trailingList(lines: Line[]): Section | undefined {
  for (const style of styles.filter(({ weak }) => !weak)) {
    let first = -1;
    let expected = 1;
    for (const [index, line] of lines.entries()) {
      const number = numberAt(style, line.text);
      if (number === 1 && (expected === 1 || !looksLikeReference(lines[first]?.text ?? '')))
        [first, expected] = [index, 2];
      else if (number === expected && first >= 0) expected += 1;
    }
    const section = first >= 0 && expected >= 3 ? cut(lines.slice(first), 0) : undefined;
    if (
      section &&
      section.lines.filter(({ text }) => looksLikeReference(text)).length >= (expected - 1) / 2 &&
      (section.end - section.start) / (expected - 1) < longestEntry
    )
      return section;
  }
  return undefined;
}

/** Ends a section at the site's own lines, at the next heading or at a gap of three blank lines. */
function cut(lines: readonly Line[], bodyStart: number): Section | undefined {
  const kept: Line[] = [];
  let blank = 0;
  let filled = false;
  for (const line of lines) {
    if (isFurniture(line.text) || (/^#{1,6}\s/.test(line.text) && filled)) break;
    const empty = line.text.trim() === '' || /^#{1,6}\s/.test(line.text);
    blank = empty ? blank + 1 : 0;
    if (blank >= 3 && filled) break;
    filled ||= !empty;
    kept.push(line);
  }
  while (kept.at(-1)?.text.trim() === '') kept.pop();
  const [first, last] = [kept[0], kept.at(-1)];
  return first && last ? { lines: kept, start: first.start, end: last.end, bodyStart } : undefined;
}

/** The number a line is marked with in this style. */
export const numberAt = (style: MarkerStyle, line: string): number | undefined => {
  const printed = style.pattern.exec(line)?.[1];
  return printed === undefined ? undefined : labelNumber(printed);
};

/** Lines that are enough to tell a section's style by. */
const enoughLines = 5000;

/** The style whose markers count up best over the section's lines. */
export function styleOf(lines: readonly Line[]): MarkerStyle | undefined {
  let best: { style: MarkerStyle; run: number } | undefined;
  const told = lines.slice(0, enoughLines);
  for (const style of styles) {
    let [run, last] = [0, 0];
    for (const { text } of told) {
      const number = numberAt(style, text);
      if (number !== undefined && number > last && number <= last + 3) [run, last] = [run + 1, number];
    }
    if (run > 0 && (!best || run > best.run)) best = { style, run };
  }
  const first = lines.find(({ text }) => text.trim());
  const begins = best && first && best.style.pattern.test(first.text);
  return best && (begins || best.run >= 3) ? best.style : undefined;
}
