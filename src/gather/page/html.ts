import { decodeHTML } from 'entities';
import type { TitleCandidate } from '../../model/evidence.ts';
import { markupSigns } from './markup-signs.ts';
import { attributesOf, scan } from './scan.ts';

/** What one pass over the mark-up collects. Texts are capped where they are taken in. */
export interface Collected {
  titles: TitleCandidate[];
  /** `name`, `property` and `itemprop` of `<meta>` in lower case, first values first. */
  meta: Map<string, string[]>;
  jsonLd: string[];
  headings: { level: number; text: string }[];
  /** The beginning of the visible text; all of it, up to a cap, where a fragment is to be checked. */
  text: string;
  /** The end of the visible text. */
  tail: string;
  textLength: number;
  /** Of the text outside navigation, page header, footer and asides. */
  mainLength: number;
  noscript: string;
  counts: Record<string, number>;
  /** Element ids and anchor names; collected only where a fragment is to be checked. */
  ids: Set<string>;
  lang?: string;
  canonical?: string;
  alternates: { language: string; url: string }[];
  followUps: { rel: string; url: string }[];
  times: string[];
  bylines: string[];
  /** Signs the mark-up's class names, ids and form addresses are of. */
  marks: Set<string>;
  /** Addresses of scripts, and the beginnings of short inline ones. */
  scripts: string[];
  /** Headings that lead to the site's entrance: its name, not the page's. */
  homes: Set<string>;
}

