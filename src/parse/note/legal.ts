import type { Item, Name } from '../../model/item.ts';

type Draft = Partial<Omit<Item, 'id'>>;

/**
 * Builds of legal notes, whole or not at all: cases, statutes, and works as law journals cite them (Bluebook; the British
 * way with the year in brackets before the volume). Rows are tried in order; a group's name is its field.
 */
interface Build {
  type: Item['type'];
  /** What every text of this build holds. Cheap: the pattern itself takes long to compile, and is met seldom. */
  sign: RegExp;
  pattern: RegExp;
  /** What a title of this build never holds. */
  refuses?: RegExp;
  /** How the groups become fields where they are not simply fields. */
  read?(groups: Record<string, string | undefined>): Draft;
}

const tail = '(?:\\s?[([][^()\\[\\]]{0,200}[)\\]])?[\\s.;,]{0,4}$';
/** Behind a case stands what it held, in brackets of any length. */
const holding = '(?:\\s\\(\\p{Ll}.{4,1000})?\\)?';
const page = '\\d{1,5}(?:\\s?[-–—]\\s?\\d{1,5})?';
const pin = `(?:,?\\s(?:at\\s(?:pp?\\.\\s)?|pp?\\.\\s)?(?<pin>${page}(?:(?:,|\\sand)\\s${page}){0,4}))?`;
const year = '(?<year>(?:1[5-9]|20)\\d{2})';
const reporter =
  "(?<reporter>\\p{Lu}[\\p{L}.’']{0,12}\\.?(?:\\s?(?:\\p{Lu}[\\p{L}.’']{0,12}|&|\\d(?:d|th|nd|rd))\\.?){0,4})";
const parties = '(?<title>[^“‘”’()]{1,110}\\sv\\.?\\s[^“‘”()]{1,110}?)';
const initialled =
  "(?:\\p{Lu}\\.\\s?(?:-?\\p{Lu}\\.\\s?){0,3}(?:(?:van|von|de|der|den|du|la|le)\\s){0,2}|\\p{Lu}[\\p{L}’'-]{1,20}\\s(?:\\p{Lu}\\.\\s?){0,3})(?:\\p{L}[\\p{L}’'-]{1,24}\\s?){1,3}";
const people = `(?:${initialled})(?:(?:,\\s|\\sand\\s|,\\sand\\s|\\s&\\s)(?:${initialled})){0,4}`;
const authors = `(?<author>${people})`;
const row = (
  type: Item['type'],
  sign: RegExp,
  source: string,
  more: Pick<Build, 'read' | 'refuses'> = {},
): Build => ({ type, sign, pattern: new RegExp(`^${source}${tail}`, 'u'), ...more });

/** No title of a book but a journal's short name, its volume and a first page: `Phys. Rev. C 45, 2055`. */
const journalAndVolume =
  /(?<![\d–—-])\p{Lu}?\d{1,4}$|\d\s?[,:]\s?\d|\p{L}{2}\.,?\s\p{Lu}|(?<!\p{L})(?:et|doi)(?!\p{L})/u;

