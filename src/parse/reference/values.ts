import type { CslDate } from '../../model/item.ts';
import { scanDates } from '../../text/date.ts';
import { numberOf } from '../../text/numerals.ts';

const dash = /\s?[-‐‑‒–—―−~～〜]{1,4}\s?/gu;

/** Blanks made single, and quotes, brackets and stops that only enclose the value taken off. */
export const plainText = (text: string): string => {
  let value = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s,.;:，。；：、．/]{1,9}/u, '')
    .replace(/[\s,;:，。；：、．/]{1,9}$/u, '');
  value = value.replace(/(?<!\b\p{Lu}|\.\p{L}|\betc)\.$/u, '');
  for (const [open, close] of enclosing) {
    if (
      value.startsWith(open!) &&
      value.endsWith(close!) &&
      value.length > 2 &&
      !value.slice(1, -1).includes(close!)
    )
      value = value.slice(1, -1).trim();
  }
  return balanced(
    value
      .replace(
        /\s?[[［](?:internet|en ligne|online|electronic resource|日期不详|出版日期不详)[\]］]\s?$/iu,
        '',
      )
      .replace(/[,，、]\s*$/u, ''),
  );
};

const enclosing = [
  '""',
  '“”',
  '‘’',
  "''",
  '«»',
  '»«',
  '「」',
  '『』',
  '《》',
  '〈〉',
  '()',
  '（）',
  '[]',
  '„“',
  '＂＂',
].map((pair) => [...pair]);

/** A bracket or quote left without its partner at either end is no part of the value. */
const balanced = (value: string): string => {
  let text = value;
  for (const [open, close] of enclosing) {
    if (open === close || open === "'" || open === '‘' || open === '»') continue;
    if (text.startsWith(open!) && !text.includes(close!)) text = text.slice(1);
    if (text.endsWith(close!) && !text.includes(open!)) text = text.slice(0, -1);
  }
  return text.trim();
};

/** A university or publisher without the kind of thesis printed after it. */
export const publisherOf = (text: string): string =>
  plainText(text).replace(/\s?(?:博士|硕士|碩士|修士)(?:学位|學位|毕业)?(?:论文|論文)$/u, '');

/** `第12—15页`, `pp. 12–5`, `S. 12 f.`, `e1234` → `12-15`, `12-5`, `12`, `e1234`. */
export const pagesOf = (text: string): string | undefined => {
  const folded = text
    .normalize('NFKC')
    .replace(/(?:第|页码|页|頁|ページ|쪽|면|\bpp?\b\.?|\bpages?\b|\bS\.|\bSeiten?\b|\bArt\.)/giu, ' ')
    .replace(/から/gu, '-')
    .replace(/に掲載/gu, '')
    .replace(dash, '-')
    .replace(/\b(?:ff?|sq|et seq)\b\.?/giu, ' ');
  const range =
    /[A-Za-z]{0,4}\.?\d[\w.]*(?:\s?-\s?[A-Za-z]{0,3}\d\w*)?(?:\s*[,，、;+]\s*\d+(?:-\d+)?){0,6}|\b[ivxlc]{1,8}(?:-[ivxlc]{1,8})?\b/u.exec(
      folded.trim(),
    );
  return range
    ? range[0]
        .replace(/\s+/g, '')
        .replace(/[，、]/g, ',')
        .replace(/\.$/, '')
    : undefined;
};

const kanjiNumber = /^[〇零一二三四五六七八九十百]+$/u;

/** `第3巻`, `Vol. XII`, `Bd. 2` → `3`, `XII`, `2`. */
export const numberOfPart = (text: string): string | undefined => {
  let value = text.normalize('NFKC').trim();
  value = value
    .replace(
      /^(?:(?:vol(?:ume)?s?|v|bd|band|jg|jahrgang|no|nos|nr|issue|heft|h|number|num|n|tome|tomo|t|fasc|iss|n°|nº|№)\b\.?|제|第|巻|卷|号|總|总|通巻|通号|ser\.?)\s*/iu,
      '',
    )
    .trim();
  value = value
    .replace(/^(?:第|제)\s*/u, '')
    .replace(/\s*(?:期|卷|巻|號|号|册|冊|輯|辑|권|호|집)(?=$|[\s,.)(])[\s\S]*$/u, '');
  value = value.replace(dash, '-').replace(/^[\s.,:;()[\]]{1,6}|[\s.,:;()[\]]{1,6}$/gu, '');
  if (kanjiNumber.test(value)) return String(numberOf(value) ?? value);
  return value || undefined;
};

const restOfYear = /(\d{4})\s?(?:[/-])\s?(\d{2,4})\b/;

/** The first date in the text; a bare year where no scanner sees more. */
export const dateOf = (text: string): CslDate | undefined => {
  const folded = text.normalize('NFKC');
  const dates = scanDates(text);
  const best = dates.sort((a, b) => b.parts - a.parts)[0];
  if (best) return best.date;
  const range = restOfYear.exec(folded);
  if (range) return { 'date-parts': [[Number(range[1])]] };
  const year = /(?:1[4-9]|20)\d{2}/.exec(folded);
  if (year) return { 'date-parts': [[Number(year[0])]] };
  return undefined;
};

/** `第2版`, `2nd ed.`, `3. Aufl.` → `2`, `2`, `3`; an edition without a number as printed. */
export const editionOf = (text: string): string | undefined => {
  const digits = /\d+/.exec(text.normalize('NFKC'));
  if (digits) return digits[0];
  const kanji = /第?([一二三四五六七八九十]{1,4})[版次刷]/u.exec(text);
  return kanji ? String(numberOf(kanji[1]!)) : plainText(text) || undefined;
};

const part =
  /[\s:：,，.．]{1,3}(?:(第?\s?[\d一二三四五六七八九十]{1,3}\s?[卷册冊辑輯部]|卷\s?\d{1,3})|[上中下](?:[卷册冊])?|(?:[一二三四五六七八九十]{1,3}|\d{1,2})卷)$/u;

/** A title with the number of its part at the end (`日常生活批判: 卷 1`, `行政法: 上`) as title and, where it is a number, volume. */
export const partOf = (title: string): { title: string; volume?: string } => {
  const found = part.exec(title);
  if (!found || found.index < 2) return { title };
  const number = found[1] && numberOfPart(found[1].replace(/^卷\s?/u, ''));
  return number
    ? { title: title.slice(0, found.index), volume: number }
    : { title: title.slice(0, found.index) };
};

/** `In: ` before the title of a book and `. In` left at the end of a title are no part of either. */
export const withoutIn = (title: string): string =>
  title
    .replace(/^(?:[Il]n\s?[:：]?\s|[見见]\s?[:：]\s?|[見见]\s)(?=\S{3})/u, '')
    .replace(/^[載载][于於]?[:：]?\s?(?=\S{3})/u, '')
    .replace(/[:：]\s?卷$/u, '')
    .replace(/(?<=[.?!])\s*In$/u, '');
