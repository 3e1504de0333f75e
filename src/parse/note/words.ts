import type { Span } from '../../model/place.ts';

/**
 * Words that lead to a source, a row a language. What stands before them in a note is commentary; they themselves are the
 * citation's prefix. Those of one character (`见`) count only behind a sign or at the start.
 */
const signals: Record<string, string> = {
  zh: '转引自 参见 详见 参看 参阅 可参考 参考 另见 另参见 另可参见 亦见 亦参见 并见 又见 请参见 请见 可参见 可参看 可见 资料来源 引自 原载 原文见 见于 载于 出自 也可参见 相关研究参见 相关论述参见 相关讨论见 比较 见',
  'zh-Hant':
    '轉引自 參見 詳見 參看 參閱 另見 另參見 亦見 亦參見 並見 又見 請參見 請參閱 可參考 參考 資料來源 引自 原載 見於 見 詳參 參',
  ja: '詳しくは 詳細は 例えば たとえば 以下を参照 を参照 参照 出典 出所 なお さしあたり とりわけ 典拠は 引用は',
  ko: '재인용 참조 참고 자세한_내용은 예컨대 예를_들어 이에_대해서는 관련하여 출처',
  en: 'see,_e.g., see_e.g., see_also,_e.g., see_also see,_also, see_generally see_for_example see,_for_example, see_especially see_further but_see_also but_see see but_cf. cf. cf compare quoted_in cited_in quoting citing reprinted_in accord e.g., contra for_a_discussion,_see for_an_overview_see for_a_review,_see as_cited_in available_in source:',
  de: 'vgl._auch vgl._dazu vgl._etwa vgl._z._b. vgl._z.b. vgl. vergleiche siehe_auch siehe_dazu siehe_etwa siehe dazu_etwa so_etwa zit._nach zitiert_nach ausführlicher_bei näher grundlegend_hierzu',
  fr: 'voir_aussi voir_notamment voir cité_par cité_dans cf. comparer',
  es: 'véase_también véase citado_en cfr. ver',
};
const words = Object.values(signals)
  .flatMap((row) => row.split(' '))
  .map((word) => word.replaceAll('_', ' '))
  .sort((a, b) => b.length - a.length);
const pattern = (list: readonly string[]): string =>
  list.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s{1,3}')).join('|');
const isLatin = (word: string): boolean => /^\p{Script=Latin}/u.test(word);
const latin = pattern(words.filter(isLatin));
const cjk = pattern(words.filter((word) => !isLatin(word) && word.length > 1));
const single = pattern(words.filter((word) => word.length === 1));
const separator = '[\\s:：，,]{0,3}';

/** One or two signals at the start of a stretch: `另，参见`, `But see`. */
export const signalAtStart = new RegExp(
  `^[\\s,，:：;；(（。]{0,6}(?:(?:${cjk}|${single})${separator}|(?:${latin})(?![\\p{L}])[\\s:,]{0,3}){1,3}`,
  'iu',
);
/** The signal a stretch of commentary ends on. */
export const signalAtEnd = new RegExp(
  `(?:(?:${cjk})|(?<=[\\s,，。；;:：.（(、]|^)(?:${single})|(?<![\\p{L}])(?:${latin}))[\\s:：，,]{0,3}$`,
  'iu',
);
const anywhere = new RegExp(
  `(?:${cjk})|(?<=[\\s,，。；;:：.（(、]|^)(?:${single})|(?<![\\p{L}])(?:${latin})(?![\\p{L}])`,
  'giu',
);

/** Every signal of a text. */
export const signalsIn = (text: string): Span[] => spansOf(text, anywhere);

/** Words that point back at an earlier citation; a stretch that begins with one is a citation although it names no work. */
export const backrefAtStart =
  /^[\s,，]{0,4}(?:(?<ibid>ibid(?:em)?\b\.?|ib\.|ebd\b\.?|ebenda\b|同上(?:书|文|揭书|注|書|註)?|同前(?:注|书|揭|註|書)?|同书|同書|同文|同注(?![［[〔（(\d])|仝上|위의\s?(?:글|책|논문|기사|자료)|같은\s?(?:글|책|논문)|상게(?:서|논문))|(?<id>id\.)|(?<loc>loc\.\s?cit\.)|(?<supra>(?:see\s)?supra\s(?:notes?\s|n\.\s?|fn\.\s?)\d{1,4}|前掲(?:注|註)\s?[（(]?\d{1,4}[）)]?|前揭(?:注|註)\s?[（(〔[]?\d{1,4}[）)〕\]]?|前注\s?[（(〔[]?\d{1,4}[）)〕\]]?|同注\s?[［[〔（(]?\d{1,4}[］\]〕）)]?|(?:同|見|见)?註\s?\d{1,4}|앞의\s?주\s?\d{1,4}|각주\s?\d{1,4}))(?![\p{Script=Latin}])/iu;
const inside =
  /(?:op\.\s?cit\b\.?|loc\.\s?cit\b\.?|a\.\s?a\.\s?O\.|前掲(?:書|論文|稿|(?:注|註)?\s?[（(]?\d{0,4}[）)]?)?|前(?:引|揭)(?:书|文|书目|書|(?:注|註)\s?[〔（([]?\d{0,4}[）)〕\]]?)|上揭(?:书|文|書)?|앞의\s?(?:글|책|논문|주)|전게(?:서|논문)|상게(?:서|논문)|supra\s(?:notes?|n\.|fn\.)\s?\d{1,4}|(?<=[,，]\s?)(?:ibid\.|id\.|ebd\.))/iu;
export const backrefInside = new RegExp(`(?<opcit>${inside.source})`, 'iu');
const backrefWords = new RegExp(
  `${inside.source}|(?<![\\p{L}])(?:ibid(?:em)?\\b|id\\.|ebd\\.|ebenda\\b)|同上|同前|同书|同書|仝上|위의\\s?(?:글|책|논문)|같은\\s?(?:글|책|논문)|(?<=^|[；;。，,\\s])同?[注註]\\s?[［[〔（(]?\\d{1,4}|Fn\\.\\s?\\d{1,4}`,
  'giu',
);

/** Every word of a text that points back. */
export const backrefsIn = (text: string): Span[] => spansOf(text, backrefWords);

const spansOf = (text: string, words: RegExp): Span[] =>
  [...text.matchAll(words)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
