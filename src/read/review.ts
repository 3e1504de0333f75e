import type { Span } from '../model/place.ts';
import type { Link, MarkedNote, Source } from '../model/source.ts';
import { sourceOf, TextBuilder } from './source.ts';

/** Re:VIEW, the mark-up of Japanese technical books: `//footnote[id][text]`, `//bibpaper[id][caption]{ … //}`. */
export const isReview = (text: string): boolean =>
  /^\/\/(?:bibpaper|footnote|endnote)\[[^\]\n]{1,200}\]\[/m.test(text.slice(0, 400_000));

const inlineNote = /^\/\/(footnote|endnote)\[([^\]]{1,200})\]\[/;
const block = /^\/\/bibpaper\[([^\]]{1,200})\](?:\[[^\]]{0,400}\])?\{\s{0,9}$/;
const command = /@<([a-z]{1,20})>\{([^}\n]{0,2000})\}/y;

/**
 * Reads notes and bibliography entries with what refers to them (`@<fn>{id}`, `@<bib>{id}`); inline commands give their
 * text, a link its target too. Lines of a bibliography entry are one entry, so a blank stands for its breaks.
 */
export function readReview(path: string, original: string): Source {
  const built = new TextBuilder(original);
  const links: Link[] = [];
  const notes: MarkedNote[] = [];
  const references: { label: string; span: Span }[] = [];
  let open: MarkedNote | undefined;
  let start = 0;
  for (const raw of original.split('\n')) {
    const line = raw.replace(/\r$/, '');
    const end = start + line.length;
    const entry = block.exec(line);
    const footnote = inlineNote.exec(line);
    if (entry) {
      open = {
        label: entry[1] as string,
        marker: `@<bib>{${entry[1]}}`,
        start: built.length,
        end: built.length,
        references: [],
      };
      notes.push(open);
    } else if (open && /^\/\/\}/.test(line)) {
      open = undefined;
      built.put('\n', end);
    } else if (footnote) {
      const from = start + footnote[0].length;
      const note: MarkedNote = {
        label: footnote[2] as string,
        marker: `@<fn>{${footnote[2]}}`,
        start: built.length,
        end: built.length,
        references: [],
      };
      inline(original, from, line.endsWith(']') ? end - 1 : end, built, links, references);
      note.end = built.length;
      notes.push(note);
      built.put('\n', end);
    } else if (!line.startsWith('#@') && !/^\/\/[a-z}]/.test(line)) {
      const indent = open ? (/^\s*/.exec(line)?.[0].length ?? 0) : 0;
      if (open && built.length > open.start && line.trim()) built.put(' ', start);
      inline(original, start + indent, end, built, links, references);
      if (open) open.end = built.length;
      else built.put('\n', end);
    }
    start += raw.length + 1;
  }
  const byLabel = new Map(notes.map((note) => [note.label, note]));
  for (const { label, span } of references) byLabel.get(label)?.references.push(span);
  const source = sourceOf(path, 'text', built, { notes, links });
  source.findings = references
    .filter(({ label }) => !byLabel.has(label))
    .map(({ label, span }) => ({
      rule: 'marker-without-note',
      severity: 'error' as const,
      message: `The marker ${label} has no note.`,
      place: source.place(span.start, span.end),
      data: { label },
    }));
  return source;
}

/** One line's text, its commands opened. */
function inline(
  original: string,
  from: number,
  to: number,
  built: TextBuilder,
  links: Link[],
  references: { label: string; span: Span }[],
): void {
  let kept = from;
  for (let at = original.indexOf('@<', from); at !== -1 && at < to; at = original.indexOf('@<', at)) {
    command.lastIndex = at;
    const match = command.exec(original);
    if (!match || at + match[0].length > to) {
      at += 2;
      continue;
    }
    built.keep(kept, at);
    const [whole, name, content] = match as unknown as [string, string, string];
    const inside = at + name.length + 4;
    const begin = built.length;
    if (name === 'fn' || name === 'bib' || name === 'endnote') {
      built.keep(at, at + whole.length);
      references.push({ label: content, span: { start: begin, end: built.length } });
    } else if (name === 'href') {
      const comma = content.search(/,\s/);
      const url = comma < 0 ? content : content.slice(0, comma);
      built.keep(comma < 0 ? inside : inside + comma + 2, inside + content.length);
      links.push({ url: url.trim(), start: begin, end: built.length });
    } else if (name !== 'br') built.keep(inside, inside + content.length);
    kept = at + whole.length;
    at = kept;
  }
  built.keep(kept, to);
}
