import type { Name } from '../../model/item.ts';

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const particles = new Set(
  "van von der de den del della di da du des la le ten ter zu zur dos das do al el bin ibn af av vom y d’ d'".split(
    ' ',
  ),
);
const bodyWord =
  /\b(?:universit\w*|institut\w*|ministry|ministère|ministerium|department|committee|commission|agency|council|office|foundation|stiftung|association|organi[sz]ation|society|government|bureau|bank|union|nations|cent(?:er|re)|group|federation|corporation|team|consortium|collaboration|collab|authority|inc|ltd|company|board|bundes\w*|statistisch\w*|verband|gesellschaft|library|museum|academy|network|national|international|survey|forum|police|parliament|senate|court|press|times|news|service|studies|research)\b/iu;
const othersLatin =
  /(?:^|[\s,;&]+)(?:(?:and|und|et|y)\s+)?(?:et\.?\s*al(?:ii|ia)?\b\.?|u\.\s?a\.?|and others|others|et coll\.?|e\.a\.|\.{3}|…)[\s,.;:]*$/iu;
const othersCjk =
  /[\s,，、;；·]*(?:外\s*\d*\s*人|等人|等著|等编|等譯|等译|等|ほか(?:\d+名)?|他(?:\d+名)?|외\s*\d*\s*[인명]?)[\s,.，．。:：]*$/u;
const roleLatin =
  /[\s,.;:([]*\b(?:eds?|editors?|edited|hrsg|hg|hgg|hrsgg|trans(?:l|lator|lated)?|transl?|comps?|dirs?|coords?|éds?|übers|a cura di|por|par|by|red|authors?)\b\.?[\s,.;:)\]]*$/iu;
const roleLead =
  /^[\s,.;:([]*(?:(?:edited|translated|ed|eds|trans|transl|hrsg|herausgegeben|übers|compiled|written)\b\.?(?:\s+(?:and\s+(?:introduced|translated|edited)\s+))?(?:\s*(?:by|von|par)\b)?|by\b|in\s*:|in\b(?=\s+\p{Lu})|von\b(?=\s+\p{Lu}\p{Ll}+\s+\p{Lu})|a cura di|sous la direction de|dir\.|trad\.)[\s,.:)]*/iu;
const roleCjk =
  /[\s,，、（(［[:：]*(?:责任编辑|責任編集|主编|主編|编著|編著|编译|編譯|編訳|监译|監訳|編集|编辑|校注|校訂|点校|監修|編著者|共編著|共編|共著|共訳|译注|訳注|合编|合著|翻译|翻訳|翻譯|選編|选编|编|編|译|譯|訳|著|撰|辑|輯|지음|엮음|옮김|편저|공저|저자|역|저|편|글)+[\s)）\]］,，、.．:：]*$/u;
const nationality = /^[[［〔（(【]\s*[\p{Script=Han}]{1,5}\s*[\]］〕）)】]\s*/u;

const clean = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:，、；：&/([]+/u, '')
    .replace(/[\s,;:，、；：&/]+$/u, '');

const isInitials = (text: string): boolean =>
  /^(?:\p{Lu}\p{Ll}?\s?[.．]?[\s\-‐–]*){1,5}$/u.test(text) &&
  (/[.．]/.test(text) || /^[\p{Lu}\s\-‐]{1,5}$/u.test(text));

const suffixed = /^(?:jr|sr|ii|iii|iv)\.?$/i;

const person = (family: string, given: string | undefined): Name => {
  const tidy = (text: string) => text.replace(/^[\s,.;:]+/, '').replace(/[\s,;:]+$/, '');
  const [name, rest] = [tidy(family).replace(/(?<=\p{Ll})\.$/u, ''), given === undefined ? '' : tidy(given)];
  if (!name) return rest ? { literal: rest } : { literal: '' };
  return rest ? { family: name, given: rest } : { family: name };
};

/** One Western name that stands alone: `M. Chiani`, `Meirelles MN`, `Ludwig van Beethoven`, `MOLDASCHL Manfred`. */
const single = (text: string): Name => {
  const words = text.split(/\s+/);
  if (words.length > 1 && suffixed.test(words.at(-1)!)) {
    const name = single(words.slice(0, -1).join(' '));
    return name.family ? { ...name, suffix: words.at(-1)!.replace('.', '') } : name;
  }
  if (bodyWord.test(text) && !/^\p{Lu}\.\s/u.test(text)) return { literal: text };
  if (words.length === 1) {
    const glued = /^((?:\p{Lu}[.．]-?){1,4})(\p{Lu}\p{L}.*)$/u.exec(text);
    return glued ? person(glued[2]!, glued[1]!) : person(text, undefined);
  }
  let tail = words.length;
  while (tail > 1 && isInitials(words[tail - 1]!) && words[tail - 1]!.length <= 8) tail--;
  if (tail < words.length && !isInitials(words[0]!))
    return person(words.slice(0, tail).join(' '), words.slice(tail).join(' '));
  const shouted = (word: string) =>
    word.length > 2 && !word.includes('.') && word === word.toUpperCase() && /\p{Lu}/u.test(word);
  if (shouted(words[0]!) && !shouted(words.at(-1)!)) {
    const end = words.findIndex((word) => !shouted(word));
    return person(words.slice(0, end).join(' '), words.slice(end).join(' '));
  }
  if (words.length > 5 && !words.some((word) => particles.has(word.toLowerCase()))) return { literal: text };
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1]!.toLowerCase())) start--;
  if (start === 1 && particles.has(words[0]!.toLowerCase())) start = 0;
  return person(words.slice(start).join(' '), words.slice(0, start).join(' '));
};

