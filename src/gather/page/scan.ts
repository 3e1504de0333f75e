/** What a scan tells: tags without their nesting, and the text between them. */
export interface Listener {
  /** `attributes` is the tag's raw text after its name. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Raw, entities and all, from `start` to `end` of the mark-up. */
  text(start: number, end: number): void;
  /** An element whose content is not mark-up, whole. */
  raw(name: string, attributes: string, content: string): void;
}

/** Elements whose content is text up to their closing tag, or of no interest to a reader of text. */
const rawElements = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'xmp',
  'noembed',
]);

/**
 * One pass over HTML, linear in its length whatever it holds: there is no tree and no stack, and a search for a
 * closing tag or quote that failed once is not made again.
 */
export function scan(html: string, listener: Listener): void {
  const missing = new Set<string>();
  /** Where `what` stands next, or -1, remembered. */
  const seek = (what: string, from: number): number => {
    if (missing.has(what)) return -1;
    const at = html.indexOf(what, from);
    if (at === -1) missing.add(what);
    return at;
  };
  const tagEnd = (from: number): number => {
    let at = from;
    while (at < html.length) {
      const code = html.charCodeAt(at);
      if (code === 62) return at;
      if ((code === 34 || code === 39) && html.charCodeAt(at - 1) === 61) {
        const end = seek(code === 34 ? '"' : "'", at + 1);
        if (end !== -1) at = end;
      }
      at += 1;
    }
    return -1;
  };
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    const stop = tag === -1 ? html.length : tag;
    if (stop > at) listener.text(at, stop);
    if (tag === -1) return;
    const code = html.charCodeAt(tag + 1) | 32;
    if (code >= 97 && code <= 122) {
      const nameEnd = endOfName(html, tag + 1);
      const end = tagEnd(nameEnd);
      if (end === -1) return;
      const name = html.slice(tag + 1, nameEnd).toLowerCase();
      const attributes = html.slice(nameEnd, end);
      at = end + 1;
      const close = rawElements.has(name) && !missing.has(name) ? closing(html, name, at) : undefined;
      if (close === -1) missing.add(name);
      if (close === undefined || close === -1) {
        if (close === -1 && name === 'title') listener.raw(name, attributes, html.slice(at, at + 1000));
        if (close === -1 && (name === 'script' || name === 'style')) return;
        listener.open(name, attributes);
        continue;
      }
      listener.raw(name, attributes, html.slice(at, close));
      const after = html.indexOf('>', close);
      at = after === -1 ? html.length : after + 1;
    } else if (html.charCodeAt(tag + 1) === 47) {
      const nameEnd = endOfName(html, tag + 2);
      if (nameEnd > tag + 2) listener.close(html.slice(tag + 2, nameEnd).toLowerCase());
      const end = html.indexOf('>', nameEnd);
      if (end === -1) return;
      at = end + 1;
    } else if (html.startsWith('<!--', tag)) {
      const end = seek('-->', tag + 4);
      at = end === -1 ? tag + 4 : end + 3;
    } else if (html.charCodeAt(tag + 1) === 33 || html.charCodeAt(tag + 1) === 63) {
      const end = html.indexOf('>', tag);
      if (end === -1) return;
      at = end + 1;
    } else {
      listener.text(tag, tag + 1);
      at = tag + 1;
    }
  }
}

/** A tag's name is letters, digits, hyphens and colons, and short. */
function endOfName(html: string, from: number): number {
  let at = from;
  for (const limit = from + 40; at < limit; at += 1) {
    const code = html.charCodeAt(at);
    const lower = code | 32;
    if (!((lower >= 97 && lower <= 122) || (code >= 48 && code <= 58) || code === 45)) break;
  }
  return at;
}

const closers = new Map([...rawElements].map((name) => [name, new RegExp(`</${name}`, 'gi')]));

/** Where the closing tag of a raw element begins. */
function closing(html: string, name: string, from: number): number {
  const pattern = closers.get(name) as RegExp;
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? -1;
}

/** Attributes read at the most of one tag. */
const maxAttributes = 1000;

/** The attributes of a tag by lower-case name, the first of a name standing. */
export function attributesOf(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  let quoteGone = false;
  while (at < raw.length && found.size < maxAttributes) {
    while (at < raw.length && (raw.charCodeAt(at) <= 32 || raw.charCodeAt(at) === 47)) at += 1;
    const start = at;
    while (
      at < raw.length &&
      raw.charCodeAt(at) > 32 &&
      raw.charCodeAt(at) !== 61 &&
      raw.charCodeAt(at) !== 47
    )
      at += 1;
    if (at === start) {
      at += 1;
      continue;
    }
    const name = raw.slice(start, Math.min(at, start + 60)).toLowerCase();
    let next = at;
    while (next < raw.length && raw.charCodeAt(next) <= 32) next += 1;
    let value = '';
    if (raw.charCodeAt(next) === 61) {
      next += 1;
      while (next < raw.length && raw.charCodeAt(next) <= 32) next += 1;
      const quote = raw.charAt(next);
      const end: number = (quote === '"' || quote === "'") && !quoteGone ? raw.indexOf(quote, next + 1) : -2;
      if (end >= 0) {
        value = raw.slice(next + 1, end);
        at = end + 1;
      } else {
        quoteGone ||= end === -1;
        at = next;
        while (at < raw.length && raw.charCodeAt(at) > 32) at += 1;
        value = raw.slice(next, at);
      }
    }
    if (!found.has(name)) found.set(name, value);
  }
  return found;
}
