import type { Link, MarkedNote, Source } from '../model/source.ts';
import { type InlineRule, scanInline, textLines } from './inline.ts';
import { MarkedNotes } from './marked-notes.ts';
import { sourceOf, TextBuilder } from './source.ts';

const fence = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,})\s*$/;
const entryHead = /^[*-]\s{1,8}\[{3}([^\],\n]{1,200})(?:,\s{0,4}([^\]\n]{1,200}))?\]{3}\s{0,8}/;

/** AsciiDoc (https://docs.asciidoctor.org/asciidoc/latest/macros/footnote/): footnote macros, bibliography entries. */
export function readAsciidoc(path: string, original: string): Source {
  const built = new TextBuilder(original);
  const links: Link[] = [];
  const notes = new MarkedNotes();
  const waiting: Waiting[] = [];
  const named = new Map<string, string>();
  const inline = inlineRules(built, links, notes, waiting, named);
  let closing: string | undefined;
  let entry: MarkedNote | undefined;
  for (const line of textLines(original)) {
    const fenced = fence.exec(line.text);
    if (closing !== undefined || fenced) {
      if (closing === undefined) closing = fenced?.[0].trim();
      else if (line.text.trim() === closing) closing = undefined;
      continue;
    }
    if (/^\/\/(?!\/)/.test(line.text) || /^:[\w-]{1,60}:/.test(line.text)) continue;
    const head = entryHead.exec(line.text);
    if (head) entry = notes.define(head[1] as string, `[${head[2] ?? head[1]}]`, built.length);
    else if (line.text.trim() === '' || /^[*\-=]/.test(line.text)) entry = undefined;
    const lead = head?.[0].length ?? /^={1,6}\s{1,8}/.exec(line.text)?.[0].length ?? 0;
    scanInline(built, line.start + lead, line.end, inline);
    if (entry) entry.end = built.length;
    built.put('\n', line.end);
  }
  for (const [index, { label, start, end }] of waiting.entries()) {
    built.put(index === 0 ? '\n\n\n\n' : '\n', start);
    const note = notes.define(label, label, built.length);
    scanInline(built, start, end, inline);
    note.end = built.length;
  }
  return notes.settle(sourceOf(path, 'asciidoc', built, { links }));
}

interface Waiting {
  label: string;
  start: number;
  end: number;
}

const footnote =
  /footnote(?:ref)?:([\w-]{0,80})\[((?:\\.|\[[^[\]\n]{0,1000}\]|[^[\]\\\n]|\n(?!\n)){0,4000})\]/y;
const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function inlineRules(
  built: TextBuilder,
  links: Link[],
  notes: MarkedNotes,
  waiting: Waiting[],
  named: Map<string, string>,
): InlineRule[] {
  const refer = (label: string, marker: string, at: number): void => {
    const start = built.length;
    built.put(
      /^\d+$/.test(label) ? label.replace(/\d/g, (digit) => figures.charAt(Number(digit))) : `[${label}]`,
      at,
    );
    notes.refer(label, marker, { start, end: built.length });
  };
  return [
    {
      first: 'f',
      pattern: footnote,
      act(match, at) {
        const id = match[1] as string;
        const text = match[2] as string;
        const known = id ? named.get(id) : undefined;
        const label = known ?? (text ? String(waiting.length + 1) : id);
        if (id && text && !known) named.set(id, label);
        const from = at + match[0].length - 1 - text.length;
        if (text && !known) waiting.push({ label, start: from, end: from + text.length });
        refer(label, match[0].slice(0, 60), at);
      },
    },
    {
      first: '<',
      pattern: /<<([\w-]{1,100})(?:,[^<>\n]{0,200})?>>/y,
      act: (match, at) => refer(match[1] as string, match[0], at),
    },
    {
      first: 'hl',
      pattern: /(?:link:)?(https?:\/\/[^\s[\]<>]{1,2000})\[([^\]\n]{0,400})\]/y,
      act(match, at) {
        const [url, shown] = [
          match[1] as string,
          (match[2] as string).replace(/,\s?\w{1,20}=.{0,100}$|\^$/, ''),
        ];
        const from = shown
          ? at + match[0].length - 1 - (match[2] as string).length
          : at + match[0].indexOf(url);
        const start = built.length;
        built.keep(from, from + (shown || url).length);
        links.push({ start, end: built.length, url });
      },
    },
    {
      first: 'h',
      pattern: /https?:\/\/[^\s[\]<>]{1,2000}/y,
      act: (match, at) => built.keep(at, at + match[0].length),
    },
    { first: '*_`', pattern: /[*_`](?=\S)(?<![\w*_`].)/y, act: () => {} },
    { first: '*_`', pattern: /[*_`](?=[\s.,;:!?)\]]|$)/y, act: () => {} },
  ];
}
