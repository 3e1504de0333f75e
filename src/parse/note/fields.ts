import type { Item, Name } from '../../model/item.ts';
import type { Span } from '../../model/place.ts';
import type { FoundDate } from '../../text/date.ts';
import type { Traces } from './evidence.ts';
import { isBookPublisher, isOrganisation, isPressAgency, roleOf } from './organisations.ts';
import { type Piece, piecesOf } from './pieces.ts';

export type Fields = Partial<Omit<Item, 'id'>>;

/**
 * A note's citation read by the order of its pieces (who, title, where, when), where its build leaves no doubt about the
 * order: a page of the web or the press with its day, or names before a colon and a journal in 《》. Everything else is
 * left to the model: answers undefined.
 */
export function fieldsOf(text: string, found: Traces): Fields | undefined {
  if (text.length > longest || typeMark.test(text) || /^\s*[(（]?\d{4}/.test(text)) return undefined;
  const pieces = piecesOf(text, found).filter(({ text: piece }) => !connective.test(piece));
  if (pieces.length === 0 || pieces.length > 7) return undefined;
  const quoted = pieces.findIndex(({ quote }) => quote !== undefined && quote !== '‘');
  const inQuotes = quoted >= 0 && titleIsQuoted(pieces, quoted);
  if (!(inQuotes ? isPressQuoted : quoted > 0 ? isColonJournal : isPressPlain)(text, pieces, quoted, found))
    return undefined;
  const named = inQuotes ? fromQuoted(pieces, quoted) : fromPlain(text, pieces, quoted);
  if (!named?.title) return undefined;
  return { ...named, ...numbersOf(text, found), ...dateOf(found) };
}

/** Longest text read by order; a citation of that build is short. */
const longest = 900;
const typeMark = /[[［][A-Z]{1,2}(?:\/OL)?[\]］]/;
const connective = /^(?:doi|DOI|in|In|no|No|pp?|Vol|vol|第|年|期|页|頁|号)\.?$/u;

type Build = (text: string, pieces: readonly Piece[], quoted: number, found: Traces) => boolean;

/** A date with a month that is no access date, outside quotations: what a page or a paper bears and a book does not. */
const datedByMonth = ({ dates, access, quoted }: Traces): FoundDate | undefined =>
  dates.find(
    (date) =>
      date.parts > 1 &&
      ![...access, ...quoted].some((span) => span.start <= date.start && span.end >= date.end),
  );

/** `「題」、省庁、年月日`, with at most a name before it. */
const isPressQuoted: Build = (text, pieces, quoted, found) => {
  const where = pieces.slice(quoted + 1);
  const known =
    where.length === 1 || (where.length === 2 && where.every(({ text: piece }) => piece.length < 24));
  return (
    quoted <= 1 &&
    pieces[quoted]?.quote === '「' &&
    known &&
    datedByMonth(found) !== undefined &&
    (found.urls.length > 0 || isOrganisation(where[0]?.text ?? '')) &&
    !/[(（][^)）]{0,20}(?:出版社|書店|書房|Press)/u.test(text)
  );
};

/** `title, White House, May 23, 2022. URL`: the last piece before the date is a known kind of body, and a link follows. */
const isPressPlain: Build = (text, pieces, _quoted, found) => {
  // A quotation would be the title, and a year in brackets behind names begins another order.
  if (/[“‘]|\(\d{4}[a-z]?\)/u.test(text)) return false;
  const date = datedByMonth(found);
  const before = date && pieces.filter(({ end }) => end <= date.start);
  const last = before?.at(-1);
  return (
    last !== undefined &&
    found.urls.length > 0 &&
    pieces.length === before?.length &&
    pieces.length > 1 &&
    isOrganisation(last.text)
  );
};

/** `作者,作者:题,《刊》,年第n期`. */
const isColonJournal: Build = (text, pieces, quoted, found) =>
  isCjk(text) &&
  pieces[quoted]?.quote === '《' &&
  found.quoted.filter(({ start }) => text.charAt(start) === '《').length === 1 &&
  !/[\p{Script=Han}](?:编|編|主编|译|譯)[:：，,]/u.test(text);

const isCjk = (text: string): boolean => /[\p{Script=Han}\p{Script=Hangul}\u3041-\u30fa]/u.test(text);

/** `作者:题,《刊》`: the quotation is what the title appears in when an unquoted title stands before it. */
function titleIsQuoted(pieces: readonly Piece[], at: number): boolean {
  const before = pieces.slice(0, at);
  if (pieces[at]?.quote !== '《' && pieces[at]?.quote !== '『') return true;
  const last = before.at(-1);
  if (!last) return true;
  const colon = /^(.{2,30}?)[:：](.{4,})$/u.exec(last.text);
  return (
    !(colon && namesIn(colon[1] as string)) &&
    (before.every(({ text }) => looksLikeName(text)) || before.length === 0)
  );
}

function fromQuoted(pieces: readonly Piece[], at: number): Fields {
  const title = (pieces[at] as Piece).text;
  const author = pieces.slice(0, at).flatMap(({ text }) => namesIn(text) ?? [{ literal: text }]);
  return {
    title,
    ...(author.length ? { author: joinReversed(author) } : {}),
    ...whereOf(
      pieces.slice(at + 1),
      (pieces[at] as Piece).quote === '『' || (pieces[at] as Piece).quote === '《',
    ),
  };
}

/** No quoted title: `who: title, where` or `title, where`, the last piece being where it appeared. */
function fromPlain(text: string, pieces: Piece[], quoted: number): Fields | undefined {
  const container = quoted > 0 ? pieces[quoted] : undefined;
  const plain = pieces.slice(0, quoted > 0 ? quoted : pieces.length);
  const [first] = plain;
  if (!first) return undefined;
  // Authors before a colon: `韦宗友,汤杰:题`, each of them a name.
  const colonAt = plain.findIndex(({ text: piece }) => /[:：]/u.test(piece));
  const colon = colonAt >= 0 ? /^([^:：]{2,40})[:：]\s*(.+)$/u.exec((plain[colonAt] as Piece).text) : null;
  const lead = colon ? [...plain.slice(0, colonAt).map(({ text: piece }) => piece), colon[1] as string] : [];
  if (
    colon &&
    isCjk(text) &&
    lead.every(
      (piece) =>
        looksLikeName(piece) ||
        /(?:课题组|课題組|編輯部|编辑部|研究所|委员会|委員会|研究会|小组)$/u.test(piece),
    )
  ) {
    const holder = plain[colonAt] as Piece;
    const titleStart = holder.end - (colon[2] as string).length;
    const rest = plain.slice(colonAt + 1);
    const where = container ? [] : rest.slice(-1).filter(({ text: piece }) => piece.length < 20);
    const titleEnd = (where[0] ? rest.at(-2) : rest.at(-1))?.end ?? holder.end;
    return {
      author: lead.flatMap((piece) => namesIn(piece) ?? [{ literal: piece.trim() }]),
      title: text.slice(titleStart, titleEnd).trim(),
      ...(container ? { 'container-title': container.text } : where[0] ? whereOf(where, false) : {}),
    };
  }
  if (container) return undefined;
  const withAuthor = plain.length >= 3 && personName(first.text) && !isOrganisation(first.text);
  const from = withAuthor ? plain[1] : first;
  const where = plain.length > (withAuthor ? 2 : 1) ? plain.at(-1) : undefined;
  const last = where ? plain.at(-2) : plain.at(-1);
  if (!from || !last || last.end < from.start) return undefined;
  return {
    ...(withAuthor ? { author: namesIn(first.text) ?? [{ literal: first.text }] } : {}),
    title: text.slice(from.start, last.end).trim(),
    ...(where ? whereOf([where], false) : {}),
  };
}

/** What stands behind the title: a quoted or plain container, a publisher. */
function whereOf(pieces: readonly Piece[], isBook: boolean): Fields {
  const fields: Record<string, string> = {};
  for (const { text, quote } of pieces) {
    const name = text
      .replace(/\s?(?:No|Vol|Nr)\.?$/i, '')
      .replace(/\s?\d{0,3}\s?[,，]?$/u, '')
      .trim();
    if (!name || /^\d+$/.test(name)) continue;
    const role = quote ? 'container-title' : isBook && isBookPublisher(name) ? 'publisher' : roleOf(name);
    if (fields[role] === undefined) fields[role] = name;
  }
  return fields;
}

const surname = '[\\p{Script=Han}々ヶ]';
const cjkName = new RegExp(
  `^(?:${surname}{2,4}|[\\p{Script=Han}\\u3041-\\u3096\\u30a1-\\u30fa々ー]{2,9}|[\\p{Script=Katakana}ー]{1,12}(?:[・=＝][\\p{Script=Katakana}ー]{1,12}){1,4}|[가-힣]{2,4})$`,
  'u',
);
const latinName =
  /^(?:\p{Lu}[\p{L}’'-]{0,20}\.?|\p{Lu}\.(?:-?\p{Lu}\.)?|van|von|de|der|den|la|le|di|al|bin|da|dos)(?:\s(?:\p{Lu}[\p{L}’'-]{0,20}\.?|(?:\p{Lu}\.-?){1,3}|van|von|de|der|den|la|le|di|al|bin|da|dos)){1,4}$/u;

