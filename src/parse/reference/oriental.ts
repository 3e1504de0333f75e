import type { Name } from '../../model/item.ts';
import { clean, single } from './western.ts';

/** Any letter of Chinese, Japanese or Korean. */
export const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** The words for `and others` at the end of a list. */
export const othersCjk =
  /[\s,，、;；·]{0,4}(?:外\s?\d{0,3}\s?人|等人|等著|等编|等譯|等译|等|ほか(?:\d{1,3}名)?|他(?:\d{1,3}名)?|외\s?\d{0,3}\s?[인명]?)[\s,.，．。:：]{0,4}$/u;
const roleCjk =
  /[\s,，、（(［[:：]{0,4}(?:责任编辑|責任編集|主编|主編|编著|編著|编译|編譯|編訳|监译|監訳|編集|编辑|校注|校訂|整理|補訂|补订|共著|点校|監修|編著者|共編著|共編|共著|共訳|译注|訳注|合编|合著|翻译|翻訳|翻譯|選編|选编|编|編|译|譯|訳|著|撰|辑|輯|지음|엮음|옮김|편저|공저|저자|역|저|편|글){1,2}[\s)）\]］,，、.．:：]{0,4}$/u;
const nationality = /^[[［〔（(【]\s?[\p{Script=Han}]{1,5}\s?[\]］〕）)】]\s?/u;

const cjkJoin =
  /\s?(?:[,，、;；/／＝=&·|]|・(?=\S{2,})|\band\b|与|和(?=[\p{Script=Han}]{2,4}$|\s?\p{Script=Latin})|(?<=[\p{Script=Hangul}])\s?[.．](?=\s?[\p{Script=Hangul}])|\s와\s|\s과\s)\s?/u;
const bodyCjk =
  /(?:委员会|委員会|委員會|大学|大學|学会|學會|协会|協会|研究所|研究院|研究会|研究室|中心|组|組|部|省|厅|厅|局|署|庁|府|社|院|室|公司|编|團|集团|银行|銀行|위원회|연구원|연구소|대학교|부|청|학회|협회|机构|组织|組織|机关|会议|政府|联盟|基金会|館|馆|センター|機構|財団|新聞|法院)$/u;

const stopped = /^\p{Script=Han}{2,4}(?:\s?[.．]\s?\p{Script=Han}{2,4}){1,20}$/u;

/** Names in Chinese, Japanese or Korean: never cut into family and given name. */
export const oriental = (text: string): Name[] => {
  // A body with 与 or 和 in its name is one body.
  if (bodyCjk.test(text) && !/[,，、;；·・/]/u.test(text.trim()))
    return [{ literal: text.replace(nationality, '').trim() }];
  // Short names between stops, as Korean journals print them.
  if (stopped.test(text)) return text.split(/\s?[.．]\s?/u).map((literal) => ({ literal }));
  // `・` and `·` inside a transliterated name join its parts; between whole CJK names they part the names.
  const dotted = /[\p{Script=Katakana}ー]\s*[・=＝·]\s*[\p{Script=Katakana}A-ZＡ-Ｚ]/u.test(text);
  const foreignDot = /[\p{Script=Han}A-Z]\s*[·・•.．]\s*[\p{Script=Han}]/u.test(text) && !/[・]/.test(text);
  const joined = dotted
    ? text.replace(
        /([\p{Script=Katakana}ーA-ZＡ-Ｚ.．])\s*([・=＝·])\s*(?=[\p{Script=Katakana}A-ZＡ-Ｚ])/gu,
        (_, a, b) => `${a}${b === '·' ? '\u0002' : b === '・' ? '\u0001' : '\u0003'}`,
      )
    : foreignDot
      ? text.replace(/[·•]/g, '\u0002')
      : text;
  return joined
    .split(cjkJoin)
    .map((part) =>
      part.replaceAll('\u0001', '・').replaceAll('\u0002', '·').replaceAll('\u0003', '＝').trim(),
    )
    .flatMap((part) => {
      const known = part.replace(nationality, '').replace(roleCjk, '').replace(othersCjk, '').trim();
      if (!known) return [];
      if (!cjk.test(known)) return /\p{L}/u.test(known) ? [single(clean(known))] : [];
      const spaced =
        /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}\s[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}$/u;
      if (spaced.test(known)) return [{ literal: known.replace(/\s+/g, '') }];
      // Several short names parted by blanks only.
      const words = known.split(/\s+/);
      if (
        words.length > 1 &&
        words.every((word) => /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(word) && !bodyCjk.test(word))
      )
        return words.map((literal) => ({ literal }));
      return [{ literal: known }];
    });
};
