import { Parser } from 'htmlparser2';
import type { Span } from '../model/place.ts';
import type { Link, MarkedNote, Source } from '../model/source.ts';
import { sourceOf, TextBuilder } from './source.ts';

const blocks = new Set(
  'p div section article aside header footer main nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th blockquote pre figure figcaption br hr address details summary'.split(
    ' ',
  ),
);
const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'iframe',
  'object',
  'select',
  'button',
]);
/** Deeper nesting than any article has is no longer followed. */
const maxDepth = 512;

/** Where a generator puts its notes: ids and roles of the note itself, and of the link back to the body. */
const noteId =
  /^(?:user-content-)?(?:fn|footnote|endnote|note|cite_note|ftn|edn|_ftn|_edn|sdfootnote|bib|ref|cite|easy-footnote-bottom|footnote_plugin_tooltip|mfn-content|wp-block-footnote)[-_:.]?[\w.:-]{0,80}$/i;
const backlink = /^(?:↩|⏎|\^|↑|⇧|⤴|←|back|return|返回|戻る|\[?back to text\]?)(?:\s|\ufe0e|\ufe0f){0,3}$/iu;

interface Open {
  name: string;
  id: string;
  role: string;
  classes: string;
  start: number;
  href: string | undefined;
  /** Position in a list, for `li`. */
  index: number;
}

/**
 * HTML by one linear pass. Notes are found by what links to them: an anchor in the body whose target is an element
 * further on that links back or bears a note's id or role. Link targets are kept as `links`; links back are taken out.
 */
export function readHtml(path: string, original: string): Source {
  const built = new TextBuilder(original);
  const links: Link[] = [];
  const anchors: { target: string; span: Span; open: string }[] = [];
  const elements: { open: Open; end: number }[] = [];
  const stack: Open[] = [];
  const counters: number[] = [];
  let muted = 0;
  let language: string | undefined;

  const breakLine = (at: number): void => {
    if (built.length > 0) built.put('\n', at);
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'html' && attributes.lang) language = attributes.lang;
        if (silent.has(name)) muted += 1;
        if (blocks.has(name) && muted === 0) breakLine(parser.startIndex);
        if (name === 'ol' || name === 'ul') counters.push(Number.parseInt(attributes.start ?? '1', 10) || 1);
        const index = name === 'li' ? (counters.at(-1) ?? 1) : 0;
        if (name === 'li' && counters.length > 0) counters[counters.length - 1] = index + 1;
        if (stack.length < maxDepth)
          stack.push({
            name,
            id: attributes.id ?? attributes.name ?? '',
            role: `${attributes.role ?? ''} ${attributes['epub:type'] ?? ''}`,
            classes: attributes.class ?? '',
            start: built.length,
            href: attributes.href,
            index,
          });
      },
      ontext(data) {
        if (muted > 0) return;
        const [start, end] = [parser.startIndex, parser.endIndex + 1];
        if (original.slice(start, end) === data) keepFolded(built, start, end);
        else built.put(data.replace(/[\s\u00a0]+/g, ' '), start);
      },
      onclosetag(name) {
        if (silent.has(name)) muted = Math.max(0, muted - 1);
        if (name === 'ol' || name === 'ul') counters.pop();
        const open = stack.at(-1)?.name === name ? (stack.pop() as Open) : undefined;
        if (!open) return;
        const end = built.length;
        if (name === 'a' && open.href !== undefined) {
          const span = { start: open.start, end };
          if (open.href.startsWith('#'))
            anchors.push({ target: decode(open.href.slice(1)), span, open: open.id });
          else if (/^https?:/i.test(open.href)) links.push({ ...span, url: open.href });
        }
        if (open.id || /doc-(?:footnote|endnote)|footnote|endnote/.test(open.role))
          elements.push({ open, end });
        if (blocks.has(name) && muted === 0) breakLine(parser.startIndex);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(original);
  parser.end();
  const source = sourceOf(path, 'html', built, { links, ...(language ? { language } : {}) });
  source.notes = pairNotes(source.text, anchors, elements);
  return source;
}

/** Keeps a stretch with every run of white space as it stands but its line breaks turned into spaces. */
function keepFolded(built: TextBuilder, start: number, end: number): void {
  let from = start;
  for (let at = start; at < end; at += 1) {
    const sign = built.original.charAt(at);
    if (sign !== '\n' && sign !== '\r' && sign !== '\t') continue;
    built.keep(from, at);
    built.put(' ', at);
    from = at + 1;
  }
  built.keep(from, end);
}

function pairNotes(
  text: string,
  anchors: { target: string; span: Span; open: string }[],
  elements: { open: Open; end: number }[],
): MarkedNote[] {
  const byId = new Map<string, { open: Open; end: number }>();
  for (const element of elements) {
    const holder = widen(element, elements);
    if (!byId.has(element.open.id)) byId.set(element.open.id, holder);
  }
  const notes = new Map<string, MarkedNote>();
  for (const { target, span } of anchors) {
    const element = byId.get(target);
    if (!element || element.open.start < span.start) continue;
    const printed = text.slice(span.start, span.end).trim();
    const isNote = noteId.test(target) || /doc-(?:footnote|endnote)|footnote|endnote/.test(element.open.role);
    if (!isNote || printed.length > 24) continue;
    const known = notes.get(target);
    if (known) known.references.push(span);
    else {
      const label =
        printed.replace(/^[[(（〔［]|[\])）〕］]$/gu, '').trim() ||
        String(element.open.index || notes.size + 1);
      const inner = trimNote(text, element.open.start, element.end, label);
      if (inner.end > inner.start)
        notes.set(target, { label, marker: printed, ...inner, references: [span] });
    }
  }
  return [...notes.values()];
}

/** A bare `<a id="fn1">` stands for the block around it; the element's own end is its note's end otherwise. */
function widen(
  element: { open: Open; end: number },
  elements: { open: Open; end: number }[],
): { open: Open; end: number } {
  if (element.end - element.open.start > 12 || element.open.name === 'li') return element;
  const around = elements.find(
    ({ open, end }) =>
      open.start <= element.open.start && end > element.end && ['li', 'p', 'div', 'dd'].includes(open.name),
  );
  return around ?? element;
}

/** Without the printed number in front and the link back at the end. */
function trimNote(text: string, from: number, to: number, label: string): Span {
  let [start, end] = [from, to];
  const inner = () => text.slice(start, end);
  start += /^\s*/.exec(inner())?.[0].length ?? 0;
  end -= /\s*$/.exec(inner())?.[0].length ?? 0;
  const number = new RegExp(
    `^[[(（〔［^↑]{0,2}\\s?${label.replace(/[^\w\p{L}]/gu, '\\$&')}\\s?[\\])）〕］.:、]?\\s*`,
    'u',
  ).exec(inner());
  if (number) start += number[0].length;
  for (;;) {
    const tail = /\s*(\S{1,14})$/.exec(inner().slice(-20));
    if (!tail || !backlink.test(tail[1] as string)) break;
    end -= tail[0].length;
  }
  start += /^(?:\s|\^|↑)*/.exec(inner())?.[0].length ?? 0;
  return { start, end: Math.max(start, end) };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