const looksLikeName = (text: string): boolean => {
  const name = text
    .trim()
    .replace(/(?:等|ほか|他|외|et al\.?)$/u, '')
    .replace(/\s?(?:主编|主編|编著|編著|编译|著|编|編|译|訳|譯|監修|編訳)$/u, '')
    .trim();
  return cjkName.test(name.replace(/\s/g, '')) || latinName.test(name);
};

/** A person's name on evidence: an initial, or a shape that is not the shape of a title. */
const personName = (text: string): boolean =>
  (/\b\p{Lu}\.(?:\s|$)/u.test(text) && latinName.test(text.trim())) ||
  (latinName.test(text.trim()) && text.trim().split(' ').length <= 3) ||
  (isCjk(text) && cjkName.test(text.trim()) && text.trim().length <= 4);

/** Names in one piece, several joined by 、 · and / & ; undefined where it is no list of names. */
function namesIn(text: string): Name[] | undefined {
  const clean = text
    .replace(/\s?(?:主编|主編|编著|編著|著|编|編)$/u, '')
    .replace(/(?:等|ほか|他)$/u, '')
    .trim();
  const parts = clean
    .split(/\s?[、，,；;]\s?(?:and\s)?|\s(?:and|und|et|&)\s|[・·](?=\p{Script=Han}{2})/u)
    .filter(Boolean);
  if (!parts.every(looksLikeName)) return undefined;
  return parts.map((part) => nameOf(part.trim()));
}