const builds: readonly Build[] = [
  row(
    'legal_case',
    /\sv\.?\s/,
    `${parties},?\\s(?<volume>\\d{1,4})\\s${reporter}(?:\\s\\(\\d{1,2}\\s[\\p{L}.]{2,12}\\))?\\s(?<page>${page})${pin}\\s\\((?:[^()]{0,30}\\s)?${year}\\)${holding}`,
  ),
  row(
    'legal_case',
    /\sv\.?\s/,
    `${parties},?\\s[[(]${year}[\\])]\\s(?:(?<volume>\\d{1,3})\\s)?${reporter}\\s(?<page>\\d{1,5})${pin}(?:\\sper\\s[\\p{L}. -]{2,40})?`,
  ),
  row(
    'legislation',
    /U\.\s?S\.\s?C\.|C\.\s?F\.\s?R\./,
    `(?<title>\\d{1,3}\\s(?:U\\.\\s?S\\.\\s?C\\.|C\\.\\s?F\\.\\s?R\\.)\\s§{0,2}\\s?[\\d][\\p{L}\\d()–—, -]{0,80}?)(?:\\s\\(${year}\\))?`,
  ),
  row(
    'legislation',
    /\sStat\.\s/,
    `(?<title>Ch\\.\\s\\d{1,4},\\s\\d{1,3}\\sStat\\.\\s\\d{1,5})(?:,\\s(?<pin>[\\d–, -]{1,30}))?(?:\\s\\(${year}\\))?`,
  ),
  row(
    'legislation',
    /,\s(?:Pub\.\sL\.|P\.L\.)\s(?:No\.\s)?\d/,
    `(?<title>[^“‘()]{4,140}?),\\s(?:Pub\\.\\sL\\.|P\\.L\\.)\\s[^“‘]{4,140}?(?:\\s\\(${year}\\))?`,
    {
      read: (groups) => ({
        title: groups.title as string,
        ...issued(groups.year ?? /(?:1[89]|20)\d{2}$/.exec(groups.title ?? '')?.[0]),
      }),
    },
  ),
  row(
    'legislation',
    /^U\.S\.\sConst\./,
    '(?<title>U\\.S\\.\\sConst\\.,?\\s(?:art|amend)\\.\\s[\\p{L}\\d ,.§]{1,40}?)',
  ),
  row(
    'legislation',
    /\sAct\s\d{4}/,
    `(?<title>[^,“‘]{4,110}\\sAct)\\s${year}(?:\\s\\([\\p{L}. ]{2,20}\\))?(?:,\\sss?\\.\\s[\\d(), a-z-]{1,20})?`,
  ),
  row(
    'article-journal',
    /\d\s\(\d{4}\)/,
    `${authors},\\s(?<title>[^“‘].{4,220}?),\\s(?<volume>\\d{1,4})\\s${reporter}\\s(?<page>\\d{1,5})${pin}\\s\\(${year}\\)`,
  ),
  row(
    'article-journal',
    /[’”],?\s\(\d{4}\)\s/,
    `(?:${authors},\\s)?[‘“](?<title>.{4,220}?),?[’”],?\\s\\(${year}\\)\\s(?:(?<volume>[\\dIVXLC]{1,6}(?:\\(\\d{1,3}\\))?)\\s)?(?<container>\\p{Lu}[\\p{L}.&’' ]{2,70}?)\\s(?<page>${page})${pin}`,
  ),
  row(
    'chapter',
    /[’”],?\sin\s/,
    `(?:${authors},\\s)?[‘“](?<title>.{4,200}?),?[’”],?\\sin\\s(?<container>[^“‘]{4,140}?),\\seds?\\.\\s(?<editor>${people})\\s\\((?:[\\p{L} :,]{2,40}\\s)?${year}\\)(?:\\s(?<page>${page}))?`,
  ),
  row(
    'book',
    /\s\((?:\d(?:st|nd|rd|th)\sed\.?,?\s)?\d{4}\)(?:\s(?:at\s|pp?\.\s|ch\.\s)?\d[\d\s,–—-]{0,80})?(?:\s?[([][^()[\]]{0,200}[)\]])?[\s.;,]{0,4}$/,
    `(?:${authors},\\s)(?<title>\\p{Lu}[^“‘()]{3,150}?)\\s\\((?:(?<edition>\\d)(?:st|nd|rd|th)\\sed\\.?,?\\s)?${year}\\)(?:\\s(?:at\\s|pp?\\.\\s|ch\\.\\s)?(?<pin>${page}(?:,\\s${page}){0,3}))?`,
    { refuses: journalAndVolume },
  ),
];

const issued = (printed: string | undefined): Draft =>
  printed ? { issued: { 'date-parts': [[Number(printed)]] } } : {};

/** Longest text tried: a citation of these builds is short. */
const longest = 420;
/** Of a case only this much is tried, whatever is said of it behind. */
const longestCase = 1400;

/** A legal note's citation, where it has one of the builds; its locator is what was printed behind the first page. */
export function legalFields(
  text: string,
): { fields: Draft & { type: Item['type'] }; pin?: string } | undefined {
  if (
    text.length > (/\sv\.\s/.test(text.slice(0, 120)) ? longestCase : longest) ||
    !/^[‘“\p{Lu}\d]/u.test(text) ||
    /[\p{Script=Han}\p{Script=Hangul}]/u.test(text)
  )
    return undefined;
  for (const { type, sign, pattern, refuses, read } of builds) {
    const groups = sign.test(text) ? pattern.exec(text)?.groups : undefined;
    if (!groups || refuses?.test(groups.title ?? '')) continue;
    const fields = read ? read(groups) : fieldsFrom(groups);
    return { fields: { ...fields, type }, ...(groups.pin ? { pin: groups.pin } : {}) };
  }
  return undefined;
}

function fieldsFrom(groups: Record<string, string | undefined>): Draft {
  const container = groups.reporter ?? groups.container;
  return {
    title: (groups.title as string).trim(),
    ...issued(groups.year),
    ...(container ? { 'container-title': container.trim() } : {}),
    ...(groups.author ? { author: namesIn(groups.author) } : {}),
    ...(groups.editor ? { editor: namesIn(groups.editor) } : {}),
    ...volumeFrom(groups.volume),
    ...(groups.edition ? { edition: groups.edition } : {}),
    // A book has no pages of its own in its journal's place: those printed are the ones meant.
    ...((groups.page ?? (container ? undefined : groups.pin))
      ? { page: (groups.page ?? (groups.pin as string)).replace(/\s/g, '') }
      : {}),
  };
}

/** `84(6)` is volume and issue. */
function volumeFrom(printed: string | undefined): Draft {
  const [, volume, issue] = /^(.{1,6}?)(?:\((\d{1,3})\))?$/.exec(printed ?? '') ?? [];
  return volume ? { volume, ...(issue ? { issue } : {}) } : {};
}

const particle = /^(?:van|von|de|der|den|du|la|le)$/;

function namesIn(printed: string): Name[] {
  return printed
    .split(/,\sand\s|,\s|\sand\s|\s&\s/)
    .filter(Boolean)
    .map((one) => {
      const words = one
        .trim()
        .replace(/(?<=\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, ' ')
        .split(/\s+/);
      let at = words.length - 1;
      while (at > 1 && particle.test(words[at - 1] as string)) at -= 1;
      const family = words.slice(at).join(' ');
      return words.length > 1 ? { family, given: words.slice(0, at).join(' ') } : { literal: family };
    });
}
