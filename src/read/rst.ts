import type { Link, MarkedNote, Source } from '../model/source.ts';
import { type InlineRule, scanInline, type TextLine, textLines } from './inline.ts';
import { MarkedNotes } from './marked-notes.ts';
import { sourceOf, TextBuilder } from './source.ts';

const noteHead = /^ {0,3}\.\. \[([#*]?[\w.:-]{0,80})\][ \t]{0,9}/;
const targetHead = /^ {0,3}\.\. _(`[^`\n]{1,200}`|[^:\n]{1,200}):[ \t]{1,9}(\S{1,2000})[ \t]*$/;
const directive = /^ {0,3}\.\.(?: |$)/;
const rule = /^([=\-~^"'`#*+<>:._])\1{2,200}\s*$/;

/** reStructuredText (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html): footnotes and citations by name or number. */
export function readRst(path: string, original: string): Source {
  const built = new TextBuilder(original);
  const lines = textLines(original);
  const links: Link[] = [];
  const notes = new MarkedNotes();
  const targets = new Map(
    lines.flatMap(({ text }) => {
      const match = targetHead.exec(text);
      return match ? [[nameOf(match[1] as string), match[2] as string] as const] : [];
    }),
  );
  const counts = { defined: 0, referred: 0 };
  const inline = inlineRules(built, links, notes, targets, counts);
  let open: MarkedNote | undefined;
  let skipping = false;
  for (const line of lines) {
    const indented = /^\s/.test(line.text) || line.text.trim() === '';
    if (!indented) open = undefined;
    const head = noteHead.exec(line.text);
    if (skipping && indented && !head) continue;
    skipping = false;
    if (head) open = define(head, line, built, notes, counts);
    else if (targetHead.test(line.text)) continue;
    else if (directive.test(line.text) && !open) {
      skipping = true;
      continue;
    } else if (rule.test(line.text)) continue;
    skipping ||= !open && /::\s*$/.test(line.text) && !head;
    const from = line.start + (head?.[0].length ?? (open ? (/^\s*/.exec(line.text)?.[0].length ?? 0) : 0));
    scanInline(built, from, line.end, inline);
    if (open && line.text.trim()) open.end = built.length;
    built.put('\n', line.end);
  }
  return notes.settle(sourceOf(path, 'rst', built, { links }));
}

function define(
  head: RegExpExecArray,
  _line: TextLine,
  built: TextBuilder,
  notes: MarkedNotes,
  counts: { defined: number },
): MarkedNote {
  const name = head[1] as string;
  if (name === '#' || name === '*') counts.defined += 1;
  const label = name === '#' || name === '*' ? String(counts.defined) : name.replace(/^#/, '');
  return notes.define(label, `[${name}]`, built.length);
}

const nameOf = (text: string): string => text.replaceAll('`', '').trim().toLowerCase();

function inlineRules(
  built: TextBuilder,
  links: Link[],
  notes: MarkedNotes,
  targets: ReadonlyMap<string, string>,
  counts: { referred: number },
): InlineRule[] {
  const link = (from: number, to: number, url: string): void => {
    const start = built.length;
    built.keep(from, to);
    if (/^https?:/i.test(url)) links.push({ start, end: built.length, url });
  };
  return [
    {
      first: '`',
      pattern: /``([^`\n]{1,2000})``/y,
      act: (match, at) => built.keep(at + 2, at + 2 + (match[1] as string).length),
    },
    {
      first: '`',
      pattern: /`([^`<>\n]{0,400}?)\s{0,3}<([^<>\s]{1,2000})>`_{1,2}/y,
      act: (match, at) => link(at + 1, at + 1 + (match[1] as string).length, match[2] as string),
    },
    {
      first: '`',
      pattern: /`([^`\n]{1,400})`_{0,2}/y,
      act: (match, at) =>
        link(at + 1, at + 1 + (match[1] as string).length, targets.get(nameOf(match[1] as string)) ?? ''),
    },
    {
      first: '[',
      pattern: /\[([#*]?[\w.:-]{0,80})\]_/y,
      act(match, at) {
        const name = match[1] as string;
        if (name === '#' || name === '*') counts.referred += 1;
        const label = name === '#' || name === '*' ? String(counts.referred) : name.replace(/^#/, '');
        const start = built.length;
        built.put(`[${label}]`, at);
        notes.refer(label, match[0], { start, end: built.length });
      },
    },
    { first: '*', pattern: /\*{1,2}(?=\S)/y, act: () => {} },
    { first: '*', pattern: /\*{1,2}(?=[\s.,;:!?)\]]|$)/y, act: () => {} },
    { first: '\\', pattern: /\\(.)/y, act: (match, at) => match[1] !== ' ' && built.keep(at + 1, at + 2) },
  ];
}
