import type { Item, Name } from '../../model/item.ts';
import { accessPhrase, scanDates } from '../../text/date.ts';
import { doiOfUrl } from '../../text/doi.ts';
import type { Link } from './links.ts';
import { mend } from './mend.ts';
import { namesOf } from './names.ts';
import type { Segment } from './segments.ts';
import { typeOf } from './type.ts';
import {
  dateOf,
  editionOf,
  numberOfPart,
  pagesOf,
  partOf,
  plainText,
  publisherOf,
  withoutIn,
} from './values.ts';

type Draft = Omit<Item, 'id'>;

/** What was read out of one reference, and how sure the model is of each field (0–1, not yet calibrated). */
export interface Assembled {
  item: Draft;
  urls: string[];
  mended: { printed: string; url: string }[];
  chances: Record<string, number>;
}

const nameFields = new Set(['author', 'editor', 'translator']);

/** Closing brackets and stops that belong to the value though they stood outside the stretch. */
const widened = (text: string, { start, end }: Segment): string => {
  let to = end;
  if (/[?？!！]/u.test(text[to] ?? '')) to++;
  return text.slice(start, to);
};

const readers: Record<string, (printed: string) => string | undefined> = {
  page: pagesOf,
  volume: numberOfPart,
  issue: numberOfPart,
  edition: editionOf,
  publisher: publisherOf,
};

/** Fields that words of an edition or of a kind of work are taken for where they stand in a house's place. */
const houses = new Set(['publisher', 'publisher-place', 'container-title']);
const editionLike =
  /^(?:(?:first|second|third|fourth|fifth|sixth|\d{1,2}(?:st|nd|rd|th))\s(?:rev(?:ised)?\.?\s)?ed(?:ition|n)?\.?|\d{1,2}\.\s?Aufl(?:age)?\.?|第?\s?[\d一二三四五六七八九十]{1,3}\s?版|(?:石印|影印|修订|增订|標點|标点|校点|抄|刻)本)$/iu;
const kindLike = /^(?:报告|報告|研究报告|工作论文|内部资料|报告书|보고서)$/u;

/** The access date: the first date whose phrase says so. */
const accessedIn = (text: string) => {
  for (const found of scanDates(text)) if (accessPhrase(text, found)) return found;
  return undefined;
};

/** A full date after the URL, where another date stands before it, is when the page was read. */
const dateAfterLink = (text: string, links: readonly Link[]) => {
  const url = links.find(({ tag }) => tag === 'url');
  if (!url) return undefined;
  const dates = scanDates(text);
  const after = dates.find((date) => date.start >= url.end && date.start - url.end < 16 && date.parts === 3);
  return after && (dates.some((date) => date.end <= url.start) || /\p{Script=Han}/u.test(text))
    ? after
    : undefined;
};

const editorWord =
  /^[\s,，(（]{0,4}(?:(?:eds?|editors?|hrsg|hg|hgg|hrsgg|éds?|a cura di)\b\.?|(?:主编|主編|編集|编|編|編者|엮음|편|監修)(?:[\s,，、)）:：.。]|$))/iu;

const editorSign =
  /\b(?:eds?|editors?|hrsg|hgg?|hrsgg|éds?|comps?|dirs?|coords?|cura|red)\b|[编編辑輯]|監修|엮음|편/iu;

const rolesFrom = (text: string, item: Record<string, unknown>, segments: Segment[]): void => {
  const author = segments.find(({ field }) => field === 'author');
  const first = segments[0];
  if (!author && first?.field === 'editor' && !editorSign.test(text.slice(first.start, first.end + 16))) {
    item.author = item.editor;
    delete item.editor;
    return;
  }
  if (!author || item.editor) return;
  const printed = text.slice(author.start, author.end);
  const after = text.slice(author.end, author.end + 24);
  if (/[(（\s](?:eds?|hrsg|hg)\.?[)）]?$/iu.test(printed) || editorWord.test(after)) {
    const container = item['container-title'] !== undefined && item.title !== undefined;
    if (container) return;
    item.editor = item.author;
    delete item.author;
  }
};

/** Whether names at this place stand between the sign of a container (`//`, `In:`) and its title. */
const ofContainer = (text: string, start: number): boolean =>
  /(?:\/\/|∥|\bin\s?:?|[载載见見])\s{0,2}$/iu.test(text.slice(Math.max(0, start - 8), start));

const wholeBook = /[[［](?:M|D)(?:[/／]OL)?[\]］](?!\s*(?:\/\/|∥))/u;
const placeFirst = /^(\p{Script=Han}{2,4})\s?[:：]\s?(\S.*)$/u;

/** After a mark of a book or thesis there is no container: what was read as one is who published it. */
const bookFields = (text: string, item: Record<string, unknown>, chances: Record<string, number>): void => {
  const container = item['container-title'];
  if (typeof container !== 'string' || item.publisher !== undefined || !wholeBook.test(text)) return;
  const split = placeFirst.exec(container);
  item.publisher = split ? split[2] : container;
  chances.publisher = chances['container-title']! / 2;
  if (split && item['publisher-place'] === undefined) {
    item['publisher-place'] = split[1];
    chances['publisher-place'] = chances.publisher;
  }
  delete item['container-title'];
  delete chances['container-title'];
};

const joiner = /^[\s,;&/]{0,4}(?:and|und|et)?\s{0,2}$/u;

