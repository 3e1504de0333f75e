import type { Span } from '../model/place.ts';

export interface FoundUrl extends Span {
  /** As printed, without what only touches it. */
  printed: string;
  /** As cleaned: `printed`, or its mended form. */
  url: string;
  /** True where `url` differs from `printed`: a misspelt scheme, full-width signs, a break over lines. */
  mended: boolean;
}

const begin =
  /(?:h(?:tt|t|ttp|xx|xxp)ps?|http|ftp)[:：][/／]{1,3}(?: (?=www\.[a-z0-9-]{1,63}\.))?|\bwww\.(?=[A-Za-z0-9-]{2,63}\.[A-Za-z])/giu;
/** RFC 3986's characters, with those that browsers accept raw. */
const ascii = /[\w\-.~:/?#[\]@!$&'()*+,;=%|{}^\\]/;
const fullWidth: Record<string, string> = {
  '：': ':',
  '／': '/',
  '．': '.',
  '？': '?',
  '＝': '=',
  '＆': '&',
  '＿': '_',
  '－': '-',
  '＃': '#',
  '％': '%',
};
const letter = /[\p{L}\p{N}]/u;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;
/** Prose that follows a URL without a space: words of access notes and of commentary. */
const prose =
  /^(?:最終|最终|閲覧|アクセス|参照|访问|訪問|瀏覽|浏览|检索|檢索|查阅|登录|引用|参见|參見|详见|关于|關於|有关|有關|及び|より|から|による|によると|검색|접속|열람|참조)/u;
const lineBreakInside = /[/\-_=&?%]$/;
/** What goes on behind a blank in an address: a path that ends in a file or holds a number, as prose does not. */
const blankInside =
  /^(?:[\w%~.-]{1,80}\/){0,9}(?:[\w%~-]{1,80}\.(?:html?|pdf|php|aspx?|jsp)\b|[a-z_-]{0,40}\d{4,}[\w-]{0,40}(?=[\s,.;)，。；）]|$))/;
const continuation = /^[\w%~-]{1,200}(?:[/?=%&]|\.(?:html?|pdf|php|aspx?)\b)/;

/**
 * URLs in running text, with exact ends against any neighbour. One pass; each character is looked at a bounded number of
 * times. ASCII closing punctuation and unpaired brackets at the end belong to the sentence; a bracket followed by a
 * CJK character opens an aside; CJK characters belong to a URL only inside a path, query or fragment.
 */
export function scanUrls(text: string): FoundUrl[] {
  const found: FoundUrl[] = [];
  begin.lastIndex = 0;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const start = match.index;
    if (letter.test(text.charAt(start - 1)) && !cjk.test(text.charAt(start - 1)) && /^www/i.test(match[0]))
      continue;
    const end = cutEnd(text, start, runEnd(text, start, start + match[0].length));
    const printed = text.slice(start, end);
    if (printed.length <= match[0].length) continue;
    const url = mend(printed);
    found.push({ start, end, printed, url, mended: url !== printed });
    begin.lastIndex = end;
  }
  return found;
}

/** Longer than any address a browser or server takes. */
const longestUrl = 8192;

/** Where the run of characters that could be a URL ends. */
function runEnd(text: string, start: number, from: number): number {
  let at = from;
  let depth = 0;
  const limit = Math.min(text.length, start + longestUrl);
  while (at < limit) {
    const sign = text.charAt(at);
    if (sign === '(' || sign === '[') {
      const next = text.charAt(at + 1);
      if (!ascii.test(next) || cjk.test(next) || opensAside(text, at)) return at;
      depth += 1;
    } else if (sign === ')' || sign === ']') {
      if (depth === 0) return at;
      depth -= 1;
    } else if (/[;,.]/.test(sign) && startsUrl(text, at + 1)) return at;
    else if (sign === '\n' || sign === '\r') {
      const next = at + (text.startsWith('\r\n', at) ? 2 : 1);
      if (
        !lineBreakInside.test(text.slice(at - 1, at)) ||
        !continuation.test(text.slice(next, next + 240)) ||
        startsUrl(text, next)
      )
        return at;
      at = next;
      continue;
    } else if (sign === ' ' && lineBreakInside.test(text.slice(at - 1, at))) {
      if (!blankInside.test(text.slice(at + 1, at + 260))) return at;
    } else if (!ascii.test(sign) && !fullWidth[sign]) {
      const run = cjkRun(text, start, at);
      if (run === 0) return at;
      at += run;
      continue;
    }
    at += 1;
  }
  return at;
}

const startsUrl = (text: string, at: number): boolean =>
  /^\s?(?:https?:\/\/|www\.)/i.test(text.slice(at, at + 9));

