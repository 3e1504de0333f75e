import type { Item } from '../model/item.ts';
import type { ReadyEntry, Source } from '../model/source.ts';
import { scanDates } from '../text/date.ts';
import { plainSource } from './source.ts';

const types: Record<string, Item['type']> = {
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  THES: 'thesis',
  RPRT: 'report',
  ELEC: 'webpage',
  ICOMM: 'webpage',
  BLOG: 'post-weblog',
  DATA: 'dataset',
  COMP: 'software',
  PAT: 'patent',
  STAND: 'standard',
  CASE: 'legal_case',
  BILL: 'bill',
  STAT: 'legislation',
  UNPB: 'manuscript',
  VIDEO: 'motion_picture',
};
const fields: Record<string, keyof Item> = {
  TI: 'title',
  T1: 'title',
  CT: 'title',
  T2: 'container-title',
  JO: 'container-title',
  JF: 'container-title',
  BT: 'container-title',
  T3: 'collection-title',
  PB: 'publisher',
  CY: 'publisher-place',
  VL: 'volume',
  IS: 'issue',
  ET: 'edition',
  DO: 'DOI',
  UR: 'URL',
  SN: 'ISSN',
  LA: 'language',
  AB: 'abstract',
  N1: 'note',
};
const names: Record<string, 'author' | 'editor' | 'translator'> = {
  AU: 'author',
  A1: 'author',
  ED: 'editor',
  A2: 'editor',
  A4: 'translator',
};
const line = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/;

/** RIS (https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html), a record from `TY` to `ER`. */
export function readRis(path: string, text: string): Source {
  const entries: ReadyEntry[] = [];
  let item: Record<string, unknown> | undefined;
  let [start, at] = [0, 0];
  for (const raw of text.split('\n')) {
    const match = line.exec(raw.replace(/\r$/, ''));
    if (match) {
      const [, tag, value] = match as unknown as [string, string, string];
      if (tag === 'TY') {
        item = { type: types[value.trim()] ?? 'document' };
        start = at;
      } else if (tag === 'ER' && item) {
        entries.push(entryOf(item, entries.length, start, at + raw.length));
        item = undefined;
      } else if (item && value.trim()) put(item, tag, value.trim());
    }
    at += raw.length + 1;
  }
  if (item) entries.push(entryOf(item, entries.length, start, text.length));
  return plainSource(path, 'ris', text, { entries });
}

function put(item: Record<string, unknown>, tag: string, value: string): void {
  const role = names[tag];
  if (role) {
    const [family, given] = value.split(/,\s*/, 2);
    item[role] = [...((item[role] as unknown[]) ?? []), given ? { family, given } : { literal: value }];
  } else if (tag === 'PY' || tag === 'Y1' || tag === 'DA')
    item.issued ??= scanDates(value.replace(/\/+$/, '').replaceAll('/', '-'))[0]?.date;
  else if (tag === 'Y2') item.accessed ??= scanDates(value.replace(/\/+$/, '').replaceAll('/', '-'))[0]?.date;
  else if (tag === 'SP') item.page = value;
  else if (tag === 'EP' && item.page && item.page !== value) item.page = `${item.page}-${value}`;
  else if (tag === 'ID') item.id = value;
  else if (fields[tag]) item[fields[tag] as string] ??= value;
}

function entryOf(item: Record<string, unknown>, index: number, start: number, end: number): ReadyEntry {
  const key = String(item.id ?? `entry-${index + 1}`);
  const kept = Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
  return { key, item: { ...kept, id: key } as Item, start, end };
}
