import type { RegistryAnswer } from '../../model/evidence.ts';
import type { Item } from '../../model/item.ts';
import { type AskOptions, addressOf, askJson, askText, type Said } from './ask.ts';
import { ciniiItem } from './cinii.ts';
import { crossrefItem, crossrefUpdates } from './crossref.ts';
import { jstageItem, ndlItem, readFeed } from './feed.ts';
import { at, list } from './field.ts';
import { openalexItem } from './openalex.ts';
import type { ServiceName } from './services.ts';

/** What is asked for: the parts of a citation a search can use. */
export interface Wanted {
  title: string;
  /** The first author's family name, or the whole name where that is not told apart. */
  author?: string;
  container?: string;
  year?: number;
  issn?: string;
  volume?: string;
  issue?: string;
  language?: string;
  type: Item['type'];
}

interface Index {
  service: ServiceName;
  languages: readonly string[];
  types: readonly Item['type'][];
  /** Languages of which it holds only a part, so that its silence says nothing. */
  partial?: readonly string[];
  ask(wanted: Wanted, options: AskOptions): Promise<Said<Record<string, unknown>[]>>;
}

/** Candidates looked at from each index. */
const rows = 5;

const articles: Item['type'][] = [
  'article-journal',
  'paper-conference',
  'chapter',
  'review',
  'review-book',
  'article',
  'report',
  'thesis',
];
const books: Item['type'][] = ['book', 'chapter', 'collection', 'thesis', 'report'];

const items =
  (path: readonly (string | number)[], read: (value: unknown) => Record<string, unknown> | undefined) =>
  (said: Said<unknown>): Said<Record<string, unknown>[]> =>
    said.outcome === 'answered'
      ? {
          outcome: 'answered',
          value: list(at(said.value, ...path))
            .map(read)
            .filter((item) => item !== undefined),
        }
      : said;

const json = 'application/json';

/**
 * Which index is asked for which languages and types. One that an index does not cover is never asked, so that its
 * silence is never taken for a sign.
 */
export const indexes: readonly Index[] = [
  {
    service: 'crossref',
    languages: ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja', 'ko'],
    partial: ['ja', 'ko'],
    types: [...articles, 'book'],
    ask: async (wanted, options) => {
      const words = [wanted.title, wanted.author, wanted.container, wanted.year].filter(Boolean).join(' ');
      const url = addressOf(
        'crossref',
        ['works'],
        { 'query.bibliographic': words, rows: String(rows) },
        options,
      );
      return items(['message', 'items'], withUpdates)(await askJson(url, json, options));
    },
  },
  {
    service: 'openalex',
    languages: ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja', 'ko', 'zh'],
    partial: ['ja', 'ko', 'zh'],
    types: [...articles, 'book'],
    ask: async (wanted, options) =>
      items(
        ['results'],
        openalexItem,
      )(
        await askJson(
          addressOf('openalex', ['works'], { search: wanted.title, 'per-page': String(rows) }, options),
          json,
          options,
        ),
      ),
  },
  {
    service: 'cinii',
    languages: ['ja'],
    types: [...articles, ...books],
    ask: async (wanted, options) => {
      const parameters = {
        title: wanted.title,
        format: 'json',
        count: String(rows),
        ...(wanted.author ? { creator: wanted.author } : {}),
      };
      return items(
        ['items'],
        ciniiItem,
      )(await askJson(addressOf('cinii', ['opensearch', 'all'], parameters, options), json, options));
    },
  },
  {
    service: 'ndl',
    languages: ['ja'],
    types: books,
    ask: (wanted, options) =>
      askFeed(
        addressOf('ndl', ['api', 'opensearch'], { title: wanted.title, cnt: String(rows) }, options),
        ['item'],
        ndlItem,
        options,
      ),
  },
  {
    service: 'jstage',
    languages: ['ja'],
    types: articles,
    ask: (wanted, options) =>
      askFeed(
        addressOf(
          'jstage',
          ['searchapi', 'do'],
          { service: '3', article: wanted.title, count: String(rows) },
          options,
        ),
        ['entry'],
        jstageItem,
        options,
      ),
  },
];

const withUpdates = (row: unknown) => {
  const item = crossrefItem(row);
  const updates = crossrefUpdates(row);
  return item && updates.length > 0 ? { ...item, custom: { updates } } : item;
};

async function askFeed(
  url: string,
  entryNames: readonly string[],
  read: (entry: Awaited<ReturnType<typeof readFeed>>[number]) => Record<string, unknown>,
  options: AskOptions,
): Promise<Said<Record<string, unknown>[]>> {
  const said = await askText(url, 'application/xml', options);
  if (said.outcome !== 'answered') return said;
  if (!/^\s*(?:<\?xml|<rss|<feed)/i.test(said.value))
    return { outcome: 'unavailable', why: 'answered with something other than a feed' };
  return { outcome: 'answered', value: (await readFeed(said.value, entryNames)).map(read) };
}

/** The indexes that should hold such a work, and those that do not cover it. */
export const indexesFor = (wanted: Wanted): Index[] =>
  indexes.filter(
    (index) =>
      index.types.includes(wanted.type) && index.languages.includes((wanted.language ?? 'en').slice(0, 2)),
  );

const silenceTells = ({ partial }: Index, { language }: Wanted): boolean =>
  !partial?.includes((language ?? 'en').slice(0, 2));

/**
 * Asks every index that should hold the work, one after the other, until `sure` says that an answer settles it. An
 * answer without candidates is `not-found`; a service in trouble is `unavailable`, and neither is the other.
 */
export async function searchWorks(
  wanted: Wanted,
  sure: (item: Record<string, unknown>) => boolean,
  nowIso: string,
  options: AskOptions,
): Promise<RegistryAnswer[]> {
  const answers: RegistryAnswer[] = [];
  const asked = indexesFor(wanted);
  if (asked.length === 0)
    return [
      {
        service: 'open indexes',
        query: `title “${wanted.title}”`,
        outcome: 'not-covered',
        why: `none covers a ${wanted.type} in this language (${wanted.language ?? 'unknown'})`,
        items: [],
        updates: [],
        at: nowIso,
      },
    ];
  for (const index of asked) {
    const said = await index.ask(wanted, options);
    const base = {
      service: index.service,
      query: `title “${wanted.title}”`,
      items: [],
      updates: [],
      at: nowIso,
    };
    if (said.outcome === 'unavailable') answers.push({ ...base, outcome: 'unavailable', why: said.why });
    else if (said.outcome === 'not-found' || said.value.length === 0)
      answers.push(
        silenceTells(index, wanted)
          ? { ...base, outcome: 'not-found' }
          : { ...base, outcome: 'not-covered', why: 'it holds only a part of what appears in this language' },
      );
    else {
      answers.push({ ...base, outcome: 'found', items: said.value });
      if (said.value.some(sure)) break;
    }
  }
  return answers;
}
