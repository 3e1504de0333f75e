import type { Name } from '../../model/item.ts';

const particles = new Set(
  "van von der de den del della di da du des la le ten ter zu zur dos das do al el bin ibn af av vom y d’ d'".split(
    ' ',
  ),
);
const bodyWord =
  /\b(?:universit|institut|bundes|statistisch)|\b(?:ministry|ministère|ministerio|department|committee|commission|agency|council|office|foundation|stiftung|association|organi[sz]ation|society|government|bureau|bank|union|nations|zentrum|cent(?:er|re)|group|federation|corporation|team|consortium|collaboration|collab|authority|inc|ltd|company|board|rat|gesellschaft|administration|library|museum|academy|academia|network|national|international|survey|forum|police|parliament|senate|court|press|times|news|service|studies|research)\b|(?:ministerium|verband|kammer|\p{Ll}amt)(?!\p{L})/iu;

/** Blanks made single; stops and brackets at the ends taken off. */
export const clean = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:，、；：&/([]{1,9}/u, '')
    .replace(/[\s,;:，、；：&/]{1,9}$/u, '');

const isInitials = (text: string): boolean =>
  /^(?:\p{L}\s?[.．][\s\-‐–]*){1,4}$/u.test(text) ||
  (/^(?:\p{Lu}\p{Ll}?\s?[.．]?[\s\-‐–]*){1,5}$/u.test(text) &&
    (/[.．]/.test(text) || /^[\p{Lu}\s\-‐]{1,5}$/u.test(text)));

const suffixed = /^(?:jr|sr|ii|iii|iv)\.?$/i;

const person = (family: string, given: string | undefined): Name => {
  const tidy = (text: string) => text.replace(/^[\s,.;:]{1,9}/, '').replace(/[\s,;:]{1,9}$/, '');
  const [name, rest] = [tidy(family).replace(/(?<=\p{Ll})\.$/u, ''), given === undefined ? '' : tidy(given)];
  if (!name) return rest ? { literal: rest } : { literal: '' };
  return rest ? { family: name, given: rest } : { family: name };
};

/** One Western name that stands alone: `M. Chiani`, `Meirelles MN`, `Ludwig van Beethoven`, `MOLDASCHL Manfred`. */
export const single = (text: string): Name => {
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
      multi &&
      part.split(' ').length <= 3 &&
      looksGiven(next) &&
      particles.has(part.split(' ')[0]!.toLowerCase())
    ) {
      names.push(person(part, next));
      at++;
    } else names.push(single(part));
  }
  return names;
};

const strong = /\s?(?:;|；|、|\/|(?<=\s)[–—-](?=\s)|•|\|)\s?/u;
const conjunction =
  /\s?(?:,\s?)?(?:&(?:amp;)?|(?<!\p{L})(?:[Aa]nd|AND|und|UND|y|et(?!\sal))(?!\p{L})|(?<!\p{L})u\.(?=\s\p{Lu})|(?<!\p{L})[ei](?=\s\p{Lu}\p{L}))\s?/u;

const companyForm = /^(?:inc|ltd|llc|corp|co|plc|gmbh|s\.a)\.?$/iu;
const state = /\b(?:U\.\s?S\.|U\.\s?K\.|U\.\s?N\.|St\.)/gu;
const bodyLead =
  /^(?:\p{L}{1,20}\s){0,2}\p{L}{0,20}(?:ministerium|ministry|ministère|ministerio|department|division|kammer|committee|commission|council|secretaría)\b/iu;

/** Whether the words name a body rather than people. */
export const isBody = (text: string): boolean => bodyWord.test(text);

/** One body, its commas and conjunctions and all; undefined where the words are people. */
const body = (text: string): Name | undefined => {
  if (!bodyWord.test(text)) return undefined;
  const bare = text.replace(state, 'US');
  if (/,\s*\p{Lu}[.．]|(?<!\p{L})\p{Lu}[.．]\s/u.test(bare)) return undefined;
  const parts = bare.split(/\s?[,，]\s?/u);
  const whole =
    parts.length === 1 || bodyLead.test(bare) || parts.slice(1).every((part) => companyForm.test(part));
  return whole ? { literal: text } : undefined;
};

/** `Inc.` and its like belong to the name before the comma. */
const withForms = (parts: string[]): string[] => {
  const out: string[] = [];
  for (const part of parts)
    if (out.length && companyForm.test(part)) out[out.length - 1] += `, ${part}`;
    else out.push(part);
  return out;
};

const partsOf = (side: string): string[] =>
  withForms(
    side
      .split(/\s?[,，]\s?/u)
      .map(clean)
      .filter(Boolean),
  );

/** Names in Latin letters: parted by strong signs, conjunctions and commas, each either way round. */
export const western = (text: string): Name[] => {
  const whole = body(text);
  if (whole) return [whole];
  const groups = text.split(strong).map(clean).filter(Boolean);
  const inverted =
    groups.length > 1 && groups.every((group) => partsOf(group).length <= 2) && groups[0]!.includes(',');
  return groups.flatMap((group) => {
    const one = body(group);
    if (one) return [one];
    const sides = group.split(conjunction).map(clean).filter(Boolean);
    return sides.flatMap((side) => {
      const parts = partsOf(side);
      if (parts.length === 2 && inverted && looksGiven(parts[1]!) && parts[0]!.split(' ').length <= 3)
        return [person(parts[0]!, parts[1])];
      return commaList(parts, groups.length > 1 || sides.length === 1);
    });
  });
};
