import type { Item } from '../../model/item.ts';

type Type = Item['type'];

/** What a GB/T 7714 type mark says (`[J]`, `[M/OL]`). */
const marks: Record<string, Type> = {
  J: 'article-journal',
  M: 'book',
  C: 'paper-conference',
  D: 'thesis',
  R: 'report',
  N: 'article-newspaper',
  P: 'patent',
  S: 'standard',
  G: 'book',
  A: 'chapter',
  K: 'book',
  DB: 'dataset',
  DS: 'dataset',
  CP: 'software',
  CM: 'map',
  EB: 'webpage',
  Z: 'document',
};
const mark = /[[［〔【]\s?([A-Z]{1,2})\s?(?:[/／]\s?(OL|CD|DK|MT))?\s?[\]］〕】]\s?(\/\/|∥)?/u;

/** A word of the text that tells the type, where the fields allow it. */
const words: readonly { type: Type; pattern: RegExp; unless?: readonly 'container-title'[] }[] = [
  {
    type: 'thesis',
    pattern:
      /学位论文|學位論文|博士论文|硕士论文|博士論文|碩士論文|修士論文|학위\s?논문|박사\s?논문|석사\s?논문|\b(?:ph\.?\s?d\.?\s(?:thesis|diss)|(?:master'?s?|doctoral|m\.?sc\.?|diploma)\s(?:thesis|diss)|dissertation|habilitation|unpublished thesis|thèse)/iu,
    unless: ['container-title'],
  },
  { type: 'patent', pattern: /专利|特許|\bpatent\b/iu, unless: ['container-title'] },
  { type: 'standard', pattern: /\b(?:GB(?:\/T)?|ISO|IEC|JIS|RFC)\s?\d/u, unless: ['container-title'] },
  {
    type: 'paper-conference',
    pattern: /\b(?:proceedings|proc\.|conference|symposium|workshop)\b|论文集|論文集|予稿集|研讨会|大会/iu,
  },
  {
    type: 'report',
    pattern:
      /\b(?:technical report|tech\. rep|working paper|discussion paper)\b|白书|白書|白皮书|报告|報告書|보고서/iu,
    unless: ['container-title'],
  },
];

const newspaper =
  /(?:新聞|新闻|日报|日報|晚报|时报|早报|朝刊|夕刊|일보|신문|\b(?:Times|Post|Guardian|Herald|Tribune|Zeitung|Daily|Telegraph|Le Monde|Spiegel)\b)/u;

/** The CSL type, from type marks, words and the fields that are there; the more general one where unsure. */
export const typeOf = (item: Omit<Item, 'id' | 'type'>, text: string): Type => {
  const found = mark.exec(text);
  const container = item['container-title'];
  if (found && marks[found[1]!]) {
    if (found[1] === 'M' && found[3] && container) return 'chapter';
    return marks[found[1]!]!;
  }
  const row = words.find(
    ({ pattern, unless }) => pattern.test(text) && !unless?.some((field) => item[field] !== undefined),
  );
  if (row && (row.type !== 'paper-conference' || (container && row.pattern.test(container)))) return row.type;
  if (container) {
    if (newspaper.test(container) && !item.volume) return 'article-newspaper';
    if (item.volume || item.issue) return item.publisher && item.editor ? 'chapter' : 'article-journal';
    if (item.editor || item.publisher || /\b[Ii]n\b\s*:?\s/u.test(text)) return 'chapter';
    if (item.URL && !item.page && !item.DOI) return 'webpage';
    return 'article-journal';
  }
  if (item.publisher || item['publisher-place']) return 'book';
  if (item.URL && !item.DOI) return 'webpage';
  return item.volume || item.issue ? 'article-journal' : 'document';
};
