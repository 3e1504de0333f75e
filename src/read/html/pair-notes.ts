import type { Span } from '../../model/place.ts';
import type { MarkedNote } from '../../model/source.ts';
import { trimmed } from '../source.ts';

export interface Element extends Span {
  name: string;
  id: string;
  role: string;
  classes: string;
  href: string | undefined;
  /** Position in a list, for `li`. */
  index: number;
  parent: Element | undefined;
  /** The nearest block around it. */
  holder: Element | undefined;
}
/** A link within the page. */
export interface Anchor {
  target: string;
  span: Span;
  element: Element;
}

/** Ids that generators give their notes. */
const noteId =
  /^(?:user-content-)?(?:fn|footnote|endnote|note|cite_note|cite-note|ftn|edn|_ftn|_edn|sdfootnote|sdendnote|bib|ref|cite|easy-footnote-bottom|footnote_plugin_tooltip|mfn-content|wp-block-footnote|noteref|en)[-_:.]?[\w.:-]{0,80}$/i;
const noteRole = /doc-(?:footnote|endnote|biblioentry)|(?:^|\s)(?:footnote|endnote|rearnote|biblioentry)/;
const refRole = /doc-(?:noteref|biblioref)|noteref|biblioref/;

/**
 * Notes by what points at what. A link further down counts as a reference where its target bears a note's id or role,
 * or links back to it: the one thing all generators' notes have in common.
 */
export function pairNotes(
  text: string,
  anchors: readonly Anchor[],
  elements: readonly Element[],
): MarkedNote[] {
  const byId = new Map<string, Element>();
  for (const element of elements) if (element.id && !byId.has(element.id)) byId.set(element.id, element);
  const backwards = anchors.filter(({ target, span }) => (byId.get(target)?.start ?? Infinity) < span.start);
  const inside = within(backwards);
  const notes = new Map<Element, MarkedNote>();
  for (const anchor of anchors) {
    const target = byId.get(anchor.target);
    if (!target || target.start < anchor.span.end) continue;
    const body = bodyOf(target);
    const known = notes.get(body);
    if (known) {
      known.references.push(anchor.span);
      continue;
    }
    const printed = text.slice(anchor.span.start, anchor.span.end).trim();
    const links = inside(body);
    if (!isReference(anchor, target, body, printed, links, byId)) continue;
    const label = labelOf(printed, body, notes.size + 1);
    const span = trimNote(text, body, label, links);
    if (span.end > span.start)
      notes.set(body, { label, marker: printed, ...span, references: [anchor.span] });
  }
  for (const element of elements) {
    const own =
      /doc-biblioentry|doc-footnote|doc-endnote(?!s)/.test(element.role) ||
      /\bcsl-entry\b/.test(element.classes);
    if (!own || notes.has(element)) continue;
    const label = String(element.index || notes.size + 1);
    const span = trimNote(text, element, label, inside(element));
    if (span.end > span.start) notes.set(element, { label, marker: '', ...span, references: [] });
  }
  return [...notes.values()].sort((a, b) => a.start - b.start);
}

function isReference(
  anchor: Anchor,
  target: Element,
  body: Element,
  printed: string,
  links: readonly Anchor[],
  byId: ReadonlyMap<string, Element>,
): boolean {
  const marked = noteRole.test(body.role) || noteRole.test(target.role) || /\bcsl-entry\b/.test(body.classes);
  if (marked && (refRole.test(anchor.element.role) || printed.length <= 24)) return true;
  if (printed.length > 24) return false;
  if (noteId.test(target.id) || noteId.test(body.id)) return true;
  // It links back: to the reference itself or to what is close around it.
  return links.some((link) => {
    const home = byId.get(link.target);
    return (
      home !== undefined &&
      home.start <= anchor.span.end &&
      home.end >= anchor.span.start &&
      home.end - home.start < 60
    );
  });
}

/** A bare `<a id="fn1">` stands for the block around it; a block in an element with a note's id is part of that. */
function bodyOf(target: Element): Element {
  const block = target.end - target.start > 12 && target.name !== 'a' ? target : (target.holder ?? target);
  const around = block.parent;
  return around && block.name === 'p' && around.id && noteId.test(around.id) ? around : block;
}

/** The anchors within an element, found by halves. */
function within(anchors: readonly Anchor[]): (element: Element) => Anchor[] {
  const sorted = [...anchors].sort((a, b) => a.span.start - b.span.start);
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Anchor).span.start < start) low = middle + 1;
      else high = middle;
    }
    const found: Anchor[] = [];
    for (let at = low; at < sorted.length && found.length < 200; at += 1) {
      const anchor = sorted[at] as Anchor;
      if (anchor.span.start > end) break;
      found.push(anchor);
    }
    return found;
  };
}

function labelOf(printed: string, body: Element, position: number): string {
  const bare = printed
    .normalize('NFKC')
    .replace(/^[[(〔【]\s{0,3}|\s{0,3}[\])〕】]$/gu, '')
    .trim();
  return bare.length > 0 && bare.length <= 24 ? bare : String(body.index || position);
}

/** Without the links back at both ends and the printed number in front. */
function trimNote(text: string, body: Span, label: string, links: readonly Anchor[]): Span {
  let { start, end } = trimmed(text, { start: body.start, end: body.end });
  for (const { span } of [...links].reverse()) {
    if (/[\p{L}\p{N}]/u.test(text.slice(Math.min(span.end, end), end)) || span.start < start) break;
    if (span.start > start) end = Math.min(end, span.start);
  }
  for (const { span } of links) {
    if (span.start > start + 40 || span.end > end || /[\p{L}\p{N}]{3}/u.test(text.slice(start, span.start)))
      break;
    start = Math.max(start, span.end);
  }
  start += numberLength(text.slice(start, Math.min(end, start + 80)), label);
  const tail = /(?:[\s↩⏎↑⇧⤴←^]|\ufe0e|\ufe0f){1,12}$/u.exec(text.slice(Math.max(start, end - 12), end));
  end -= tail?.[0].length ?? 0;
  return trimmed(text, { start, end: Math.max(start, end) });
}

const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const opening = /^[\s[(（〔［【^↑,]{0,6}/u;
const closing = /^\s?[\])）〕］】.:、]?(?![\p{L}\p{N}-])\s{0,20}/u;

/** Characters of a note's head that are its own printed number and the signs around it. */
function numberLength(head: string, label: string): number {
  const before = opening.exec(head)?.[0].length ?? 0;
  const raised = label.replace(/\d/g, (digit) => figures.charAt(Number(digit)));
  const printed = [label, raised].find((form) => head.startsWith(form, before));
  const after = printed === undefined ? null : closing.exec(head.slice(before + printed.length));
  if (printed !== undefined && after) return before + printed.length + after[0].length;
  return /^(?:[\s^↑]|\](?=[\s.:]))*/u.exec(head)?.[0].length ?? 0;
}
