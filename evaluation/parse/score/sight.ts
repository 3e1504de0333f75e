/** Forms in which a document's citations are compared: looser than a reference's fields, except for URLs. */
import type { Csl } from './fields.ts';

const wide = (value: unknown): string => String(value ?? '').normalize('NFKC');
const gaps = /[^\p{L}\p{N}]+/gu;

/** Letters and digits only, lower case. */
export const bare = (value: unknown): string => wide(value).toLowerCase().replace(gaps, '');

export const withoutMarkup = (value: unknown): string =>
  String(value ?? '')
    .replace(/<[^<>]{1,2000}>/g, '')
    .replace(/[*_`]|\\(?=[^\p{L}\p{N}_])/gu, '');

/** A date as its parts, from CSL or `YYYY[-MM[-DD]]`. */
export const dateParts = (value: unknown): number[] | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) {
    const date = value as { 'date-parts'?: unknown[][]; raw?: string; literal?: string };
    const parts = date['date-parts']?.[0]?.filter((part) => part !== '' && part !== undefined).map(Number);
    if (parts) return parts.length > 0 ? parts : undefined;
    return dateParts(date.raw ?? date.literal);
  }
  const text = wide(value).trim();
  const match = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?)?年?$/.exec(text);
  if (match) return match.slice(1).filter(Boolean).map(Number);
  const year = /\b(1[5-9]\d\d|20\d\d)\b/.exec(text);
  return year ? [Number(year[1])] : undefined;
};

export const nameTexts = (value: unknown): string[] =>
  ((value ?? []) as (string | Record<string, string>)[]).map((name) =>
    typeof name === 'string'
      ? name
      : name.literal ||
        ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix']
          .map((part) => name[part])
          .filter(Boolean)
          .join(' '),
  );

/** A name whatever its order: its words sorted, or one string where it is written in Chinese, kana or Hangul. */
export const nameSight = (name: string): string => {
  const text = wide(name).toLowerCase();
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text)) return text.replace(gaps, '');
  return text.split(gaps).filter(Boolean).sort().join(' ');
};

export const sameSight = (one: string, other: string): boolean => {
  if (one === other) return true;
  const [a, b] = [one, other].map((text) => [...new Set(text.split(' ').filter(Boolean))]) as [
    string[],
    string[],
  ];
  if (a.length === 0 || b.length === 0) return false;
  if (!a.some((word) => word.length > 1 && b.includes(word))) return false;
  const fits = (word: string, words: string[]) =>
    words.some(
      (each) =>
        word === each ||
        (word.length === 1 && each.startsWith(word)) ||
        (each.length === 1 && word.startsWith(each)),
    );
  return a.every((word) => fits(word, b)) || b.every((word) => fits(word, a));
};

/** Every URL said for a citation, once each, in order. */
export const urlsOf = (citation: Csl): string[] => {
  const custom = (citation.custom ?? {}) as Record<string, unknown>;
  const lists = [citation.URL, citation.urls, custom.urls, custom.archiveUrls];
  return [
    ...new Set(lists.flatMap((value) => value ?? []).filter((url): url is string => typeof url === 'string')),
  ].filter(Boolean);
};

/** Exactly as printed but for the case of scheme, host and percent signs. */
export const exactUrl = (url: string): string => {
  const text = url.trim().normalize('NFC');
  const match = /^([A-Za-z][A-Za-z0-9+.-]*)(:\/{1,2})([^/?#]*)([\s\S]*)$/.exec(text);
  const level = match
    ? (match[1] as string).toLowerCase() + match[2] + (match[3] as string).toLowerCase() + match[4]
    : text;
  return level.replace(/%[0-9a-fA-F]{2}/g, (code) => code.toUpperCase());
};

const decoded = (text: string): string =>
  text.replace(/(?:%[0-9a-fA-F]{2})+/g, (codes) =>
    Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
  );

export const looseUrl = (url: string): string =>
  decoded(exactUrl(url))
    .replace(/^[a-z]+:\/*/, '')
    .replace(/\/+$/, '');

export const doiOf = (citation: Csl): string =>
  String(citation.DOI ?? '')
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
    .toLowerCase();

const pageSight = (value: unknown): string =>
  wide(value)
    .toLowerCase()
    .replace(/第|頁|页|면|쪽|pp?\.|s\.\s*|p\./g, '')
    .replace(/[^0-9a-zäöü]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** The ways to print the same pages: `178-85` is `178-185`, `12 ff` may be `12`. */
export const pageForms = (value: unknown): string[] => {
  const page = pageSight(value);
  const range = /^(\d+)-(\d+)$/.exec(page);
  const [from = '', to = ''] = range?.slice(1) ?? [];
  return [
    page,
    ...(range && to.length < from.length ? [`${from}-${from.slice(0, from.length - to.length)}${to}`] : []),
    page.replace(/-?(?:ff?|et-seq)$/, ''),
  ];
};

/** Dice's coefficient over pairs of neighbouring signs. */
export const pairLikeness = (one: string, other: string): number => {
  const pairs = (text: string) => {
    const signs = [...text];
    return new Set(signs.slice(1).map((sign, at) => (signs[at] as string) + sign));
  };
  const [a, b] = [pairs(one), pairs(other)];
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
};
