import type { Finding } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import type { ReadyEntry, Source } from '../../model/source.ts';
import { scanDates } from '../../text/date.ts';
import { plainSource } from '../source.ts';
import { texToText } from '../tex/signs.ts';
import { type RawEntry, scanEntries } from './entries.ts';
import { namesOf } from './names.ts';

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

/** BibTeX and BibLaTeX; one bad entry is told and passed over. */
export function readBibtex(path: string, text: string): Source {
  const entries: ReadyEntry[] = [];
  const findings: Finding[] = [];
  const source = plainSource(path, 'bibtex', text);
  for (const chunk of scanEntries(text)) {
    const { start, end } = chunk;
    if (chunk.kind === 'entry') {
      const item = itemOf(chunk.entry, entries.length);
      entries.push({ key: item.id, item, start, end });
      continue;
    }
    const place = source.place(start, end);
    findings.push({
      rule: 'unreadable-entry',
      severity: 'error',
      place,
      message: `The entry at line ${place.line} cannot be read: ${chunk.why}.`,
    });
  }
  return { ...source, entries: inherit(entries, text), findings };
}

/** Fields an entry lacks and takes from the one it names as `crossref`, one step far. */
function inherit(entries: ReadyEntry[], text: string): ReadyEntry[] {
  if (!/crossref/i.test(text)) return entries;
  const byKey = new Map(entries.map((entry) => [entry.key, entry.item]));
  return entries.map((entry) => {
    const parent = byKey.get(String(entry.item.custom?.crossref ?? ''));
    const { custom: _, ...own } = entry.item;
    if (!parent) return { ...entry, item: own };
    const { title, editor, publisher, issued } = parent;
    const lent = {
      'container-title': title,
      editor,
      publisher,
      'publisher-place': parent['publisher-place'],
      issued,
    };
    const missing = Object.entries(lent).filter(
      ([field, value]) => value && entry.item[field as keyof Item] === undefined,
    );
    return { ...entry, item: { ...own, ...Object.fromEntries(missing) } };
  });
}

const verbatim = new Set(['url', 'doi', 'eprint', 'file']);

/** A field as a reader would see it. URLs are not TeX but for the escapes that habit puts in. */
function plain(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = verbatim.has(name)
    ? value
        .replace(/\\url\s?\{([^{}]{0,4000})\}/g, '$1')
        .replace(/\\([&%#_$~])/g, '$1')
        .replace(/[{}]/g, '')
    : texToText(value.replace(/\\url\s?\{/g, '{'));
  return text.replace(/\s+/g, ' ').trim() || undefined;
}

function itemOf({ type, key, fields: given }: RawEntry, index: number): Item {
  const item: Record<string, unknown> = {
    id: key || `entry-${index + 1}`,
    type: Object.hasOwn(types, type) ? types[type] : 'document',
  };
  for (const [from, to] of fields) {
    const value = plain(from, given.get(from));
    if (value && item[to] === undefined) item[to] = to === 'page' ? value.replace(/\s?–\s?/g, '-') : value;
  }
  const doi = typeof item.DOI === 'string' ? /10\.\d{4,9}\/\S{1,300}/.exec(item.DOI)?.[0] : undefined;
  if (doi) item.DOI = doi;
  const link = /https?:\/\/\S{3,2000}/.exec(plain('url', given.get('howpublished')) ?? '')?.[0];
  if (link) {
    item.URL ??= link;
    delete item.medium;
  }
  for (const field of nameFields) {
    const names = namesOf(given.get(field) ?? '');
    if (names.length > 0) item[field] = names;
  }
  const issued = dateOf(given.get('date')) ?? yearOf(given);
  const accessed = dateOf(given.get('urldate'));
  if (issued) item.issued = issued;
  if (accessed) item.accessed = accessed;
  const crossref = given.get('crossref') ?? given.get('xdata');
  if (crossref) item.custom = { crossref: crossref.trim() };
  return item as unknown as Item;
}

function dateOf(raw: string | undefined): Item['issued'] {
  const text = raw && texToText(raw).trim();
  if (!text) return undefined;
  const range = /^(\d{4}(?:-\d{2}){0,2})\/(\d{4}(?:-\d{2}){0,2})$/.exec(text);
  if (range)
    return {
      'date-parts': [range[1] as string, range[2] as string].map((part) => part.split('-').map(Number)),
    };
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (parts) return { 'date-parts': [parts.slice(1).filter(Boolean).map(Number)] };
  return scanDates(text)[0]?.date ?? { literal: text.slice(0, 200) };
}

function yearOf(given: RawEntry['fields']): Item['issued'] {
  const year = texToText(given.get('year') ?? '').trim();
  if (!/^\d{4}$/.test(year)) return dateOf(year);
  const [month, day] = ['month', 'day'].map((name) => texToText(given.get(name) ?? '').trim());
  const number = /^\d{1,2}$/.test(month ?? '') ? Number(month) : monthNumber(month ?? '');
  const parts = [
    Number(year),
    ...(number ? [number, ...(/^\d{1,2}$/.test(day ?? '') ? [Number(day)] : [])] : []),
  ];
  return { 'date-parts': [parts] };
}

const monthNumber = (name: string): number | undefined => {
  const at = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.toLowerCase().slice(0, 3));
  return name.length >= 3 && at % 3 === 0 ? at / 3 + 1 : undefined;
};