const maxText = 200_000;
/** Characters of text made out where no fragment asks for all of it. */
const headText = 8000;
const tailText = 3000;
const tailPieces = 120;
const longestHeading = 500;
const breaking = new Set(
  'p div br li td th tr h1 h2 h3 h4 h5 h6 section article header footer nav main aside blockquote dd dt hr ul ol table form'.split(
    ' ',
  ),
);
const aside = new Set(['nav', 'header', 'footer', 'aside']);
const byline =
  /(?:^|[-_ "'])(?:author|byline|writer|by-line|contributor|reporter|posted-by|writtenby|written-by)s?(?:$|[-_ "']|name)/i;
/** Attributes worth taking apart: those that may name an author or be a sign. */
const telling =
  /author|byline|by-line|writer|contributor|reporter|posted-by|written-?by|itemprop|cf[-_]|challenge|log-?in|sign-?in|wall|subscriber-only|tp-modal|piano|gate-container|consent/i;
/** Addresses of a site's entrance, as its own pages link to it. */
const entrance =
  /^(?:https?:\/\/[^/?#]{1,100})?\/?(?:(?:index|default|home|top|main)\.\w{2,5})?(?:[?#].{0,40})?$/i;

interface Capture {
  kind: 'heading' | 'byline';
  name: string;
  /** Elements of the same name opened within and not closed. */
  depth: number;
  parts: string[];
  length: number;
  home: boolean;
}

/** One linear pass: no tree, no recursion, nothing evaluated. `wantIds` where a fragment is to be looked for. */
export function collect(html: string, wantIds = false): Collected {
  const found = nothing();
  const texts: string[] = [];
  let kept = 0;
  let chrome = 0;
  let capture: Capture | undefined;
  const finish = (): void => {
    if (capture) settle(capture, found);
    capture = undefined;
  };
  scan(html, {
    open(name, raw) {
      if (breaking.has(name) && kept < maxText) texts.push('\n');
      if (aside.has(name)) chrome += 1;
      if (capture && capture.name === name) capture.depth += 1;
      if (name.length === 2 && name.charCodeAt(0) === 104 && name >= 'h1' && name <= 'h6') {
        finish();
        capture = { kind: 'heading', name, depth: 0, parts: [], length: 0, home: false };
      }
      const attributes =
        raw.length > 1 && (wantIds || readers.has(name) || telling.test(raw)) ? attributesOf(raw) : undefined;
      count(found.counts, counted[name]);
      if (!attributes) return;
      readers.get(name)?.(attributes, found);
      if (capture?.kind === 'heading' && name === 'a' && entrance.test(attributes.get('href') ?? '#!'))
        capture.home = true;
      if (wantIds) anchors(name, attributes, found);
      if (tellsAuthor(attributes, found) && !capture)
        capture = { kind: 'byline', name, depth: 0, parts: [], length: 0, home: false };
    },
    close(name) {
      if (breaking.has(name) && kept < maxText) texts.push('\n');
      if (aside.has(name)) chrome = Math.max(0, chrome - 1);
      if (capture?.name !== name) return;
      if (capture.depth === 0) finish();
      else capture.depth -= 1;
    },
    text(start, end) {
      const piece = html.slice(start, end);
      if (capture && capture.length < 4000) {
        capture.parts.push(piece);
        capture.length += piece.length;
      }
      const length = piece.trim().length;
      if (length === 0) {
        if (kept < maxText && texts.length > 0) texts.push(' ');
        return;
      }
      found.textLength += length;
      if (chrome === 0) found.mainLength += length;
      if (kept < maxText) {
        texts.push(piece);
        kept += piece.length;
      }
    },
    raw(name, attributes, content) {
      rawOf(name, attributes, content, found);
    },
  });
  finish();
  found.text = tidy(decode(start(texts, wantIds ? maxText : headText)));
  found.tail = tidy(decode(texts.slice(-tailPieces).join('').slice(-tailText)));
  return found;
}

/** The first pieces, about as many characters as asked. */
function start(pieces: readonly string[], most: number): string {
  let [count, length] = [0, 0];
  for (; count < pieces.length && length < most; count += 1) length += (pieces[count] as string).length;
  return pieces
    .slice(0, count)
    .join('')
    .slice(0, most * 2);
}

const nothing = (): Collected => ({
  titles: [],
  meta: new Map(),
  jsonLd: [],
  headings: [],
  text: '',
  tail: '',
  textLength: 0,
  mainLength: 0,
  noscript: '',
  counts: {},
  ids: new Set(),
  alternates: [],
  followUps: [],
  times: [],
  bylines: [],
  marks: new Set(),
  scripts: [],
  homes: new Set(),
});

/** A heading or byline is over: what it said. */
function settle({ kind, name, parts, home }: Capture, found: Collected): void {
  const said = decode(parts.join('')).replace(/\s+/g, ' ').trim().slice(0, longestHeading);
  if (said === '') return;
  if (kind === 'heading' && found.headings.length < 40) {
    found.headings.push({ level: Number(name[1]), text: said });
    if (home) found.homes.add(said);
  } else if (kind === 'byline' && said.length < 120 && found.bylines.length < 10) found.bylines.push(said);
}

const decode = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);

const tidy = (text: string): string =>
  text
    // A single space, by far the commonest, stays as it is.
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

const counted: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  input: 'inputs',
  a: 'links',
  form: 'forms',
  img: 'imgs',
  p: 'ps',
  article: 'articles',
});

function count(counts: Record<string, number>, name: string | undefined): void {
  if (name) counts[name] = (counts[name] ?? 0) + 1;
}

type Reader = (attributes: Map<string, string>, found: Collected) => void;

/** What each element of interest gives, a row an element. */
const readers = new Map<string, Reader>([
  [
    'html',
    (attributes, found) => {
      const lang = attributes.get('lang') ?? attributes.get('xml:lang');
      if (lang) found.lang ??= lang.slice(0, 40);
    },
  ],
  [
    'meta',
    (attributes, found) => {
      const key = (
        attributes.get('name') ??
        attributes.get('property') ??
        attributes.get('itemprop') ??
        attributes.get('http-equiv')
      )?.toLowerCase();
      const content = attributes.get('content');
      if (!key || content === undefined || found.meta.size >= 300) return;
      const known = found.meta.get(key);
      if (!known) found.meta.set(key, [decode(content.slice(0, 2000))]);
      else if (known.length < 40) known.push(decode(content.slice(0, 2000)));
      if (key === 'headline')
        found.titles.push({ text: decode(content.slice(0, longestHeading)), origin: 'microdata' });
    },
  ],
  ['link', link],
  [
    'input',
    (attributes, found) => {
      if (attributes.get('type')?.toLowerCase() === 'password') count(found.counts, 'password-inputs');
    },
  ],
  [
    'time',
    (attributes, found) => {
      const moment = attributes.get('datetime');
      if (moment && found.times.length < 20) found.times.push(moment.slice(0, 40));
    },
  ],
  ['a', () => undefined],
  [
    'form',
    (attributes, found) => {
      const action = attributes.get('action');
      if (action) mark(`action:${action.slice(0, 200).toLowerCase()}`, found);
    },
  ],
]);

function link(attributes: Map<string, string>, found: Collected): void {
  const rel = (attributes.get('rel') ?? '').toLowerCase();
  const href = attributes.get('href');
  if (!href) return;
  const url = decode(href.slice(0, 2000));
  const language = attributes.get('hreflang');
  if (rel === 'canonical') found.canonical ??= url;
  else if (rel === 'alternate' && language && found.alternates.length < 60)
    found.alternates.push({ language: language.slice(0, 20), url });
  else if (rel === 'alternate' && /oembed/.test(attributes.get('type') ?? '') && found.followUps.length < 10)
    found.followUps.push({ rel: 'oembed', url });
}

function mark(word: string, found: Collected): void {
  for (const [sign, pattern] of markupSigns) if (pattern.test(word)) found.marks.add(sign);
}

function anchors(name: string, attributes: Map<string, string>, found: Collected): void {
  const [id, anchor] = [attributes.get('id'), name === 'a' ? attributes.get('name') : undefined];
  if (id && found.ids.size < 20_000) found.ids.add(decode(id));
  if (anchor && found.ids.size < 20_000) found.ids.add(decode(anchor));
}

/** Notes the signs of a tag's words, and says whether it holds the author's name. */
function tellsAuthor(attributes: Map<string, string>, found: Collected): boolean {
  const identity = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, 400);
  if (identity.length > 1)
    for (const word of identity.toLowerCase().split(/\s+/)) if (word) mark(word, found);
  return (
    byline.test(identity) || attributes.get('rel') === 'author' || attributes.get('itemprop') === 'author'
  );
}

