import type { Link, MarkedNote, Source } from '../model/source.ts';
import { type InlineRule, scanInline, type TextLine, textLines } from './inline.ts';
import { MarkedNotes } from './marked-notes.ts';
import { sourceOf, TextBuilder } from './source.ts';

/** Blocks whose content is no prose. */
const quiet =
  /^\/\/(?:emlist|emlistnum|list|listnum|cmd|source|embed|comment|raw|graph|texequation|image|indepimage)\b.{0,2000}\{\s*$/;
/** A heading's signs, or a block's command, before what is shown. */
const lineHead =
  /^(?:={1,6}(?:\[[^\]\n]{0,80}\])?(?:\{[^}\n]{0,80}\})?|\/\/[a-z]{1,20}(?:\[[^\]\n]{0,400}\]){0,3}\{?)\s{0,8}/;
const noteHead = /^\/\/(?:footnote|endnote)\[([^\]\n]{1,200})\]\[/;
const paperHead = /^\/\/bibpaper\[([^\]\n]{1,200})\](?:\[((?:\\.|[^\]\\]){0,2000})\])?/;

/** Re:VIEW (https://github.com/kmuto/review/blob/master/doc/format.md): footnotes, endnotes and `//bibpaper`s by id. */
export function readReview(path: string, original: string): Source {
  const built = new TextBuilder(original);
  const links: Link[] = [];
  const notes = new MarkedNotes();
  const inline = inlineRules(built, links, notes);
  let paper: MarkedNote | undefined;
  let skipping = false;
  for (const line of textLines(original)) {
    if (/^\/\/\}/.test(line.text)) {
      if (paper) paper.end = built.length;
      paper = undefined;
      skipping = false;
      continue;
    }
    if (skipping || line.text.startsWith('#@')) continue;
    if (quiet.test(line.text)) {
      skipping = true;
      continue;
    }
    const note = noteHead.exec(line.text);
    const entry = note ? undefined : paperHead.exec(line.text);
    if (note) layNote(line, note, built, notes, inline);
    else if (entry) paper = layPaper(line, entry, built, notes, inline);
    else if (paper) {
      // The lines of an entry are one entry: a blank stands for their breaks.
      const lead = /^\s{0,20}/.exec(line.text)?.[0].length ?? 0;
      const shown = line.text.replace(/(?:@<br>\{\})?\s{0,20}$/, '').length;
      scanInline(built, line.start + lead, line.start + Math.max(lead, shown), inline);
      built.put(' ', line.end);
      paper.end = built.length;
    } else {
      scanInline(built, line.start + (lineHead.exec(line.text)?.[0].length ?? 0), line.end, inline);
      built.put('\n', line.end);
    }
  }
  return notes.settle(sourceOf(path, 'review', built, { links }));
}

function layNote(
  line: TextLine,
  head: RegExpExecArray,
  built: TextBuilder,
  notes: MarkedNotes,
  inline: InlineRule[],
): void {
  const id = head[1] as string;
  const close = line.text.lastIndexOf(']');
  const note = notes.define(id, `@<fn>{${id}}`, built.length);
  scanInline(built, line.start + head[0].length, line.start + Math.max(head[0].length, close), inline);
  note.end = built.length;
  built.put('\n', line.end);
}

/** A work of the list: its text is the block's, or its caption where there is no block. */
function layPaper(
  line: TextLine,
  head: RegExpExecArray,
  built: TextBuilder,
  notes: MarkedNotes,
  inline: InlineRule[],
): MarkedNote | undefined {
  const [, id, caption] = head as unknown as [string, string, string | undefined];
  const block = /\{\s*$/.test(line.text);
  const from = line.start + head[0].length - 1 - (caption?.length ?? 0);
  const start = built.length;
  if (caption) scanInline(built, from, line.start + head[0].length - 1, inline);
  const end = built.length;
  built.put('\n', line.end);
  const note = notes.define(id, `@<bib>{${id}}`, block ? built.length : start);
  note.end = block ? note.start : end;
  return block ? note : undefined;
}

/** `@<name>{…}`, `@<name>|…|` and `@<name>$…$`; a brace inside is escaped. */
const command =
  /@<([a-z]{1,20})>(?:\{((?:\\.|[^}\\\n]){0,4000})\}|\|([^|\n]{0,4000})\||\$([^$\n]{0,4000})\$)/y;

function inlineRules(built: TextBuilder, links: Link[], notes: MarkedNotes): InlineRule[] {
  return [
    { first: '\\', pattern: /\\([\]}\\])/y, act: (_match, at) => built.keep(at + 1, at + 2) },
    {
      first: '@',
      pattern: command,
      act(match, at) {
        const name = match[1] as string;
        const inside = match[2] ?? match[3] ?? match[4] ?? '';
        const from = at + name.length + 4;
        const start = built.length;
        if (name === 'br') built.put('\n', at);
        else if (name === 'fn' || name === 'bib' || name === 'endnote') {
          const sign = `[${inside}]`;
          built.put(sign, at);
          notes.refer(inside, match[0], { start, end: built.length });
        } else if (name === 'href') layLink(inside, from, built, links);
        else if (name === 'ruby' || name === 'kw')
          built.keep(from, from + inside.split(/,\s?/, 1)[0]!.length);
        else if (
          name === 'raw' ||
          name === 'embed' ||
          name === 'comment' ||
          name === 'idx' ||
          name === 'hidx'
        )
          return;
        else if (inside.includes('\\')) built.put(inside.replace(/\\([}\\|$])/g, '$1'), at);
        else built.keep(from, from + inside.length);
      },
    },
  ];
}

/** `url, text`; a comma inside the address is escaped. */
function layLink(inside: string, from: number, built: TextBuilder, links: Link[]): void {
  const parts = /^((?:\\.|[^,\\]){1,2000})(?:,\s{0,4}(.{1,2000}))?$/.exec(inside);
  if (!parts) return;
  const start = built.length;
  const shown = parts[2] ?? (parts[1] as string);
  built.keep(from + inside.length - shown.length, from + inside.length);
  const url = (parts[1] as string).replace(/\\(.)/g, '$1').trim();
  if (/^https?:/i.test(url)) links.push({ start, end: built.length, url });
}
