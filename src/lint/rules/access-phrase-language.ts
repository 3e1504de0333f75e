import type { Finding } from '../../model/finding.ts';
import { languageOf, primary } from '../../text/language.ts';
import type { Context } from '../context.ts';
import { findingAt, type Rule } from '../rule.ts';

const phrases: readonly { language: string; called: string; pattern: RegExp }[] = [
  { language: 'ja', called: 'Japanese', pattern: /最終(?:閲覧|アクセス|確認)日?|閲覧日?|アクセス日/u },
  {
    language: 'zh',
    called: 'Chinese',
    pattern: /(?:最后)?(?:访问|訪問|检索|檢索|查阅|查閱|浏览|瀏覽)(?:日期|时间|時間|于)?/u,
  },
  { language: 'ko', called: 'Korean', pattern: /검색일|접속일|접근일|열람일/u },
  { language: 'en', called: 'English', pattern: /\b(?:accessed|retrieved|visited)\b/iu },
];

interface Phrase {
  start: number;
  end: number;
  language: string;
  called: string;
  cited: string | undefined;
}

function phrasesIn({ source, works }: Context): Phrase[] {
  return works.flatMap(({ citation: { item, place } }) => {
    if (!item.accessed) return [];
    const title = item.title ? source.text.slice(place.offset, place.end).indexOf(item.title) : -1;
    const from = title < 0 ? place.offset : place.offset + title + (item.title as string).length;
    const text = source.text.slice(from, place.end);
    for (const { pattern, ...row } of phrases) {
      const match = pattern.exec(text);
      if (match)
        return [
          {
            start: from + match.index,
            end: from + match.index + match[0].length,
            ...row,
            cited: languageCited(item.title, source.text.slice(place.offset, place.end)),
          },
        ];
    }
    return [];
  });
}

/** Han characters alone are Chinese or Japanese: they count as Chinese only where nothing around them is Japanese. */
function languageCited(title: string | undefined, text: string): string | undefined {
  const language = title ? primary(languageOf(title)) : undefined;
  return language === 'zh' && /[「『、ぁ-ゖァ-ヺ]/u.test(text.replace(phrases[0]?.pattern ?? '', ''))
    ? undefined
    : language;
}

const languages: Record<string, string> = { ja: 'Japanese', zh: 'Chinese', ko: 'Korean', en: 'English' };

export const accessPhraseLanguage: Rule = {
  id: 'access-phrase-language',
  severity: 'info',
  summary: 'An access phrase is in a language that is neither the document’s nor the source’s.',
  why: 'A Japanese 最終閲覧日 behind an English source in a Chinese article was carried over from its neighbours.',
  examples: [
    {
      text: '这是一篇中文文章，谈论我们国家的外交关系与发展。[1]\n\n参考文献\n\n[1] “Japan Steps Up Lobbying,” Nikkei Asia, February 18, 2024. https://a.example/b (最終閲覧日2024年3月1日)。',
      finds: ['最終閲覧日'],
    },
    {
      text: '这是一篇中文文章，谈论我们国家的外交关系与发展。[1]\n\n参考文献\n\n[1] “Japan Steps Up Lobbying,” Nikkei Asia, February 18, 2024. https://a.example/b (访问日期：2024年3月1日)。',
      finds: [],
    },
  ],
  check(context) {
    const { source } = context;
    const found = phrasesIn(context);
    const document = primary(source.language) ?? languageOfBody(context);
    if (!document || found.length === 0) return [];
    const foreign = found.filter(({ language }) => language !== document);
    return [...carried(source, document, foreign), ...throughout(source, document, found, foreign)];
  },
};

/** The language most of the text is in, paragraph by paragraph: one foreign word does not change it. */
function languageOfBody({ source, body }: Context): string | undefined {
  const weights = new Map<string, number>();
  for (const { start, end } of body.slice(0, 200)) {
    const text = source.text.slice(start, Math.min(end, start + 1000));
    const language = text.length < 12 ? undefined : primary(languageOf(text));
    if (language) weights.set(language, (weights.get(language) ?? 0) + text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const carried = (source: Context['source'], document: string, foreign: readonly Phrase[]): Finding[] =>
  foreign
    .filter(({ cited, language }) => cited !== undefined && cited !== language)
    .map(({ start, end, called, cited }) =>
      findingAt(
        accessPhraseLanguage,
        source,
        start,
        end,
        `The access phrase is ${called}, the source ${languages[cited as string] ?? cited}, the document ${languages[document] ?? document}.`,
        { data: { phrase: called, cited: cited as string, document } },
      ),
    );

/** Said once where all phrases of the document are in another language than its own. */
function throughout(
  source: Context['source'],
  document: string,
  found: readonly Phrase[],
  foreign: readonly Phrase[],
): Finding[] {
  const [first] = foreign;
  if (!first || found.length < 4 || foreign.length !== found.length) return [];
  if (new Set(foreign.map(({ language }) => language)).size > 1) return [];
  return [
    findingAt(
      accessPhraseLanguage,
      source,
      first.start,
      first.end,
      `All ${found.length} access phrases are ${first.called}, while the document is ${languages[document] ?? document}.`,
      { data: { phrase: first.called, count: found.length, document } },
    ),
  ];
}
