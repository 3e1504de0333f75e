import { Parser } from 'htmlparser2';
import type { Link, Source } from '../../model/source.ts';
import { sourceOf, TextBuilder } from '../source.ts';
import { type Anchor, type Element, pairNotes } from './pair-notes.ts';

const blocks = new Set(
  'p div section article aside header footer main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr blockquote pre figure figcaption br hr address details summary'.split(
    ' ',
  ),
);
/** What is not read: code, drawings, forms, and the page's own ways about. */
const silent = new Set(
  'script style template title noscript svg math head iframe object select button textarea nav rt rp'.split(
    ' ',
  ),
);
/** Deeper nesting than any article has is no longer followed. */
const maxDepth = 512;
/** Blocks a note can be. */
const holders = new Set(['li', 'p', 'div', 'dd', 'aside', 'td', 'section']);

const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * HTML by one linear pass. Notes are found by what links to them: an anchor in the body whose target is an element
 * further on that links back or bears a note's id or role. Link targets are kept as `links`; links back are taken out.
 */
export function readHtml(path: string, original: string): Source {
  return new HtmlReader(original).read(path);
}

class HtmlReader {
  #built: TextBuilder;
  #links: Link[] = [];
  #anchors: Anchor[] = [];
  #elements: Element[] = [];
  #stack: Element[] = [];
  #counters: number[] = [];
  #muted = 0;
  #raised = 0;
  #language: string | undefined;
  #parser: Parser;

  constructor(original: string) {
    this.#built = new TextBuilder(original);
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        ontext: (data) => this.#text(data),
        onclosetag: (name) => this.#close(name),
      },
      { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    );
  }

  read(path: string): Source {
    this.#parser.write(this.#built.original);
    this.#parser.end();
    const source = sourceOf(path, 'html', this.#built, {
      links: this.#links,
      ...(this.#language ? { language: this.#language } : {}),
    });
    source.notes = pairNotes(source.text, this.#anchors, this.#elements);
    return source;
  }

  #open(name: string, attributes: Record<string, string>): void {
    this.#prune();
    if (name === 'html' && attributes.lang) this.#language = attributes.lang;
    if (silent.has(name)) this.#muted += 1;
    if (name === 'sup') this.#raised += 1;
    if (this.#muted === 0) {
      if (blocks.has(name)) this.#break();
      else if (name === 'td' || name === 'th') this.#built.put(' ', this.#parser.startIndex);
    }
    if (name === 'ol' || name === 'ul')
      this.#counters.push(Number.parseInt(attributes.start ?? '1', 10) || 1);
    const index =
      name === 'li' ? Number.parseInt(attributes.value ?? '', 10) || (this.#counters.at(-1) ?? 1) : 0;
    if (name === 'li' && this.#counters.length > 0) this.#counters[this.#counters.length - 1] = index + 1;
    const parent = this.#stack.at(-1);
    if (this.#stack.length >= maxDepth) return;
    const element: Element = {
      name,
      id: attributes.id ?? attributes.name ?? '',
      role: `${attributes.role ?? ''} ${attributes['epub:type'] ?? ''}`.trim(),
      classes: attributes.class ?? '',
      href: attributes.href,
      start: this.#built.length,
      end: this.#built.length,
      index,
      parent,
      holder: holders.has(name) ? undefined : parent && holders.has(parent.name) ? parent : parent?.holder,
    };
    this.#stack.push(element);
    if (element.id || /doc-|footnote|endnote|biblio/.test(element.role) || /csl-entry/.test(element.classes))
      this.#elements.push(element);
  }

  #text(data: string): void {
    if (this.#muted > 0) return;
    const [start, end] = [this.#parser.startIndex, this.#parser.endIndex + 1];
    const { original } = this.#built;
    if (this.#raised > 0 && /^\d{1,4}$/.test(data))
      this.#built.put(
        data.replace(/\d/g, (digit) => figures.charAt(Number(digit))),
        start,
      );
    else if (end - start === data.length && original.startsWith(data, start)) this.#keepFolded(start, end);
    else this.#built.put(data.replace(/[\s\u00a0]+/g, ' '), start);
  }

  #close(name: string): void {
    if (silent.has(name)) this.#muted = Math.max(0, this.#muted - 1);
    if (name === 'sup') this.#raised = Math.max(0, this.#raised - 1);
    if (name === 'ol' || name === 'ul') this.#counters.pop();
    const element = this.#stack.at(-1)?.name === name ? this.#stack.pop() : undefined;
    if (!element) return;
    element.end = this.#built.length;
    if (name === 'a' && element.href !== undefined) this.#anchor(element, element.href);
    if (blocks.has(name) && name !== 'br' && this.#muted === 0) this.#break();
  }

  #anchor(element: Element, href: string): void {
    const span = { start: element.start, end: element.end };
    const fragment = /^[^#\s]{0,300}#(.{1,300})$/.exec(href);
    if (fragment && !/^https?:/i.test(href))
      this.#anchors.push({ target: decode(fragment[1] as string), span, element });
    else if (/^(?:https?:)?\/\//i.test(href))
      this.#links.push({ ...span, url: href.startsWith('//') ? `https:${href}` : href });
  }

  #break(): void {
    if (this.#built.length > 0) this.#built.put('\n', this.#parser.startIndex);
  }

  /** The parser looks for a tag among all that are open, from the last: those nobody follows any more are let go. */
  #prune(): void {
    const { stack } = this.#parser as unknown as { stack: string[] };
    if (stack.length > maxDepth) stack.length = maxDepth;
  }

  /** Keeps a stretch as it stands but its line breaks and tabs, which are spaces. */
  #keepFolded(start: number, end: number): void {
    let from = start;
    for (let at = start; at < end; at += 1) {
      const sign = this.#built.original.charCodeAt(at);
      if (sign !== 10 && sign !== 13 && sign !== 9) continue;
      this.#built.keep(from, at);
      this.#built.put(' ', at);
      from = at + 1;
    }
    this.#built.keep(from, end);
  }
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
