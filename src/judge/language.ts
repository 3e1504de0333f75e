import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Detected, detectLanguage, isLatin, primary } from '../text/language.ts';

/**
 * Where citation and page speak different languages: which. Titles in two languages cannot be compared, and a page may
 * well carry the cited work translated. What either side's language is in doubt about speaks for no difference.
 */
export function otherLanguage(
  citation: Citation,
  evidence: Evidence,
): { cited: string; page: string } | undefined {
  const title = citation.item.title;
  const cited = title ? citedLanguage(title, citation.item.language) : undefined;
  const page = pageLanguage(evidence);
  if (!cited || !page || cited.language === page.language) return undefined;
  if (isLatin(cited.language) && isLatin(page.language) && !(cited.sure && page.sure)) return undefined;
  if (isHan(cited.language) && isHan(page.language) && !(cited.sure && page.sure)) return undefined;
  return { cited: cited.language, page: page.language };
}

const isHan = (language: string): boolean => language === 'zh' || language === 'ja';
const plain = ({ language, sure }: Detected): Detected => ({ language: primary(language) as string, sure });

/** The script says it before the item's own field does: a Japanese article may be cited by its English title. */
function citedLanguage(title: string, declared: string | undefined): Detected | undefined {
  const found = detectLanguage(title);
  const said = primary(declared);
  if (!found) return said ? { language: said, sure: true } : undefined;
  const detected = plain(found);
  const sameKind =
    said !== undefined &&
    ((isLatin(said) && isLatin(detected.language)) || (isHan(said) && isHan(detected.language)));
  return sameKind && !detected.sure ? { language: said, sure: true } : detected;
}

/** Letters of running text from which on it tells better than any declaration. */
const enough = 80;

function pageLanguage({ page, titles, title }: Evidence): Detected | undefined {
  if (!page) return undefined;
  const text = page.excerpt.slice(0, 1500);
  const found = text.length >= enough ? detectLanguage(mostly(text)) : undefined;
  const declared = primary(page.language);
  if (found?.sure) return plain(found);
  if (declared) return { language: declared, sure: true };
  const head = title ?? titles[0]?.text;
  return found ?? (head ? detectLanguage(head) : undefined);
}

/** Without the odd words of another script that stand on any page: a link “日本語” makes no Japanese page. */
function mostly(text: string): string {
  const kinds = [
    /\p{Script=Latin}/gu,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
    /\p{Script=Hangul}/gu,
    /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Devanagari}]/gu,
  ];
  const weights = [1, 3, 3, 1];
  const counts = kinds.map((kind, index) => (text.match(kind)?.length ?? 0) * (weights[index] as number));
  const main = counts.indexOf(Math.max(...counts));
  const cleaned = kinds.reduce(
    (rest, kind, index) => (index === main ? rest : rest.replace(kind, ' ')),
    text,
  );
  if (main !== 1) return cleaned;
  // A few kana on a Chinese page are a link to another edition.
  const kana = cleaned.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const han = cleaned.match(/\p{Script=Han}/gu)?.length ?? 0;
  return kana * 12 < han ? cleaned.replace(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' ') : cleaned;
}
