import type { CslDate } from '../model/item.ts';
import type { Span } from '../model/place.ts';
import { numberOf } from './numerals.ts';

export interface FoundDate extends Span {
  date: CslDate;
  /** How much the date tells: 1 year, 2 month, 3 day. */
  parts: number;
}

/** First Gregorian year of each era, less one. */
const eras: Record<string, number> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  民国: 1911,
  民國: 1911,
  中華民國: 1911,
  中华民国: 1911,
};

const months: Record<string, number> = Object.fromEntries(
  [
    'jan january januar janvier enero gennaio',
    'feb february februar février febrero febbraio',
    'mar march märz mars marzo',
    'apr april avril abril aprile',
    'may mai mayo maggio',
    'jun june juni juin junio giugno',
    'jul july juli juillet julio luglio',
    'aug august août agosto',
    'sep sept september septembre septiembre settembre',
    'oct october oktober okt octobre octubre ottobre',
    'nov november novembre noviembre',
    'dec december dezember dez décembre diciembre dicembre',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);
const monthName = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|');
const n = '[0-9０-９〇零○一二三四五六七八九十廿卅元]';

/** Each form of a date in print: its pattern, and which groups are year, month and day. */
const forms: readonly { pattern: RegExp; read(groups: (string | undefined)[]): (number | undefined)[] }[] = [
  {
    pattern: new RegExp(
      `(明治|大正|昭和|平成|令和|中華民國|中华民国|民国|民國)\\s?((?:${n}|百){1,5})\\s?年(?:度)?(?:\\s?(${n}{1,3})\\s?月(?:\\s?(${n}{1,3})\\s?日)?)?`,
      'gu',
    ),
    read: ([era, year, month, day]) => [
      (eras[era ?? ''] ?? 0) + (numberOf(year ?? '') ?? Number.NaN),
      numberOf(month ?? ''),
      numberOf(day ?? ''),
    ],
  },
  {
    pattern: new RegExp(
      `(?<![0-9０-９])([12１２][0-9０-９]{3}|[一二][〇零○一二三四五六七八九]{3})\\s{0,2}[年년](?:度(?!\\p{L}))?(?:\\s{0,2}(${n}{1,3})\\s{0,2}[月월](?:\\s{0,2}(${n}{1,3})\\s{0,2}[日일])?)?`,
      'gu',
    ),
    read: ([year, month, day]) => [numberOf(year ?? ''), numberOf(month ?? ''), numberOf(day ?? '')],
  },
  {
    pattern:
      /(?<![\d/.\-–_=])((?:1[5-9]|20)\d{2})\s?[-/.]\s?(1[0-2]|0?[1-9])(?:\s?[-/.]\s?(3[01]|[12]\d|0?[1-9]))?(?![\d\-–]|[./]\d)/g,
    read: ([year, month, day]) => [Number(year), Number(month), day ? Number(day) : undefined],
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s{1,3}(?:de\\s)?)?(${monthName})\\b\\.?,?\\s{0,3}(?:de\\s)?((?:1[5-9]|20)\\d{2})(?!\\d)`,
      'giu',
    ),
    read: ([day, month, year]) => [
      Number(year),
      months[(month ?? '').toLowerCase()],
      day ? Number(day) : undefined,
    ],
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(${monthName})\\b\\.?\\s{0,3}(\\d{1,2})(?:st|nd|rd|th)?\\s{0,2},?\\s{0,3}((?:1[5-9]|20)\\d{2})(?!\\d)`,
      'giu',
    ),
    read: ([month, day, year]) => [Number(year), months[(month ?? '').toLowerCase()], Number(day)],
  },
  {
    pattern: new RegExp(
      `(?<!\\d)((?:1[5-9]|20)\\d{2}),?\\s{1,2}(${monthName})\\b\\.?(?:\\s{1,2}(\\d{1,2})(?!\\d))?`,
      'giu',
    ),
    read: ([year, month, day]) => [
      Number(year),
      months[(month ?? '').toLowerCase()],
      day ? Number(day) : undefined,
    ],
  },
  {
    pattern: /(?<!\d|\d\.)([0-3]?\d)\.\s?([01]?\d)\.\s?((?:1[5-9]|20)\d{2})(?!\d)/g,
    read: ([day, month, year]) => [Number(year), Number(month), Number(day)],
  },
  {
    pattern: /(?<![\d\p{L}/\-–._:=%])((?:1[5-9]|20)\d{2})(?![\d\p{L}/–_=%]|-\d|\.\d|:\d)/gu,
    read: ([year]) => [Number(year)],
  },
];

