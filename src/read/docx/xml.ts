import { UnreadableError } from '../unreadable.ts';

/** Attributes by canonical name (`w:val`, `r:id`), whatever prefixes the writer chose. */
export type Attributes = ReadonlyMap<string, string>;

export interface XmlHandler {
  /** `start` and `end` are offsets of the tag; `empty` for `<x/>`, which gets no `close`. */
  open(name: string, attributes: () => Attributes, start: number, end: number, empty: boolean): void;
  close(name: string, start: number, end: number): void;
  /** Offsets of the raw characters; `raw` where they stand in a CDATA section and hold no entities. */
  text(start: number, end: number, raw: boolean): void;
}

/** No document nests deeper; a parser that follows further only helps an attacker. */
const maxDepth = 2000;

/** Namespaces by the prefix the specifications use; `purl.oclc.org` is the strict form of the same. */
const namespaces: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w'],
  [/\/officeDocument(?:\/2006)?\/relationships$/, 'r'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument(?:\/2006)?\/math$/, 'm'],
  [/^http:\/\/schemas\.openxmlformats\.org\/package\/2006\/relationships$/, ''],
];

/**
 * One linear pass over XML. Entities are not expanded here, none but the five and character references exist, and a
 * document type is refused outright: no Office part has one.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  const prefixes = new Map<string, string>();
  const canonical = (name: string): string => {
    const colon = name.indexOf(':');
    const prefix = colon === -1 ? '' : name.slice(0, colon);
    const known = prefixes.get(prefix);
    if (known === undefined) return name;
    const local = colon === -1 ? name : name.slice(colon + 1);
    return known ? `${known}:${local}` : local;
  };
  let at = 0;
  let depth = 0;
  while (at < xml.length) {
    const sign = xml.indexOf('<', at);
    if (sign === -1 || sign > at) handler.text(at, sign === -1 ? xml.length : sign, false);
    if (sign === -1) return;
    if (xml.startsWith('<!', sign) || xml.startsWith('<?', sign)) {
      at = skipSpecial(xml, sign, handler);
      continue;
    }
    const end = tagEnd(xml, sign);
    if (end === -1) throw new UnreadableError('holds XML that breaks off; save it anew.');
    if (xml.charAt(sign + 1) === '/') {
      depth -= 1;
      handler.close(canonical(xml.slice(sign + 2, end).trim()), sign, end + 1);
    } else {
      const empty = xml.charAt(end - 1) === '/';
      const inner = xml.slice(sign + 1, empty ? end - 1 : end);
      const space = inner.search(/\s/);
      const raw = space === -1 ? '' : inner.slice(space);
      if (raw.includes('xmlns')) declare(raw, prefixes);
      if (!empty) depth += 1;
      if (depth > maxDepth) throw new UnreadableError('nests its mark-up too deep and is not read.');
      const name = canonical(space === -1 ? inner : inner.slice(0, space));
      handler.open(name, () => attributesOf(raw, canonical), sign, end + 1, empty);
    }
    at = end + 1;
  }
}

/** The `>` that ends a tag, past any in quotes. */
function tagEnd(xml: string, from: number): number {
  let at = from + 1;
  while (at < xml.length) {
    const code = xml.charCodeAt(at);
    if (code === 62) return at;
    if (code === 34 || code === 39) {
      at = xml.indexOf(code === 34 ? '"' : "'", at + 1);
      if (at === -1) return -1;
    }
    at += 1;
  }
  return -1;
}

function skipSpecial(xml: string, at: number, handler: XmlHandler): number {
  const past = (close: string, from: number): number => {
    const end = xml.indexOf(close, from);
    return end === -1 ? xml.length : end + close.length;
  };
  if (xml.startsWith('<!--', at)) return past('-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) {
    const end = past(']]>', at + 9);
    handler.text(at + 9, Math.max(at + 9, end - 3), true);
    return end;
  }
  if (xml.startsWith('<?', at)) return past('?>', at + 2);
  throw new UnreadableError(
    'holds a document type or entity declaration, which no Word document has, and is not read.',
  );
}

const attribute = /([^\s=<>"'/]{1,200})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g;

function attributesOf(raw: string, canonical: (name: string) => string): Attributes {
  const found = new Map<string, string>();
  if (!raw) return found;
  for (const match of raw.matchAll(attribute)) {
    const name = match[1] as string;
    const value = decodeXml(match[2] ?? match[3] ?? '');
    found.set(name.includes(':') ? canonical(name) : name, value);
    if (found.size > 1000) break;
  }
  return found;
}

function declare(raw: string, prefixes: Map<string, string>): void {
  for (const match of raw.matchAll(attribute)) {
    const prefix = /^xmlns(?::(.{1,100}))?$/.exec(match[1] as string);
    if (!prefix || prefixes.size > 1000) continue;
    const uri = match[2] ?? match[3] ?? '';
    const row = namespaces.find(([pattern]) => pattern.test(uri));
    if (row) prefixes.set(prefix[1] ?? '', row[1]);
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
export const xmlEntity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi;

/** Character references and the five named entities; anything else stands as it is. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(xmlEntity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