const looksGiven = (text: string): boolean => {
  const words = text.split(/\s+/);
  return (
    words.length <= 3 && words.every((word) => /^\p{Lu}/u.test(word) || particles.has(word.toLowerCase()))
  );
};

const familyLike = (text: string): boolean => {
  const words = text.split(/\s+/);
  return (
    words.length === 1 ||
    (words.length <= 4 && words.slice(0, -1).some((word) => particles.has(word.toLowerCase()))) ||
    (words.length === 2 && !isInitials(words[0]!) && !isInitials(words[1]!))
  );
};

/** A list between commas: pairs `Family, Given` where that is how the list is written, else a name a part. */
const commaList = (parts: string[], alone: boolean): Name[] => {
  const names: Name[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    const next = parts[at + 1];
    if (suffixed.test(part) && names.length) continue;
    const multi = part.includes(' ');
    if (next !== undefined && !isInitials(part) && familyLike(part) && isInitials(next)) {
      names.push(person(part, next));
      at++;
    } else if (
      next !== undefined &&
      !multi &&
      looksGiven(next) &&
      !bodyWord.test(next) &&
      (names.length === 0 ||
        !parts.some((other) => other.split(' ').length > 1 && other !== next && !isInitials(other))) &&
      (parts.length % 2 === 0 || names.length === 0 || alone) &&
      (alone || next.split(' ').length <= 2 || names.length === 0)
    ) {
      names.push(person(part, next));
      at++;
    } else if (
      next !== undefined &&
      names.length === 0 &&
      parts.length === 2 &&
      alone &&
      multi &&
      familyLike(part) &&
      looksGiven(next) &&
      next.split(' ').length <= 2 &&
      particles.has(part.split(' ')[0]!.toLowerCase())
    ) {
      names.push(person(part, next));
      at++;
    } else names.push(single(part));
  }
  return names;
};

const strong = /\s*(?:;|；|\s\/\s|\/|\s[–—-]\s|•|\|)\s*/u;
const conjunction =
  /\s*(?:,\s*)?(?:&(?:amp;)?|\b(?:[Aa]nd|AND|und|UND|y)\b|\bu\.(?=\s\p{Lu})|\bet\b(?!\s+al)|\b[ei]\b(?=\s\p{Lu}\p{L}))\s*/u;

const western = (text: string): Name[] => {
  const groups = text.split(strong).map(clean).filter(Boolean);
  return groups.flatMap((group) => {
    if (bodyWord.test(group) && !/,\s*\p{Lu}\.|\p{Lu}\.\s/u.test(group) && !/,/.test(group))
      return [{ literal: group }];
    const sides = group.split(conjunction).map(clean).filter(Boolean);
    const alone = groups.length > 1;
    return sides.flatMap((side) =>
      commaList(
        side
          .split(/\s*[,，]\s*/)
          .map(clean)
          .filter(Boolean),
        alone || sides.length === 1,
      ),
    );
  });
};

const cjkJoin =
  /\s*(?:[,，、;；/／＝=&·|]|・(?=\S{2,})|\band\b|与|和(?=[\p{Script=Han}]{2,4}$)|(?<=[\p{Script=Hangul}])\s*[.．](?=\s*[\p{Script=Hangul}])|\s와\s|\s과\s)\s*/u;
const bodyCjk =
  /(?:委员会|委員会|委員會|大学|大學|学会|學會|协会|協会|研究所|研究院|研究会|研究室|中心|组|組|部|省|厅|厅|局|署|庁|府|社|院|公司|编|團|集团|银行|銀行|위원회|연구원|연구소|대학교|부|청|학회|협회|机构|组织|組織|机关|会议|政府|联盟|基金会|館|馆|センター|機構|財団|新聞|法院)$/u;

const oriental = (text: string): Name[] => {
  // A body with 与 or 和 in its name is one body.
  if (bodyCjk.test(text) && !/[,，、;；·・/]/u.test(text.trim()))
    return [{ literal: text.replace(nationality, '').trim() }];
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

/** Words printed where no author is known. */
const nobody = /^(?:佚名|匿名|不详|无名氏|Anon(?:ymous)?|N\.?N\.?)$/iu;

/** The names in the part of a reference that holds the names of one role, in order. */
export const namesOf = (text: string): Name[] => {
  let rest = text.replace(/\s+/g, ' ').trim();
  rest = rest.replace(/[(（]\s*(?:hrsg|hg|eds?|éds?|dirs?|coords?|comps?|trans)\.?\s*[)）]/giu, ' ').trim();
  for (let round = 0; round < 3; round++) {
    const before = rest;
    rest = rest.replace(othersLatin, '').replace(roleLatin, '').replace(roleLead, '').trim();
    if (cjk.test(rest))
      rest = rest
        .replace(othersCjk, '')
        .replace(/^[\s]*(?:作者|编者|译者|著者)[:：]/u, '')
        .trim();
    if (rest === before) break;
  }
  // A second form in brackets (`오다쇼고(小田省吾)`) repeats the name.
  if (cjk.test(rest)) rest = rest.replace(/(?<=\S)\s*[(（][^()（）]{1,40}[)）]/gu, '').trim();
  if (!rest) return [];
  const names = cjk.test(rest) ? oriental(rest) : western(rest);
  return names.filter(
    (name) =>
      /\p{L}/u.test(name.literal ?? name.family ?? name.given ?? '') &&
      !nobody.test(name.literal ?? name.family ?? ''),
  );
};
