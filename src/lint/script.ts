import type { Citation } from '../model/citation.ts';
import type { Source } from '../model/source.ts';
import { primary } from '../text/language.ts';

const cjkSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
export const isCjk = (sign: string): boolean => cjkSign.test(sign);

/** The conventions a citation is printed in: those of CJK or those of Latin letters. */
export const scriptOf = (source: Source, { place, item }: Citation): 'cjk' | 'latin' =>
  isCjk(item.title ?? source.text.slice(place.offset, Math.min(place.end, place.offset + 200)))
    ? 'cjk'
    : 'latin';

/** The same with Chinese, Japanese and Korean told apart. */
export function conventionOf(source: Source, citation: Citation): string {
  if (scriptOf(source, citation) === 'latin') return 'latin';
  const language = primary(citation.item.language);
  if (language === 'ko') return 'ko';
  const text = source.text.slice(citation.place.offset, citation.place.end);
  return /[ぁ-ゖァ-ヺ]/u.test(text.replace(/最終閲覧日?/g, '')) || language === 'ja' || /[「『]/.test(text)
    ? 'ja'
    : 'zh';
}

/** Where the title of a citation stands in the document's text, where it stands there as it was read. */
export function titleSpan(
  source: Source,
  { place, item }: Citation,
): { start: number; end: number } | undefined {
  const { title } = item;
  if (!title || title.length < 2) return undefined;
  const at = source.text.slice(place.offset, place.end).indexOf(title);
  return at === -1 ? undefined : { start: place.offset + at, end: place.offset + at + title.length };
}
