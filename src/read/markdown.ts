import type { Span } from '../model/place.ts';
import type { Link, MarkedNote, Source } from '../model/source.ts';
import { sourceOf, TextBuilder } from './source.ts';

const definition = /^ {0,3}\[\^([^\]\s]{1,80})\]:[ \t]?/;
const linkDefinition =
  /^ {0,3}\[([^\]^][^\]]{0,199})\]:[ \t]{1,9}<?([^\s>]{1,2000})>?(?:[ \t]{1,9}["'(][^\n]{0,400})?[ \t]*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

interface Line extends Span {
  text: string;
}

/**
 * Markdown by one pass over its lines: GFM notes with their continuation, reference-style and inline links, autolinks.
 * Emphasis, code ticks, backslash escapes and link targets are taken out of the text; code blocks are left as they are.
 */
export function readMarkdown(path: string, original: string): Source {
  const lines = linesOf(original);
  const targets = linkTargets(lines);
  const built = new TextBuilder(original);
  const links: Link[] = [];
  const notes = new Map<string, MarkedNote>();
  const references: { label: string; span: Span }[] = [];
  let note: MarkedNote | undefined;
  let closing: string | undefined;
  /** Inside a comment that runs over lines. One that never closes is none. */
  let commented = false;
  const lastClose = original.lastIndexOf('-->');
  const inlineNotes: Span[] = [];
  let index = skipFrontMatter(lines);
  for (; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    if (commented) {
      commented = !line.text.includes('-->');
      continue;
    }
    const ticks = fence.exec(line.text);
    if (closing || ticks) {
      if (!closing) closing = (ticks?.[1] ?? '').charAt(0).repeat(3);
      else if (line.text.trimStart().startsWith(closing)) closing = undefined;
      note = undefined;
      built.put('\n', line.end);
      continue;
    }
    const begins = definition.exec(line.text);
    let from = line.start;
    if (begins) {
      note = {
        label: begins[1] as string,
        marker: `[^${begins[1]}]`,
        start: built.length,
        end: built.length,
        references: [],
      };
      if (!notes.has(note.label)) notes.set(note.label, note);
      from += begins[0].length;
    } else if (linkDefinition.test(line.text)) {
      continue;
    } else if (note && line.text.trim() && !/^(?: {2,}|\t)/.test(line.text) && isBlank(lines[index - 1]))
      note = undefined;
    if (note && !begins) from += /^[ \t]{0,4}/.exec(line.text)?.[0].length ?? 0;
    inline(original, from, line.end, built, links, references, targets, inlineNotes);
    const opens = line.text.lastIndexOf('<!--');
    commented = opens > line.text.lastIndexOf('-->') && line.start + opens < lastClose;
    if (note && line.text.trim()) note.end = built.length;
    built.put('\n', line.end);
  }
  for (const [at, span] of inlineNotes.entries()) {
    built.put(at === 0 ? '\n\n\n\n' : '\n', span.start);
    const label = inlineLabel(at);
    const start = built.length;
    inline(original, span.start, span.end, built, links, references, targets, inlineNotes);
    notes.set(label, { label, marker: label, start, end: built.length, references: [] });
  }
  for (const { label, span } of references) notes.get(label)?.references.push(span);
  const orphans = references.filter(({ label }) => !notes.has(label));
  const source = sourceOf(path, 'markdown', built, { notes: [...notes.values()], links });
  source.findings = orphans.map(({ label, span }) => ({
    rule: 'marker-without-note',
    severity: 'error',
    message: `The marker [^${label}] has no note.`,
    place: source.place(span.start, span.end),
    data: { label },
  }));
  return source;
}

/** Notes written where they are referred to are numbered apart from those with labels. */
const inlineLabel = (at: number): string => `^${at + 1}`;

const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === '';

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const at = text.indexOf('\n', start);
    const end = at === -1 ? text.length : at;
    lines.push({
      start,
      end: end > start && text[end - 1] === '\r' ? end - 1 : end,
      text: text.slice(start, end).replace(/\r$/, ''),
    });
    if (at === -1) break;
    start = at + 1;
  }
  return lines;
}

function skipFrontMatter(lines: readonly Line[]): number {
  if (lines[0]?.text.trim() !== '---') return 0;
  const close = lines.findIndex(
    (line, index) => index > 0 && index < 400 && /^(?:---|\.\.\.)\s*$/.test(line.text),
  );
  return close === -1 ? 0 : close + 1;
}

function linkTargets(lines: readonly Line[]): Map<string, string> {
  const targets = new Map<string, string>();
  for (const { text } of lines) {
    const match = linkDefinition.exec(text);
    if (match) targets.set((match[1] as string).toLowerCase(), match[2] as string);
  }
  return targets;
}