/** Dates in running text, the longest at each place, in order. A bare year counts only where nothing longer stands. */
export function scanDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  if (!/\d|[０-９一二]|年/u.test(text)) return found;
  const taken = new Uint8Array(text.length);
  for (const { pattern, read } of forms) {
    for (const match of text.matchAll(pattern)) {
      const parts = validParts(read(match.slice(1)));
      const [start, end] = [match.index, match.index + match[0].trimEnd().length];
      if (!parts || taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ start, end, date: { 'date-parts': [parts] }, parts: parts.length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function validParts([year, month, day]: (number | undefined)[]): number[] | undefined {
  if (year === undefined || !Number.isInteger(year) || year < 1000 || year > 2199) return undefined;
  if (month === undefined || Number.isNaN(month)) return [year];
  if (month < 1 || month > 12) return undefined;
  if (day === undefined || Number.isNaN(day)) return [year, month];
  return day >= 1 && day <= 31 ? [year, month, day] : undefined;
}

/** Words that say a date is when the source was read, not when it appeared. `before` stands before the date, `after` after it. */
const accessBefore =
  /(?:最終(?:閲覧|アクセス|確認|検索)日?|閲覧(?:日時?)?|アクセス(?:日)?|参照日?|取得日?|最[后後](?:访问|訪問|浏览|瀏覽|查阅|查閱|登录|更新)?(?:日期|时间|時間)?|(?:访问|訪問|浏览|瀏覽|检索|檢索|查阅|查閱|登录|登錄|引用|上网|下载)(?:日期|时间|時間|于)?|검색일?|접속일?|접근일?|열람일?|최종\s?(?:검색|접속|확인)일?|(?:last\s)?(?:accessed|visited|retrieved|viewed|checked|access(?:\sdate)?|date\saccessed)(?:\son)?|(?:zuletzt\s)?(?:abgerufen|aufgerufen|eingesehen|besucht|geprüft)\s?(?:am)?|(?:letzter\s)?(?:zugriff|abruf)(?:\sam)?|consult[ée]e?\sle|page\sconsultée\sle|consultado\s(?:el|em)|accesso)[\s:：,，、(（]{0,4}$/iu;
const accessAfter =
  /^[\s,，、]{0,2}(?:に?(?:最終)?(?:閲覧|アクセス|確認|参照|取得|検索)|(?:最后)?(?:访问|訪問|浏览|瀏覽|检索|檢索|查阅|查閱|登录|上网|下载)|(?:에\s?)?(?:검색|접속|접근|열람|확인))/u;

/** Whether the date at this place is an access date, and where the whole phrase, brackets included, begins and ends. */
export function accessPhrase(text: string, date: Span): Span | undefined {
  const before = text.slice(Math.max(0, date.start - 40), date.start);
  const head = accessBefore.exec(before);
  const tail = accessAfter.exec(text.slice(date.end, date.end + 20));
  if (!head && !tail) return undefined;
  let start = head ? date.start - (before.length - head.index) : date.start;
  let end = tail ? date.end + tail[0].length : date.end;
  const open = /[（([［【〔]\s{0,2}$/u.exec(text.slice(Math.max(0, start - 3), start));
  const close = /^\s{0,2}[）)\]］】〕]/u.exec(text.slice(end, end + 3));
  if (open && close) [start, end] = [start - open[0].length, end + close[0].length];
  return { start, end };
}