/** Names before the title cut in two, the latter half read as editors, are all editors. */
const withWholeRoles = (text: string, segments: readonly Segment[]): Segment[] => {
  const out: Segment[] = [];
  for (const segment of segments) {
    const before = out.at(-1);
    if (
      before?.field === 'author' &&
      segment.field === 'editor' &&
      out.length === 1 &&
      joiner.test(text.slice(before.end, segment.start))
    )
      out[0] = { ...segment, start: before.start, chance: Math.min(before.chance, segment.chance) };
    else out.push(segment);
  }
  return out;
};

const together = /^\D{0,6}(\d{1,4})\s?[(（]([^)）]{1,12})[)）](?:\s?[:：,，\s]\s?(\S.{0,20}))?$/u;
const volumePages = /^(\d{1,4})[\s:,]\s?(\d{1,5}\s?[-–]\s?\d{1,5})$/u;

/** `25(3):3-12` in one stretch: volume, issue and pages. */
const splitVolume = (
  printed: string,
): { volume: string; issue?: string; page?: string | undefined } | undefined => {
  const pages = volumePages.exec(printed);
  if (pages) return { volume: pages[1]!, page: pagesOf(pages[2]!) };
  const found = together.exec(printed);
  return found ? { volume: found[1]!, issue: found[2]!, page: found[3] && pagesOf(found[3]) } : undefined;
};

/** Puts stretches and links together into a CSL item. `from` is where the reference begins, after its marker. */
export const assemble = (
  text: string,
  from: number,
  segments: Segment[],
  links: readonly Link[],
): Assembled => {
  const item: Record<string, unknown> = {};
  const chances: Record<string, number> = {};
  const keep = (field: string, value: unknown, chance: number) => {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return;
    if (item[field] === undefined) {
      item[field] = value;
      chances[field] = chance;
    } else if (nameFields.has(field)) {
      (item[field] as Name[]).push(...(value as Name[]));
      chances[field] = Math.min(chances[field]!, chance);
    }
  };
  const access = accessedIn(text) ?? dateAfterLink(text, links);
  const mended = mend(text, segments);
  for (const segment of withWholeRoles(text, mended)) {
    const { field, chance } = segment;
    const printed = widened(text, segment);
    if (
      field === 'author' &&
      item.title !== undefined &&
      item.author !== undefined &&
      ofContainer(text, segment.start)
    )
      keep('editor', namesOf(text.slice(segment.start, segment.end)), chance);
    else if (nameFields.has(field)) keep(field, namesOf(text.slice(segment.start, segment.end)), chance);
    else if (field === 'issued') {
      if (!access || segment.end <= access.start || segment.start >= access.end)
        keep('issued', dateOf(printed), chance);
    } else if (field === 'accessed') keep('accessed', dateOf(printed), chance);
    else if (field === 'volume' && splitVolume(printed)) {
      const parts = splitVolume(printed)!;
      keep('volume', parts.volume, chance);
      keep('issue', parts.issue, chance);
      keep('page', parts.page, chance);
    } else if (
      field === 'volume' &&
      /\b[Nn]o\.\s?$/u.test(text.slice(Math.max(0, segment.start - 5), segment.start)) &&
      !mended.some((other) => other.field === 'issue')
    )
      keep('issue', numberOfPart(printed), chance);
    else if (houses.has(field) && editionLike.test(printed.trim()))
      keep('edition', editionOf(printed), chance);
    else if (houses.has(field) && kindLike.test(printed.trim())) continue;
    else if (field in readers) keep(field, readers[field]!(printed), chance);
    else if (field === 'title' || field === 'container-title') {
      const { title, volume } = partOf(withoutIn(plainText(printed)));
      keep(field, title, chance);
      if (volume && !mended.some((other) => other.field === 'volume')) keep('volume', volume, chance);
    } else if (field !== 'link' && field !== 'other') keep(field, plainText(printed), chance);
  }
  if (access) {
    item.accessed = access.date;
    chances.accessed = Math.max(chances.accessed ?? 0, 0.97);
  }
  bookFields(text, item, chances);
  rolesFrom(text, item, mended);
  const urls = linkFields(
    item,
    chances,
    links.filter((link) => link.start >= from),
  );
  if (item.title === undefined) titleFallback(item, chances);
  const draft = item as Omit<Item, 'id' | 'type'>;
  return {
    item: { ...draft, type: typeOf(draft, text) },
    urls,
    mended: links
      .filter((link) => link.tag === 'url' && link.value !== link.printed)
      .map(({ printed, value }) => ({ printed, url: value })),
    chances,
  };
};

/** A reference without a title whose publisher or series was read is named by it. */
const titleFallback = (item: Record<string, unknown>, chances: Record<string, number>): void => {
  if (item['collection-title'] === undefined || item['container-title'] !== undefined) return;
  item.title = item['collection-title'];
  chances.title = (chances['collection-title'] ?? 0) / 2;
  delete item['collection-title'];
  delete chances['collection-title'];
};

const linkFields = (
  item: Record<string, unknown>,
  chances: Record<string, number>,
  links: readonly Link[],
): string[] => {
  const urls = links.filter(({ tag }) => tag === 'url').map(({ value }) => value);
  const doi = links.find(({ tag }) => tag === 'doi')?.value ?? urls.map(doiOfUrl).find(Boolean);
  const url = urls.find((candidate) => doiOfUrl(candidate) === undefined);
  if (doi) {
    item.DOI = doi;
    chances.DOI = 0.98;
  }
  if (url) {
    item.URL = url;
    chances.URL = 0.97;
  }
  return urls;
};
