import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import { languageOf, primary } from '../text/language.ts';

/** Where citation and page speak different languages: which. Titles in two languages cannot be compared. */
export function otherLanguage(
  citation: Citation,
  evidence: Evidence,
): { cited: string; page: string } | undefined {
  const title = citation.item.title;
  if (!title) return undefined;
  const cited = titleLanguage(title, citation.item.language);
  const page = pageLanguages(evidence);
  if (!cited || page.length === 0 || page.includes(cited)) return undefined;
  return { cited, page: page[0] as string };
}

/** The script says it before the item's own field does: a Japanese article may be cited by its English title. */
function titleLanguage(title: string, declared: string | undefined): string | undefined {
  const detected = primary(languageOf(title));
  const said = primary(declared);
  if (!detected) return said;
  if (!said || said === detected) return detected;
  if (isHan(detected) && isHan(said)) return /[\u3041-\u30fa]/u.test(title) ? 'ja' : said;
  return latin.has(said) && latin.has(detected) ? said : detected;
}

const latin = new Set([
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'no',
  'nb',
  'fi',
  'pl',
  'cs',
  'tr',
  'vi',
  'id',
  'hu',
  'ro',
  'is',
]);
const isHan = (language: string): boolean => language === 'zh' || language === 'ja';

/** What the page's titles are written in, and what the page is. */
function pageLanguages(evidence: Evidence): string[] {
  const declared = primary(evidence.page?.language);
  const found = new Set<string>();
  const heads = evidence.titles
    .filter(({ origin }) => origin !== 'title-cut' && origin !== 'file-name')
    .slice(0, 12);
  for (const { text } of heads) {
    const language = primary(languageOf(text));
    if (!language) continue;
    if (latin.has(language)) found.add(declared && latin.has(declared) ? declared : language);
    else if (language === 'zh' && declared === 'ja') found.add('ja');
    else found.add(language);
  }
  if (found.size === 0 && declared) found.add(declared);
  return [...found];
}
