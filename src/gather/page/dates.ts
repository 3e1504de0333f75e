import type { PageFacts } from '../../model/evidence.ts';
import { scanDates } from '../../text/date.ts';
import type { Collected } from './html.ts';
import type { LinkedData } from './json-ld.ts';

const published = [
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'parsely-pub-date',
  'sailthru.date',
  'date',
  'bt:pubdate',
  'prism.publicationdate',
  'release_date',
  'originalpublicationdate',
];
const modified = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'revised',
];

/** Without one of these no text has a date worth looking for. */
const yearly = /(?:19|20)\d\d|[令平昭]|[１２]\p{Nd}{3}/u;

/** Dates the page gives for itself, ISO, publication first. */
export function datesOf(found: Collected, data: LinkedData, url: string): PageFacts['dates'] {
  const dates: PageFacts['dates'] = [];
  const add = (raw: string | undefined, origin: string, role: PageFacts['dates'][number]['role']): void => {
    const date = raw && isoDay(raw);
    if (date && !dates.some((known) => known.date === date && known.role === role))
      dates.push({ date, origin, role });
  };
  for (const name of published)
    for (const value of (found.meta.get(name) ?? []).slice(0, 2)) add(value, name, 'published');
  for (const value of data.published.slice(0, 4)) add(value, 'json-ld', 'published');
  for (const value of found.times.slice(0, 3)) add(value, 'time', 'published');
  const stamp = /[/_-]((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=\D|$)/.exec(
    url.replace(/^\w+:\/\/[^/]+/, ''),
  );
  if (stamp) add(`${stamp[1]}-${stamp[2]}-${stamp[3]}`, 'url', 'published');
  const head = found.text.slice(0, 3000);
  if (dates.length === 0 && yearly.test(head))
    for (const { date, parts } of scanDates(head)
      .filter((one) => one.parts === 3)
      .slice(0, 2))
      if (parts === 3) add(date['date-parts']?.[0]?.join('-'), 'text', 'unknown');
  for (const name of modified)
    for (const value of (found.meta.get(name) ?? []).slice(0, 1)) add(value, name, 'modified');
  for (const value of data.modified.slice(0, 2)) add(value, 'json-ld', 'modified');
  return dates.slice(0, 12);
}

function isoDay(raw: string): string | undefined {
  const iso =
    /^\s*((?:1[5-9]|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(raw) ??
    /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?=\D|$)/.exec(raw);
  const parts = iso
    ? iso.slice(1).map(Number)
    : scanDates(raw).toSorted((a, b) => b.parts - a.parts)[0]?.date['date-parts']?.[0];
  const [year, month, day] = parts ?? [];
  if (
    !year ||
    (month !== undefined && (month < 1 || month > 12)) ||
    (day !== undefined && (day < 1 || day > 31))
  )
    return undefined;
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
}