/** `(accessed`, `(last visited`, `[Accessed`: an aside about the URL, not a part of it. */
const opensAside = (text: string, at: number): boolean =>
  /^[([](?:(?:19|20)\d{2}[-./年]\d|(?:last |letzter |zuletzt )?(?:accessed|visited|retrieved|checked|access|abgerufen|consult))/i.test(
    text.slice(at, at + 24),
  );

/** Length of a CJK run at `at` that belongs to the URL; 0 where it is prose. */
function cjkRun(text: string, start: number, at: number): number {
  if (!cjk.test(text.charAt(at)) || !/[/=_#&%-]$/.test(text.slice(at - 1, at))) return 0;
  if (!/^[^/]{0,8}[/／]{1,3}[^/]{1,255}[/?#]/.test(text.slice(start, Math.min(at, start + 300)))) return 0;
  let end = at;
  while (end < text.length && end - at < 80 && cjk.test(text.charAt(end))) end += 1;
  const run = text.slice(at, end);
  if (prose.test(run)) return 0;
  // A run that ends the URL must look like a name, not a sentence.
  return ascii.test(text.charAt(end)) || run.length <= 24 ? end - at : 0;
}

/** Takes back what only touches the URL. */
function cutEnd(text: string, start: number, end: number): number {
  let at = end;
  const glued = gluedName.exec(text.slice(start, Math.min(text.length, end + 40)));
  if (glued && start + glued.index + glued[0].length < end) at = start + glued.index + glued[0].length;
  at = withoutTrail(text, start, at);
  const tail = text.slice(Math.max(start, at - longestName), at);
  const name = nameBehind(tail, text.slice(at, at + 12), text.slice(start, at));
  return name > 0 ? withoutTrail(text, start, at - name) : at;
}

const longestName = 40;
/** `…/index.html.Smith`, `….pdfChiani`, `…/path/.Smith, J.`: a name behind a file's ending or a closed path. */
const gluedName =
  /\.(?:html?|shtml|pdf|php|aspx?|jsp)(?=[.,;]?[“‘"']?[A-Z](?:[a-z’'-]|\.?[\s,A-Z]))|\/(?=[.,;][A-Z][a-z]+[ ,])/;

function withoutTrail(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (/[.,;:!?'"*|\\^]/.test(text.charAt(at - 1)) || unpairedClose(text, start, at)))
    at -= 1;
  return at;
}

/** Length of a name the URL ran on into: `…/a/55158.Smith, J.`, `…org.uk.D. Smith`, `…/ourworldJohn H Smith`; 0 where there is none. */
function nameBehind(tail: string, rest: string, url: string): number {
  const dotted = /\.([A-Z](?:[A-Za-z’'-]{0,30}[a-z])?)$/.exec(tail);
  if (dotted && /^[\s,.]/.test(rest) && !/\.[A-Z]{2,4}$/.test(tail)) return dotted[0].length;
  const camel = /[a-z0-9]([A-Z][a-z]{1,30})$/.exec(tail);
  const segment = url.slice(url.lastIndexOf('/') + 1, camel ? -(camel[1] as string).length : undefined);
  return camel && /^ [A-Z]\.?[ ,]/.test(rest) && segment === segment.toLowerCase() && url.length > 12
    ? (camel[1] as string).length
    : 0;
}

function unpairedClose(text: string, start: number, at: number): boolean {
  const sign = text.charAt(at - 1);
  const open = sign === ')' ? '(' : sign === ']' ? '[' : sign === '}' ? '{' : undefined;
  if (!open) return sign === '(' || sign === '[' || sign === '{';
  let depth = 0;
  for (let index = Math.max(start, at - 600); index < at; index += 1) {
    const here = text.charAt(index);
    if (here === open) depth += 1;
    else if (here === sign) depth -= 1;
  }
  return depth < 0;
}

/** The URL that was meant: scheme and full-width signs put right, a break over lines closed. */
export function mend(printed: string): string {
  const joined = printed
    .replace(/\s+/g, '')
    .replace(/[：／．？＝＆＿－＃％]/gu, (sign) => fullWidth[sign] ?? sign);
  if (/^www\./i.test(joined)) return `http://${joined}`;
  return joined
    .replace(/^h(?:t|ttp|xx|xxp|tt)p(s?):\/{1,3}/i, 'http$1://')
    .replace(/^(https?):\/{1,3}(?=[^/])/i, '$1://');
}

/** Archives whose addresses carry their original, and how it is read out. */
const snapshotForms: readonly { archive: string; pattern: RegExp }[] = [
  {
    archive: 'Internet Archive',
    pattern: /^https?:\/\/(?:web|wayback)\.archive\.org\/web\/(\d{4,14})[a-z_*]{0,4}\/(.+)$/i,
  },
  {
    archive: 'Arquivo.pt',
    pattern: /^https?:\/\/arquivo\.pt\/(?:noFrame\/replay|wayback)\/(\d{4,14})[a-z_]{0,4}\/(.+)$/i,
  },
  {
    archive: 'archive.today',
    pattern: /^https?:\/\/archive\.(?:today|is|ph|fo|li|md|vn)\/(\d{8,14})\/(.+)$/i,
  },
  {
    archive: 'UK Web Archive',
    pattern: /^https?:\/\/www\.webarchive\.org\.uk\/wayback\/(?:archive\/)?(\d{4,14})[a-z_]{0,4}\/(.+)$/i,
  },
  {
    archive: 'UK Government Web Archive',
    pattern: /^https?:\/\/webarchive\.nationalarchives\.gov\.uk\/(?:ukgwa\/)?(\d{4,14})[a-z_]{0,4}\/(.+)$/i,
  },
  {
    archive: 'Library of Congress',
    pattern: /^https?:\/\/webarchive\.loc\.gov\/all\/(\d{4,14})[a-z_]{0,4}\/(.+)$/i,
  },
  { archive: 'WARP', pattern: /^https?:\/\/warp\.(?:da\.)?ndl\.go\.jp\/info:ndljp\/pid\/(\d{4,14})\/(.+)$/i },
  { archive: 'Megalodon', pattern: /^https?:\/\/megalodon\.jp\/(\d{4}-\d{4}-\d{4}-\d{2})\/(.+)$/i },
];

/** An archived copy's original, where the URL is one that carries it. */
export function snapshotOf(url: string): { archive: string; original: string; datetime: string } | undefined {
  for (const { archive, pattern } of snapshotForms) {
    const match = pattern.exec(url);
    if (!match) continue;
    const original = match[2] as string;
    return {
      archive,
      datetime: match[1] as string,
      original: /^https?:/i.test(original)
        ? original.replace(/^(https?):\/(?!\/)/i, '$1://')
        : `http://${original}`,
    };
  }
  return undefined;
}
