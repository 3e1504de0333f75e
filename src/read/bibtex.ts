import type { Finding } from '../model/finding.ts';
import type { Item, Name } from '../model/item.ts';
import type { ReadyEntry, Source } from '../model/source.ts';
import { scanDates } from '../text/date.ts';
import { plainSource } from './source.ts';

/** BibTeX and BibLaTeX entry types as CSL types. */
const types: Record<string, Item['type']> = {
  article: 'article-journal',
  periodical: 'periodical',
  suppperiodical: 'article-journal',
  book: 'book',
  mvbook: 'book',
  booklet: 'pamphlet',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  inbook: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  inreference: 'entry-encyclopedia',
  reference: 'book',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  manual: 'document',
  patent: 'patent',
  dataset: 'dataset',
  software: 'software',
  unpublished: 'manuscript',
  legislation: 'legislation',
  jurisdiction: 'legal_case',
  standard: 'standard',
  misc: 'document',
};

/** Fields as CSL has them; a later row does not take the place of an earlier one. */
const fields: readonly (readonly [string, keyof Item])[] = [
  ['title', 'title'],
  ['journaltitle', 'container-title'],
  ['journal', 'container-title'],
  ['booktitle', 'container-title'],
  ['maintitle', 'collection-title'],
  ['series', 'collection-title'],
  ['publisher', 'publisher'],
  ['institution', 'publisher'],
  ['school', 'publisher'],
  ['organization', 'publisher'],
  ['howpublished', 'medium'],
  ['location', 'publisher-place'],
  ['address', 'publisher-place'],
  ['volume', 'volume'],
  ['number', 'issue'],
  ['issue', 'issue'],
  ['pages', 'page'],
  ['edition', 'edition'],
  ['chapter', 'chapter-number'],
  ['eventtitle', 'event-title'],
  ['note', 'note'],
  ['abstract', 'abstract'],
  ['doi', 'DOI'],
  ['url', 'URL'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['langid', 'language'],
  ['language', 'language'],
  ['keywords', 'keyword'],
  ['eprint', 'archive_location'],
  ['type', 'genre'],
];
const nameFields = ['author', 'editor', 'translator'] as const;

/** BibTeX and BibLaTeX. Entries are told apart by a scan of our own, so that one bad entry does not cost the others. */
export async function readBibtex(path: string, text: string): Promise<Source> {
  const { parse } = await import('@retorquere/bibtex-parser');
  const entries: ReadyEntry[] = [];
  const findings: Finding[] = [];
  const source = plainSource(path, 'bibtex', text);
  const chunks = splitEntries(text);
  const strings = chunks
    .filter(({ kind }) => kind === 'string')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
  for (const { start, end, kind } of chunks) {
    if (['string', 'comment', 'preamble'].includes(kind)) continue;
    try {
      const library = parse(`${strings}\n${text.slice(start, end)}`, {
        sentenceCase: false,
        raw: false,
      } as never) as unknown as { entries: Parsed[] };
      const entry = library.entries[0];
      if (!entry) throw new Error('no entry was understood');
      entries.push({
        key: entry.key || `entry-${entries.length + 1}`,
        item: itemOf(entry, entries.length),
        start,
        end,
      });
    } catch (cause) {
      const place = source.place(start, end);
      findings.push({
        rule: 'unreadable-entry',
        severity: 'error',
        place,
        message: `The entry at line ${place.line} cannot be read (${(cause as Error).message.split('\n')[0]?.slice(0, 120)}).`,
      });
    }
  }
  return { ...source, entries, findings };
}

interface Parsed {
  type: string;
  key: string;
  fields: Record<string, unknown>;
}

/** `@type{` … to its closing brace, by counting braces; an entry that never closes ends where the next line begins with `@`. */
function splitEntries(text: string): { kind: string; start: number; end: number }[] {
  const chunks: { kind: string; start: number; end: number }[] = [];
  const head = /^[ \t]*@([a-z]{1,30})\s{0,20}[{(]/gim;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const start = match.index + match[0].indexOf('@');
    let depth = 0;
    let end = -1;
    for (let at = match.index + match[0].length - 1; at < text.length; at += 1) {
      const sign = text.charAt(at);
      if (sign === '\\') at += 1;
      else if (sign === '{' || (depth === 0 && sign === '(')) depth += 1;
      else if (
        sign === '}' ||
        (depth === 1 && sign === ')' && text.charAt(match.index + match[0].length - 1) === '(')
      ) {
        depth -= 1;
        if (depth === 0) {
          end = at + 1;
          break;
        }
      } else if (
        sign === '\n' &&
        /^[ \t]*@[a-z]{1,30}\s{0,20}\{[^\s,]{1,200},/i.test(text.slice(at + 1, at + 300))
      ) {
        end = at;
        break;
      }
    }
    if (end === -1) end = text.length;
    chunks.push({ kind: (match[1] as string).toLowerCase(), start, end });
    head.lastIndex = end;
  }
  return chunks;
}

const plain = (value: unknown): string | undefined => {
  const text = Array.isArray(value)
    ? value.map(String).join(' and ')
    : value === undefined || value === null
      ? undefined
      : String(value);
  return (
    text
      ?.replace(/<\/?[a-z][^<>]{0,40}>/gi, '')
      .replace(/\s+/g, ' ')
      .trim() || undefined
  );
};

function itemOf({ type, key, fields: given }: Parsed, index: number): Item {
  const item: Record<string, unknown> = {
    id: key || `entry-${index + 1}`,
    type: types[type.toLowerCase()] ?? 'document',
  };
  for (const [from, to] of fields) {
    const value = plain(given[from]);
    if (value && item[to] === undefined) item[to] = to === 'page' ? value.replace(/-{2,}/g, '-') : value;
  }
  for (const field of nameFields) {
    const names = given[field];
    if (Array.isArray(names)) item[field] = names.map(nameOf).filter((name) => Object.keys(name).length > 0);
  }
  const issued =
    plain(given.date) ?? [plain(given.year), plain(given.month), plain(given.day)].filter(Boolean).join('-');
  const dates = { issued: dateOf(issued), accessed: dateOf(plain(given.urldate)) };
  return { ...item, ...Object.fromEntries(Object.entries(dates).filter(([, date]) => date)) } as Item;
}

function dateOf(text: string | undefined): Item['issued'] {
  if (!text) return undefined;
  return scanDates(text)[0]?.date ?? { literal: text };
}

function nameOf(raw: unknown): Name {
  const { lastName, firstName, prefix, suffix, name } = raw as Record<string, unknown>;
  if (plain(name)) return { literal: plain(name) as string };
  const parts = {
    family: plain(lastName),
    given: plain(firstName),
    'non-dropping-particle': plain(prefix),
    suffix: plain(suffix),
  };
  if (
    parts.family &&
    !parts.given &&
    /[\s\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(parts.family)
  )
    return { literal: parts.family };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value)) as Name;
}
