import type { Span } from '../../model/place.ts';
import type { Link, MarkedNote, ReadyEntry, Source } from '../../model/source.ts';
import { itemLine } from '../item-line.ts';
import { sourceOf, TextBuilder, trimmed } from '../source.ts';
import { citeItem } from './cite.ts';
import { type Parameter, plainWiki, readTemplate, templatePairs } from './plain.ts';
import { noteTemplates, shortCites, shown, typeOfTemplate } from './templates.ts';

/** Wikitext: `<ref>`s by name and group, citation templates as ready citations, links. Templates are never expanded. */
export function readWikitext(path: string, original: string): Source {
  return new WikiReader(original).read(path);
}

interface Wiki {
  group: string;
  name: string;
  /** Where its text stands; a name that is never given one stays without. */
  body: Span | undefined;
  references: Span[];
}

const refOpen = /<ref((?:\s[^<>]{0,600}?)?)(\/?)>/iy;
const skipped = /<(nowiki|pre|syntaxhighlight|source|math|timeline|gallery|score)(?:\s[^<>]{0,300})?>/iy;
const tag = /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>\n]{0,400})?\/?>/iy;
const heading = /(={1,6})[ \t]{0,9}([^\n=][^\n]{0,300}?)[ \t]{0,9}\1[ \t]{0,9}(?=\n|$)/y;
const external = /\[((?:https?:|ftp:)?\/\/[^\s[\]<>"]{1,2000})(?:[ \t]{1,9}([^\]\n]{1,1000}))?\]/y;
const bare = /https?:\/\/[^\s[\]<>"{}|]{1,2000}/iy;
const entity = /&(?:nbsp|amp|quot|lt|gt|ndash|mdash|#\d{1,6}|#x[\da-f]{1,5});/iy;
const unseen =
  /^\s{0,9}:?\s{0,9}(?:file|image|category|datei|bild|kategorie|fichier|catégorie|ファイル|画像|カテゴリ|文件|分类|檔案|分類|파일|분류)\s{0,9}:/iu;

class WikiReader {
  #built: TextBuilder;
  #text: string;
  #pairs: Int32Array;
  #closers: (from: number) => number;
  #links: Link[] = [];
  #entries: ReadyEntry[] = [];
  #refs = new Map<string, Wiki>();
  #inOrder: Wiki[] = [];
  /** Where reading must go on elsewhere: behind a template's shown parameter. */
  #jumps = new Map<number, number>();
  #inNote = false;

  constructor(original: string) {
    this.#built = new TextBuilder(original);
    this.#text = original;
    this.#pairs = templatePairs(original);
    this.#closers = finder(original, /<\/ref\s{0,9}>/gi);
  }

  read(path: string): Source {
    this.#scan(0, this.#text.length);
    const notes = this.#layNotes();
    const source = sourceOf(path, 'wikitext', this.#built, { links: this.#links, entries: this.#entries });
    source.notes = notes.map((note) => trimmed(source.text, note)).filter(({ start, end }) => end > start);
    source.findings = this.#inOrder
      .filter(({ body, references }) => !body && references.length > 0)
      .map(({ name, references: [span] }) => ({
        rule: 'marker-without-note',
        severity: 'error',
        message: `The reference named ${name.slice(0, 100)} is given no text.`,
        place: source.place(span?.start ?? 0, span?.end),
        data: { label: name.slice(0, 100) },
      }));
    return source;
  }

  /** One pass; `muted` stretches give no text, but their references count. */
  #scan(from: number, to: number): void {
    let at = from;
    let kept = from;
    let mutedTo = from;
    while (at < to) {
      const jump = this.#jumps.get(at);
      const next = jump ?? this.#step(at, to, at < mutedTo);
      if (next === undefined) {
        at += 1;
        continue;
      }
      if (kept < at && at > mutedTo) this.#built.keep(Math.max(kept, mutedTo), at);
      if (typeof next === 'number') at = Math.max(at + 1, next);
      else {
        if (next.act) next.act();
        if (next.mute) mutedTo = Math.max(mutedTo, next.mute);
        at = Math.max(at + 1, next.end);
      }
      kept = at;
    }
    if (Math.max(kept, mutedTo) < to) this.#built.keep(Math.max(kept, mutedTo), to);
  }

  #absent = new Set<string>();
  /** Asked for again and again, a text that is nowhere ahead is looked for once. */
  #indexOf(wanted: string, from: number): number {
    if (this.#absent.has(wanted)) return -1;
    const found = this.#text.indexOf(wanted, from);
    if (found === -1) this.#absent.add(wanted);
    return found;
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#text);
  }

  #step(at: number, to: number, muted: boolean): Step | undefined {
    switch (this.#text.charAt(at)) {
      case '<':
        return this.#angle(at, to);
      case '{':
        return this.#brace(at, muted);
      case '}':
        return this.#text.startsWith('}}', at) || this.#text.startsWith('|}', at - 1)
          ? { end: at + 2 }
          : undefined;
      case '[':
        return muted ? undefined : this.#bracket(at);
      case "'":
        return this.#text.startsWith("''", at)
          ? { end: at + (/^'{2,5}/.exec(this.#text.slice(at, at + 5))?.[0].length ?? 2) }
          : undefined;
      case '&': {
        const match = muted ? null : this.#match(entity, at);
        return match
          ? { end: at + match[0].length, act: () => this.#built.put(decodeEntity(match[0]), at) }
          : undefined;
      }
      case '=':
        return at === 0 || this.#text.charAt(at - 1) === '\n' ? this.#heading(at) : undefined;
      case 'h':
        return muted ? undefined : this.#bare(at);
      default:
        return undefined;
    }
  }

  #angle(at: number, to: number): Step | undefined {
    if (this.#text.startsWith('<!--', at)) {
      const end = this.#text.indexOf('-->', at + 4);
      return { end: end === -1 ? to : end + 3 };
    }
    const ref = this.#match(refOpen, at);
    if (ref) return this.#ref(at, ref);
    const quiet = this.#match(skipped, at);
    if (quiet) {
      const close = this.#indexOf(`</${quiet[1]}`, at);
      const end = close === -1 ? -1 : this.#text.indexOf('>', close);
      return { end: end === -1 ? at + quiet[0].length : end + 1 };
    }
    const other = this.#match(tag, at);
    if (!other) return undefined;
    if (/^<references\b[^/]{0,200}>$/i.test(other[0])) {
      const end = this.#indexOf('</references', at);
      if (end !== -1) this.#listedUntil = Math.max(this.#listedUntil, end);
    }
    const breaks = /^<(?:br|\/p|\/li)\b/i.test(other[0]);
    return { end: at + other[0].length, ...(breaks ? { act: () => this.#built.put('\n', at) } : {}) };
  }

  #ref(at: number, match: RegExpExecArray): Step {
    const attributes = match[1] ?? '';
    const [name, group] = [attributeOf(attributes, 'name'), attributeOf(attributes, 'group')];
    const inside = at + match[0].length;
    if (match[2]) return { end: inside, act: () => this.#refer(name, group, undefined, at) };
    const close = this.#closers(inside);
    if (close === -1) return { end: inside };
    const end = this.#text.indexOf('>', close) + 1;
    const body = this.#text.slice(inside, close).trim() ? { start: inside, end: close } : undefined;
    return { end, act: () => this.#refer(name, group, body, at) };
  }

  /** A reference in the text; one inside `<references>` or `refs=` gives a text and refers to nothing. */
  #refer(name: string, group: string, body: Span | undefined, at: number): void {
    const key = name ? `${group}\n${name}` : `${group}\n\n${this.#inOrder.length}`;
    let wiki = this.#refs.get(key);
    if (!wiki) {
      wiki = { group, name, body, references: [] };
      this.#refs.set(key, wiki);
      this.#inOrder.push(wiki);
    }
    wiki.body ??= body;
    if (this.#isListed(at)) return;
    const label = this.#labelOf(wiki);
    const start = this.#built.length;
    this.#built.put(raised(label), at);
    wiki.references.push({ start, end: this.#built.length });
  }

  #listedUntil = -1;
  #isListed(at: number): boolean {
    return at < this.#listedUntil;
  }

  #counts = new Map<string, number>();
  #labels = new Map<Wiki, string>();
  /** Numbered by group in the order of first reference, as the page shows them. */
  #labelOf(wiki: Wiki): string {
    const known = this.#labels.get(wiki);
    if (known) return known;
    const number = (this.#counts.get(wiki.group) ?? 0) + 1;
    this.#counts.set(wiki.group, number);
    const label = wiki.group ? `${wiki.group} ${number}` : String(number);
    this.#labels.set(wiki, label);
    return label;
  }

  #brace(at: number, muted: boolean): Step | undefined {
    if (this.#text.startsWith('{|', at)) return { end: this.#lineEnd(at) };
    const close = this.#text.startsWith('{{', at) ? (this.#pairs[at] as number) : -1;
    if (close < 0) return undefined;
    const bar = this.#text.slice(at + 2, Math.min(close, at + 120)).split('|', 1)[0] ?? '';
    const name = bar.trim().replaceAll('_', ' ').toLowerCase();
    const end = close + 2;
    const inside = () => readTemplate(this.#text.slice(at + 2, close)).parameters;
    const type = typeOfTemplate(name);
    if (type && !muted) return { end, act: () => this.#cite(type, inside(), at) };
    if (shortCites.has(name)) return { end, act: () => this.#short(inside(), at, !name.startsWith('sfn')) };
    if (noteTemplates.has(name)) return this.#noteTemplate(at, end, inside());
    if (name === 'r') return { end, act: () => this.#named(inside(), at) };
    if (/^(?:reflist|references|notelist|참고문헌|각주 목록|脚注リスト)/.test(name)) {
      this.#listedUntil = Math.max(this.#listedUntil, end);
      return { end: at + 2, mute: end };
    }
    if (Object.hasOwn(shown, name) && !muted) {
      const value = inside().find((parameter) => parameter.name === String(shown[name]));
      if (value) {
        const from = at + 2 + value.at;
        this.#jumps.set(Math.min(close, from + value.value.length), end);
        return { end: from };
      }
    }
    return { end: at + 2, mute: end };
  }

  #cite(type: Parameters<typeof citeItem>[0], parameters: Parameter[], at: number): void {
    const { item, urls } = citeItem(type, parameters);
    if (!item.title && urls.length === 0 && !item.author) return;
    const start = this.#built.length;
    const whole = { id: `cite-${this.#entries.length + 1}`, ...item };
    this.#built.put(itemLine(whole), at);
    this.#entries.push({
      key: whole.id,
      item: whole,
      start,
      end: this.#built.length,
      ...(urls.length > 1 ? { urls } : {}),
    });
  }

  /** `{{sfn|Smith|Jones|2001|p=12}}`: a note by itself, or, as `{{harvnb}}`, text in one. */
  #short(parameters: Parameter[], at: number, inline: boolean): void {
    const names = parameters.filter(({ name }) => /^\d+$/.test(name)).map(({ value }) => plainWiki(value));
    const page = parameters.find(({ name }) => name === 'p' || name === 'pp' || name === 'loc');
    const sign = page?.name === 'loc' ? '' : page?.name === 'pp' ? 'pp. ' : 'p. ';
    const text =
      `${names.slice(0, -1).join(' & ')} ${names.at(-1) ?? ''}${page ? `, ${sign}${plainWiki(page.value)}` : ''}`.trim();
    if (inline || this.#inNote) this.#built.put(text, at);
    else {
      this.#refer(text, '', undefined, at);
      this.#shortTexts.set(text, at);
    }
  }
  #shortTexts = new Map<string, number>();

  #noteTemplate(at: number, end: number, parameters: Parameter[]): Step {
    const text = parameters.find(({ name }) => name === '1');
    const named = parameters.find(({ name }) => name === 'name')?.value ?? '';
    const from = at + 2 + (text?.at ?? 0);
    const body = text?.value
      ? { start: from, end: from + this.#text.slice(from, end - 2).length }
      : undefined;
    const cut =
      body && text
        ? { start: body.start, end: Math.min(body.end, body.start + text.value.length + 2) }
        : undefined;
    return { end, act: () => this.#refer(named, 'note', cut, at) };
  }

  #named(parameters: Parameter[], at: number): void {
    for (const { name, value } of parameters)
      if (/^\d+$/.test(name) && value) this.#refer(plainWiki(value), '', undefined, at);
  }

  #bracket(at: number): Step | undefined {
    if (this.#text.startsWith('[[', at)) {
      const close = this.#text.slice(at + 2, at + 600).search(/\]\]|\n\n/);
      const inside = close === -1 ? '' : this.#text.slice(at + 2, at + 2 + close);
      if (!inside || inside.includes('[[')) return unseen.test(inside) ? { end: at + 2 } : undefined;
      const bar = inside.lastIndexOf('|');
      const end = at + 4 + close;
      if (unseen.test(inside)) return { end };
      return { end, act: () => this.#built.keep(at + 2 + bar + 1, at + 2 + close) };
    }
    const match = this.#match(external, at);
    if (!match) return undefined;
    const url = (match[1] as string).replace(/^\/\//, 'https://');
    const textAt = match[2] ? at + match[0].length - 1 - match[2].length : at + 1;
    return {
      end: at + match[0].length,
      act: () => this.#link(url, textAt, match[2] ?? (match[1] as string)),
    };
  }

  #link(url: string, at: number, shownText: string): void {
    const start = this.#built.length;
    if (/['[{<&]/.test(shownText)) this.#built.put(plainWiki(shownText), at);
    else this.#built.keep(at, at + shownText.length);
    this.#links.push({ start, end: this.#built.length, url });
  }

  #bare(at: number): Step | undefined {
    const match = this.#match(bare, at);
    return match
      ? { end: at + match[0].length, act: () => this.#built.keep(at, at + match[0].length) }
      : undefined;
  }

  #heading(at: number): Step | undefined {
    const match = this.#match(heading, at);
    if (!match) return undefined;
    const from = at + match[0].indexOf(match[2] as string);
    return {
      end: at + match[0].length,
      act: () => this.#built.keep(from, from + (match[2] as string).length),
    };
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end === -1 ? this.#text.length : end;
  }

  #layNotes(): MarkedNote[] {
    this.#inNote = true;
    const notes: MarkedNote[] = [];
    const done = new Set<Wiki>();
    for (let index = 0; index < this.#inOrder.length; index += 1) {
      const wiki = this.#inOrder[index] as Wiki;
      const short = wiki.body ? undefined : this.#shortTexts.get(wiki.name);
      if (done.has(wiki) || (!wiki.body && short === undefined)) continue;
      done.add(wiki);
      this.#built.put(notes.length === 0 ? '\n\n\n\n' : '\n', wiki.body?.start ?? short ?? 0);
      const start = this.#built.length;
      if (wiki.body) this.#scan(wiki.body.start, wiki.body.end);
      else this.#built.put(wiki.name, short ?? 0);
      const label = this.#labelOf(wiki);
      wiki.body ??= { start: short ?? 0, end: short ?? 0 };
      notes.push({ label, marker: label, start, end: this.#built.length, references: wiki.references });
    }
    return notes;
  }
}

type Step = { end: number; mute?: number; act?: () => void };

/** Finds matches of a pattern behind an offset that only grows or is asked again: found once, searched by halves. */
function finder(text: string, pattern: RegExp): (from: number) => number {
  const found = [...text.matchAll(pattern)].map(({ index }) => index);
  return (from) => {
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[middle] as number) < from) low = middle + 1;
      else high = middle;
    }
    return found[low] ?? -1;
  };
}

function attributeOf(attributes: string, name: string): string {
  const match = new RegExp(
    `\\b${name}\\s{0,5}=\\s{0,5}(?:"([^"]{0,300})"|'([^']{0,300})'|([^\\s"'/>]{1,300}))`,
    'i',
  ).exec(attributes);
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
}

const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (label: string): string =>
  /^\d+$/.test(label) ? label.replace(/\d/g, (digit) => figures.charAt(Number(digit))) : `[${label}]`;

function decodeEntity(written: string): string {
  const number = /^&#(x?)([\da-f]{1,6});$/i.exec(written);
  if (!number) return plainWiki(written) || ' ';
  const code = Number.parseInt(number[2] as string, number[1] ? 16 : 10);
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '';
}
