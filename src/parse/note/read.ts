import { languageOf } from '../../text/language.ts';
import type { ParsedReference, ReferenceParser } from '../reference/index.ts';
import { type Traces, traces } from './evidence.ts';
import { type Fields, fieldsOf, typeOf } from './fields.ts';
import { legalFields } from './legal.ts';

/**
 * How sure a field read by the order of its pieces is: how often it was right over our own data and references never
 * trained on, pulled towards a half where there were few.
 */
const byOrder: Readonly<Record<string, number>> = {
  title: 0.93,
  author: 0.96,
  'container-title': 0.92,
  issued: 0.98,
  accessed: 0.95,
  volume: 0.91,
  issue: 0.85,
  page: 0.8,
  editor: 0.88,
  publisher: 0.7,
};
/** What is in no row: editions and the like, seen seldom. */
const seldom = 0.7;
const sureOf = (fields: object): Record<string, number> =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, byOrder[field] ?? seldom]));
/** How often every field of such a citation was right: of those read by order, and of those of a legal build. */
const wholeByOrder = 0.88;
const wholeLegal = 0.72;

/** One citation's text: what its build gives away is believed, the model reads the rest. */
export function readReference(text: string, references: ReferenceParser): ParsedReference {
  const legal = legalFields(text);
  if (legal) return readLegal(legal, references.parse(text));
  const found = traces(text);
  const fields = fieldsOf(text, found);
  const read = references.parse(text);
  const item = withWholeDate(fields ? merged(read, fields) : read.item, found);
  const language = languageIn(item.title, text);
  const pinpoint =
    fields?.page && !/[-–—~～]/.test(fields.page) ? { locator: { label: 'page', value: fields.page } } : {};
  return {
    ...read,
    ...pinpoint,
    item: { ...item, ...(language ? { language } : {}) },
    fields: {
      ...read.fields,
      ...sureOf(fields ?? {}),
    },
    confidence: fields
      ? Math.max(read.confidence, fields.author || !read.item.author ? wholeByOrder : 0.6)
      : read.confidence,
  };
}

/** A case, a statute or a work cited as law journals do: its build says everything; links and dates of access are kept. */
function readLegal(
  { fields, pin }: NonNullable<ReturnType<typeof legalFields>>,
  read: ParsedReference,
): ParsedReference {
  const { DOI, URL, accessed } = read.item;
  const kept = Object.fromEntries(
    Object.entries({ DOI, URL, accessed }).filter(([, value]) => value !== undefined),
  );
  const language = languageOf(fields.title ?? '');
  const { locator: _, ...rest } = read;
  return {
    ...rest,
    item: { ...kept, ...fields, ...(language ? { language } : {}) },
    ...(pin ? { locator: { label: 'page', value: pin.replace(/\s/g, '') } } : {}),
    fields: sureOf(fields),
    confidence: wholeLegal,
  };
}

/** A title in Chinese characters alone takes its language from the words around it (`第9頁`, `最終閲覧日`). */
function languageIn(title: string | undefined, text: string): string | undefined {
  const own = languageOf(title ?? text);
  if (own !== 'zh') return own;
  if (japaneseManner.test(text)) return 'ja';
  const around = languageOf(text);
  return around === 'ja' || around?.startsWith('zh') ? around : own;
}

/** How Japanese notes are put together, whatever letters they use: `「…」、`, `（最終閲覧日…）`, `…年…月…日閲覧`. */
const japaneseManner = /最終(?:閲覧|確認)|閲覧日?[)）:：]|日閲覧|[」』]、/u;

/** The month and day of a date the model read only the year of, where the text has one such date. */
function withWholeDate(item: ParsedReference['item'], found: Traces): ParsedReference['item'] {
  const parts = item.issued?.['date-parts']?.[0];
  if (parts?.length !== 1) return item;
  const whole = found.dates.filter(
    (date) =>
      date.parts > 1 &&
      date.date['date-parts']?.[0]?.[0] === parts[0] &&
      ![...found.access, ...found.quoted].some((span) => span.start <= date.start && span.end >= date.end),
  );
  return whole.length === 1 && whole[0] ? { ...item, issued: whole[0].date } : item;
}

/** Where the build was read, the model's words for the same places are dropped, not mixed in. */
function merged(read: ParsedReference, fields: Fields): ParsedReference['item'] {
  const { DOI, URL, edition, translator, editor } = read.item;
  const kept = Object.fromEntries(
    Object.entries({ DOI, URL, edition, translator, editor }).filter(([, value]) => value !== undefined),
  );
  return { ...kept, ...fields, type: typeOf(fields, read.urls.length > 0) ?? read.item.type };
}