/** Inline scripts longer than this hold a program, not a hint. */
const shortScript = 1500;

function rawOf(name: string, raw: string, content: string, found: Collected): void {
  if (name === 'title') {
    const said = decode(content.slice(0, 2000)).replace(/\s+/g, ' ').trim().slice(0, 1000);
    if (said && !found.titles.some(({ origin }) => origin === 'title'))
      found.titles.push({ text: said, origin: 'title' });
  } else if (name === 'script') {
    count(found.counts, 'scripts');
    if (/ld\+json/i.test(raw)) {
      if (found.jsonLd.length < 20 && content.length < 500_000) found.jsonLd.push(content);
    } else if (found.scripts.length < 100) {
      const source = /src\s{0,9}=/i.test(raw) ? attributesOf(raw).get('src') : content.slice(0, shortScript);
      if (source) found.scripts.push(source.slice(0, shortScript));
    }
  } else if (name === 'noscript') {
    found.noscript =
      `${found.noscript} ${tidy(decode(content.slice(0, 2000).replace(/<[^<>]{0,1000}>/g, ' ')))}`.slice(
        0,
        2000,
      );
    // Some pages keep their metadata or whole text here.
    if (/<meta\s/i.test(content.slice(0, 2000)))
      scan(content.slice(0, 4000), {
        open: (inner, attributes) =>
          void (inner === 'meta' && readers.get('meta')?.(attributesOf(attributes), found)),
        close: () => undefined,
        text: () => undefined,
        raw: () => undefined,
      });
  } else if (name === 'iframe') count(found.counts, 'iframes');
}
