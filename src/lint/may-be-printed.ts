import type { Cited, Context } from './context.ts';
import { residueOf } from './residue.ts';
import type { RequiredField } from './styles.ts';

/** So many unexplained letters may be the very field that seems to be missing. */
const mostLetters = { cjk: 2, latin: 8 };

/** Cases, statutes and dockets have fields of their own. */
const legal =
  /\sv\.?\s\p{Lu}|§|\b(?:U\.S\.C?|F\.(?:[234]d|Supp)|S\. ?Ct|Stat|Pub\. ?L|C\.F\.R|Fed\. ?Reg|WL|BGBl|BVerfGE?)\b|法律第|令第|最高裁|判決|〔\d{4}〕/u;
const namesFirst =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー\s]{2,8}[,，(（.．、]|\p{Lu}[\p{L}’'-]{1,20},\s\p{Lu})/u;
const undated = /\bn\.\s?d\.|\bs\.\s?a\.|日付不明|日期不详|日期不詳|无日期/i;

/** Whether what the reading left over may hold the field. */
export function mayBePrinted(
  field: RequiredField,
  { source }: Context,
  { citation, note: { text } }: Cited,
  script: 'cjk' | 'latin',
): boolean {
  if (legal.test(text) || (field === 'date' && undated.test(text))) return true;
  const { letters, numbers } = residueOf(source, citation);
  const counted = field === 'volume' || field === 'issue' || field === 'pages';
  const { title = '', 'container-title': container = '' } = citation.item;
  // A number the reading took into a name is a volume, and a short name before the title's first comma an author.
  if (counted && [title, container].some((name) => /\d\D{0,2}$/.test(name))) return true;
  if (field === 'author' && namesFirst.test(title)) return true;
  return letters > mostLetters[script] || (counted && numbers > 0);
}
