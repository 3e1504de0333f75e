import { Parser } from 'htmlparser2';
import type { TitleCandidate } from '../../model/evidence.ts';

/** What one pass over the mark-up collects. Texts are capped where they are taken in. */
export interface Collected {
  titles: TitleCandidate[];
  /** `name`, `property` and `itemprop` of `<meta>` in lower case, first values first. */
  meta: Map<string, string[]>;
  jsonLd: string[];
  headings: { level: number; text: string }[];
  /** Visible text, up to a cap; `length` counts all of it. */
  text: string;
  textLength: number;
  counts: Record<string, number>;
  ids: Set<string>;
  lang?: string;
  canonical?: string;
  alternates: { language: string; url: string }[];
  followUps: { rel: string; url: string }[];
  times: string[];
  bylines: string[];
  /** Class and id words of the mark-up, for signs; capped. */
  words: Set<string>;
  scripts: string[];
  /** Headings that lead to the site's entrance: its name, not the page's. */
  homes: Set<string>;
}

const maxText = 200_000;
const maxWords = 4000;
const maxAttributes = 1000;
const muted = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'option',
]);
const breaking = new Set([
  'p',
  'div',
  'br',
  'li',
  'td',
  'th',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'header',
  'footer',
  'nav',
  'blockquote',
  'dd',
  'dt',
  'hr',
]);
const byline = /(?:^|[-_ ])(?:author|byline|writer|by-line|contributor|reporter)(?:$|[-_ ]|name)/i;

/** Addresses of a site's entrance, as its own pages link to it. */
const entrance =
  /^(?:https?:\/\/[^/?#]{1,100})?\/?(?:(?:index|default|home|top|main)\.\w{2,5})?(?:[?#].{0,40})?$/i;

/** One linear pass by a streaming parser: no tree, no recursion, nothing evaluated. */
export function collect(html: string): Collected {
  const found: Collected = {
    titles: [],
    meta: new Map(),
    jsonLd: [],
    headings: [],
    text: '',
    textLength: 0,
    counts: {},
    ids: new Set(),
    alternates: [],
    followUps: [],
    times: [],
    bylines: [],
    words: new Set(),
    scripts: [],
    homes: new Set(),
  };
  const texts: string[] = [];
  let kept = 0;
  let quiet = 0;
  let capture:
    | {
        kind: 'title' | 'heading' | 'json' | 'byline';
        level: number;
        depth: number;
        parts: string[];
        length: number;
        home?: boolean;
      }
    | undefined;
  let depth = 0;
  const count = (name: string): void => {
    found.counts[name] = (found.counts[name] ?? 0) + 1;
  };
  const begin = (kind: NonNullable<typeof capture>['kind'], level = 0): void => {
    if (!capture) capture = { kind, level, depth, parts: [], length: 0 };
  };
  const finish = (): void => {
    if (!capture) return;
    const said = capture.parts
      .join(capture.kind === 'json' ? '' : '')
      .replace(/\s+/g, ' ')
      .trim();
    if (capture.kind === 'title' && said && !found.titles.some(({ origin }) => origin === 'title'))
      found.titles.push({ text: said.slice(0, 1000), origin: 'title' });
    else if (capture.kind === 'json' && found.jsonLd.length < 20) found.jsonLd.push(capture.parts.join(''));
    else if (capture.kind === 'heading' && said && found.headings.length < 40) {
      found.headings.push({ level: capture.level, text: said.slice(0, 500) });
      if (capture.home) found.homes.add(said.slice(0, 500));
    } else if (capture.kind === 'byline' && said && said.length < 120 && found.bylines.length < 10)
      found.bylines.push(said);
    capture = undefined;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (Object.keys(attributes).length > maxAttributes) return;
        const identity = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
        if (found.words.size < maxWords)
          for (const word of identity.slice(0, 400).toLowerCase().split(/\s+/))
            if (word) found.words.add(word);
        if (attributes.id && found.ids.size < 20_000) found.ids.add(attributes.id);
        if (name === 'a' && attributes.name) found.ids.add(attributes.name);
        if (name === 'html' && attributes.lang) found.lang = attributes.lang.slice(0, 40);
        if (name === 'a' && capture?.kind === 'heading' && entrance.test(attributes.href ?? ''))
          capture.home = true;
        element(name, attributes, found, count);
        if (name === 'title' && quiet === 0) begin('title');
        else if (/^h[1-6]$/.test(name) && quiet === 0) begin('heading', Number(name[1]));
        else if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) begin('json');
        else if (byline.test(identity) || attributes.rel === 'author' || attributes.itemprop === 'author')
          begin('byline');
        if (muted.has(name)) quiet += 1;
        if (breaking.has(name) && kept < maxText) texts.push('\n');
      },
      ontext(data) {
        if (capture && capture.length < 100_000) {
          capture.parts.push(data);
          capture.length += data.length;
        }
        if (quiet > 0 || capture?.kind === 'title') return;
        found.textLength += data.trim().length;
        if (kept < maxText) {
          texts.push(data);
          kept += data.length;
        }
      },
      onclosetag(name) {
        if (capture && depth <= capture.depth) finish();
        depth = Math.max(0, depth - 1);
        if (muted.has(name)) quiet = Math.max(0, quiet - 1);
        if (breaking.has(name) && kept < maxText) texts.push('\n');
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  finish();
  found.text = texts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  return found;
}

function element(
  name: string,
  attributes: Record<string, string>,
  found: Collected,
  count: (name: string) => void,
): void {
  switch (name) {
    case 'meta': {
      const key = (
        attributes.name ??
        attributes.property ??
        attributes.itemprop ??
        attributes['http-equiv']
      )?.toLowerCase();
      if (key && attributes.content !== undefined && found.meta.size < 300)
        found.meta.set(key, [...(found.meta.get(key) ?? []).slice(0, 40), attributes.content.slice(0, 2000)]);
      break;
    }
    case 'link': {
      const rel = (attributes.rel ?? '').toLowerCase();
      const url = attributes.href?.slice(0, 2000);
      if (!url) break;
      if (rel === 'canonical') found.canonical ??= url;
      else if (rel === 'alternate' && attributes.hreflang && found.alternates.length < 60)
        found.alternates.push({ language: attributes.hreflang.slice(0, 20), url });
      else if (rel === 'alternate' && /oembed/.test(attributes.type ?? ''))
        found.followUps.push({ rel: 'oembed', url });
      break;
    }
    case 'input':
      count('inputs');
      if (attributes.type?.toLowerCase() === 'password') count('password-inputs');
      break;
    case 'script':
      count('scripts');
      if (attributes.src && found.scripts.length < 100) found.scripts.push(attributes.src.slice(0, 300));
      break;
    case 'time':
      if (attributes.datetime && found.times.length < 20) found.times.push(attributes.datetime.slice(0, 40));
      break;
    case 'a':
      count('links');
      break;
    case 'form':
      count('forms');
      if (attributes.action && found.words.size < maxWords)
        found.words.add(`action:${attributes.action.slice(0, 200).toLowerCase()}`);
      break;
    case 'iframe':
    case 'img':
    case 'p':
    case 'article':
      count(`${name}s`);
      break;
    default:
      if (attributes.itemprop === 'headline' && attributes.content)
        found.titles.push({ text: attributes.content.slice(0, 500), origin: 'microdata' });
  }
}