/** What can stand in a line, tried in this order at each sign that could begin one. */
const note = /\[\^([^\]\s]{1,80})\]/y;
const inlineNote = /\^\[((?:\\.|\[[^[\]\n]{0,400}\]|[^[\]\\\n]){1,4000})\]/y;
const comment = /<!--(?:[^\n]{0,20000}?-->|[^\n]{0,20000})/y;
const codeSpan = /(`{1,3})(?!`)([^`\n]{1,2000}|[^\n]{1,400}?[^`\n])\1(?!`)/y;
const autolink = /<(https?:\/\/[^\s<>]{1,2000}|mailto:[^\s<>]{1,200})>/y;
const inlineLink =
  /!?\[((?:[^[\]\\\n]|\\.|\[[^[\]\n]{0,200}\]){0,400})\]\(\s{0,4}<?([^\s()<>]{0,2000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,400})?)>?(?:\s{1,4}(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'))?\s{0,4}\)/y;
const referenceLink = /\[([^[\]\n]{1,400})\]\[([^[\]\n]{0,200})\]/y;
const tag = /<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>\n]{0,400})?\/?>/iy;
const escaping = /\\([!-/:-@[-`{-~])/y;
const emphasis = /\*{1,3}|_{1,3}|`{1,3}|~~/y;

function inline(
  original: string,
  from: number,
  to: number,
  built: TextBuilder,
  links: Link[],
  references: { label: string; span: Span }[],
  targets: ReadonlyMap<string, string>,
  inlineNotes: Span[],
): void {
  let kept = from;
  let at = from;
  const flush = (): void => {
    built.keep(kept, at);
  };
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(original);
    return found && at + found[0].length <= to ? found : undefined;
  };
  const linked = (text: string, textAt: number, url: string, length: number): void => {
    flush();
    const start = built.length;
    if (text) inline(original, textAt, textAt + text.length, built, links, references, targets, inlineNotes);
    if (built.length === start) built.put(url, at);
    links.push({ start, end: built.length, url });
    at += length;
    kept = at;
  };
  while (at < to) {
    const sign = original.charAt(at);
    if (/https?:\/\//y.test(original.slice(at, at + 8)) && (sign === 'h' || sign === 'H')) {
      // A bare URL keeps its underscores and stars.
      const end = /[^\s<>"`]{1,2000}/y;
      end.lastIndex = at;
      at = Math.min(to, at + (end.exec(original)?.[0].length ?? 1));
      continue;
    }
    if (!'[!<\\*_`~^'.includes(sign)) {
      at += 1;
      continue;
    }
    const code = sign === '`' && original.charAt(at - 1) !== '`' ? match(codeSpan) : undefined;
    if (code) {
      flush();
      const ticks = (code[1] as string).length;
      built.keep(at + ticks, at + code[0].length - ticks);
      at += code[0].length;
      kept = at;
      continue;
    }
    const remark = sign === '<' ? match(comment) : undefined;
    const here = sign === '^' ? match(inlineNote) : undefined;
    if (remark || here) {
      flush();
      if (here) {
        const start = built.length;
        const label = inlineLabel(inlineNotes.length);
        inlineNotes.push({ start: at + 2, end: at + here[0].length - 1 });
        built.put(`[${label}]`, at);
        references.push({ label, span: { start, end: built.length } });
      }
      at += (remark ?? (here as RegExpExecArray))[0].length;
      kept = at;
      continue;
    }
    const marker = sign === '[' ? match(note) : undefined;
    if (marker) {
      flush();
      const start = built.length;
      built.keep(at, at + marker[0].length);
      references.push({ label: marker[1] as string, span: { start, end: built.length } });
      at += marker[0].length;
      kept = at;
      continue;
    }
    const auto = sign === '<' ? match(autolink) : undefined;
    if (auto) {
      linked(auto[1] as string, at + 1, auto[1] as string, auto[0].length);
      continue;
    }
    const link = sign === '[' || sign === '!' ? match(inlineLink) : undefined;
    if (link) {
      linked(link[1] as string, at + link[0].indexOf('[') + 1, link[2] as string, link[0].length);
      continue;
    }
    const reference = sign === '[' ? match(referenceLink) : undefined;
    const target = reference && targets.get(((reference[2] || reference[1]) as string).toLowerCase());
    if (reference && target) {
      linked(reference[1] as string, at + 1, target, reference[0].length);
      continue;
    }
    const escaped = sign === '\\' ? match(escaping) : undefined;
    if (escaped) {
      flush();
      built.keep(at + 1, at + 2);
      at += 2;
      kept = at;
      continue;
    }
    const out =
      (sign === '<' ? match(tag) : undefined) ?? (isEmphasis(original, at) ? match(emphasis) : undefined);
    if (out) {
      flush();
      at += out[0].length;
      kept = at;
      continue;
    }
    at += 1;
  }
  flush();
}

/** `_` inside a word is a letter, not emphasis; a lone star between spaces is a star. */
function isEmphasis(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (text.charAt(at) === '_') return !(/[\w]/.test(before) && /[\w]/.test(after));
  if (text.charAt(at) === '~') return after === '~' || before === '~';
  return !(/\s|^$/.test(before) && /\s|^$/.test(after));
}