function nameOf(text: string): Name {
  if (isCjk(text)) return { literal: text.replace(/(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu, '') };
  const words = text.replace(/^(?:and|&)\s/, '').split(' ');
  const family = words.slice(-1).join(' ');
  return words.length > 1 ? { family, given: words.slice(0, -1).join(' ') } : { literal: text };
}

/** `Kim, Hyun-Wook` came apart into two pieces: a family name alone, then a given name. */
function joinReversed(names: Name[]): Name[] {
  const joined: Name[] = [];
  for (let at = 0; at < names.length; at += 1) {
    const [name, next] = [names[at] as Name, names[at + 1]];
    const lone = name.literal && !isCjk(name.literal) && !name.literal.includes(' ');
    if (lone && next && joined.length === 0) {
      const given = next.literal ?? [next.given, next.family].filter(Boolean).join(' ');
      joined.push({ family: name.literal as string, given });
      at += 1;
    } else if (name.literal?.startsWith('and ')) joined.push(nameOf(name.literal.slice(4)));
    else joined.push(name);
  }
  return joined;
}

function dateOf(found: Traces): Fields {
  const within = (date: Span, spans: readonly Span[]) =>
    spans.some((span) => span.start <= date.start && span.end >= date.end);
  const issued = found.dates.filter((date) => !within(date, found.access) && !within(date, found.quoted));
  // A title may hold a year; the date of issue is the one that tells most.
  const fullest = issued.toSorted((a, b) => b.parts - a.parts)[0];
  const accessed = found.dates.find((date) => within(date, found.access));
  return { ...(fullest ? { issued: fullest.date } : {}), ...(accessed ? { accessed: accessed.date } : {}) };
}

const n = '([0-9０-９一二三四五六七八九十百]{1,6})';
const numberForms: readonly { field: 'issue' | 'volume' | 'page'; pattern: RegExp; more?: 'issue' }[] = [
  { field: 'issue', pattern: new RegExp(`第\\s?${n}\\s?[期号號辑輯]`, 'u') },
  { field: 'volume', pattern: new RegExp(`第?\\s?${n}\\s?[卷巻]`, 'u') },
  { field: 'volume', pattern: /\b(?:vol\.?|volume|Bd\.)\s?(\d{1,4})/i },
  { field: 'issue', pattern: /\b(?:no\.?|issue|Nr\.|Heft)\s?(\d{1,4})/i },
  { field: 'volume', pattern: /(?<![\d:/-])(\d{1,3}):(\d{1,3})(?![\d:/-])/, more: 'issue' },
  { field: 'volume', pattern: /(?<!\d)(\d{1,3})\s?\((\d{1,3})\)(?!\d)/, more: 'issue' },
  { field: 'volume', pattern: /(?<!\d)(\d{1,3}),?\s(?:no\.|issue)\s?(\d{1,3})/i, more: 'issue' },
  { field: 'page', pattern: /第\s?([\d０-９]{1,6}(?:\s?[-–—~～至、,，]\s?[\d０-９]{1,6}){0,8})\s?[页頁]/u },
  { field: 'page', pattern: /\bpp?\.\s?([\dA-Z]{1,6}(?:\s?[-–—]\s?\d{1,6})?)/ },
  {
    field: 'page',
    pattern: /(?<![\d第])([\d０-９]{1,6}(?:\s?[-–—~～]\s?[\d０-９]{1,6})?)\s?(?:頁|页|쪽|면)/u,
  },
];

/** Volume, issue and pages where the text names them as such. */
function numbersOf(text: string, found: Traces): Fields {
  const holes = [...found.urls, ...found.dois, ...found.quoted, ...found.dates];
  const bare = [...text].length === text.length ? blank(text, holes) : text;
  const fields: Record<string, string> = {};
  for (const { field, pattern, more } of numberForms) {
    const match = pattern.exec(bare);
    if (!match || fields[field] !== undefined) continue;
    fields[field] = (match[1] as string).normalize('NFKC').replace(/\s/g, '');
    if (more && match[2]) fields[more] ??= match[2];
  }
  return fields;
}

function blank(text: string, holes: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of holes)
    result = result.slice(0, start) + '\u0000'.repeat(end - start) + result.slice(end);
  return result;
}

/** The type a note's own words give away; undefined where they do not. */
export function typeOf(fields: Fields, hasUrl: boolean): Item['type'] | undefined {
  const { 'container-title': container, publisher, volume, issue, page } = fields;
  if (container && (volume || issue))
    return isPressAgency(container) && !volume ? 'article-magazine' : 'article-journal';
  if (container && isPressAgency(container)) return 'article-newspaper';
  if (container && page) return 'article-journal';
  if (publisher && isBookPublisher(publisher)) return 'book';
  if (hasUrl) return 'webpage';
  return undefined;
}
