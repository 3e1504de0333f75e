import type { Name } from '../../model/item.ts';
import { cjk, oriental, othersCjk } from './oriental.ts';
import { isBody, western } from './western.ts';

const othersLatin =
  /(?:^|[\s,;&]{1,4})(?:(?:and|und|et|y)\s)?(?:et\.?\s?al(?:ii|ia)?\b\.?|u\.\s?a\.?|and others|others|et coll\.?|e\.a\.|\.{3}|…)[\s,.;:]{0,6}$/iu;
const roleLatin =
  /[\s,.;:([]{0,6}\b(?:eds?|editors?|edited|hrsg|hg|hgg|hrsgg|trans(?:l|lator|lated)?|transl?|comps?|dirs?|coords?|éds?|übers|a cura di|por|par|by|red|authors?)\b\.?[\s,.;:)\]]{0,6}$/iu;
const roleLead =
  /^[\s,.;:([]{0,6}(?:(?:edited|translated|ed|eds|trans|transl|hrsg|herausgegeben|übers|compiled|written)\b\.?(?:\s(?:and\s(?:introduced|translated|edited)\s))?(?:\s?(?:by|von|par)\b)?|by\b|in\s?:|in\b(?=\s\p{Lu})|von\b(?=\s\p{Lu}\p{Ll}{1,30}\s\p{Lu})|a cura di|sous la direction de|dir\.|trad\.)[\s,.:)]{0,6}/iu;

/** Words printed where no author is known. */
const nobody = /^(?:佚名|匿名|不详|无名氏|Anon(?:ymous)?|N\.?N\.?)$/iu;

/** What stands in round brackets beside Western names is a role or an aside; beside a body it is its short form. */
const withoutAsides = (text: string): string => {
  if (cjk.test(text)) return text.replace(roleAside, ' ').trim();
  const outside = text.replace(/[(（][^()（）]{1,60}(?:[)）]|$)/gu, ' ');
  if (isBody(outside)) return text.replace(roleAside, ' ').trim();
  return outside
    .replace(/\s{1,3}(?=[,;/])/gu, '')
    .replace(/\s{2,}/gu, ' ')
    .trim();
};
const roleAside =
  /[(（]\s?(?:hrsg|hg|hgg|edd?s?|éds?|dirs?|coords?|comps?|compiler|trans|a c\. di)\.?\s?[)）]/giu;

/** The names in the part of a reference that holds the names of one role, in order. */
export const namesOf = (text: string): Name[] => {
  let rest = withoutAsides(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[^\p{L}\p{N}《([［〔【（'’]{1,8}/u, ''),
  );
  for (let round = 0; round < 3; round++) {
    const before = rest;
    rest = rest.replace(othersLatin, '').replace(roleLatin, '').replace(roleLead, '').trim();
    if (cjk.test(rest))
      rest = rest
        .replace(othersCjk, '')
        .replace(/^(?:作者|编者|译者|著者)[:：]/u, '')
        .trim();
    if (rest === before) break;
  }
  // A second form in brackets (`오다쇼고(小田省吾)`) repeats the name.
  if (cjk.test(rest)) rest = rest.replace(/(?<=\S)\s?[(（][^()（）]{1,40}[)）]/gu, '').trim();
  if (!rest) return [];
  const names = cjk.test(rest) ? oriental(rest) : western(rest);
  return names.filter(
    (name) =>
      /\p{L}/u.test(name.literal ?? name.family ?? name.given ?? '') &&
      !nobody.test(name.literal ?? name.family ?? ''),
  );
};
