import type { Name } from '../../model/item.ts';
import { texToText } from '../tex/signs.ts';

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const tidy = (text: string): string => texToText(text).replace(/\s+/g, ' ').trim();

/** A list of names joined by `and`; `and others` says there are more and names nobody. */
export function namesOf(value: string): Name[] {
  return splitTop(value, /\s+and\s+/iy)
    .map((name) => name.trim())
    .filter((name) => name && !/^(?:others|et al\.?)$/i.test(name))
    .slice(0, 1000)
    .map(nameOf)
    .filter((name) => Object.keys(name).length > 0);
}

/** One name in any of BibTeX's three orders, or biblatex's `family=…, given=…`. */
function nameOf(raw: string): Name {
  if (/^\{[^{}]*\}$/.test(raw)) return literal(raw);
  const parts = splitTop(raw, /\s*,\s*/y);
  if (
    parts.length > 1 &&
    parts.every((part) => /^(?:family|given|prefix|suffix|useprefix)-?i?\s*=/.test(part))
  )
    return extended(parts);
  if (cjk.test(raw) && parts.length === 1) return literal(raw);
  if (parts.length > 1) {
    const [last, second, third] = parts as [string, string, string | undefined];
    const [particle, family] = particleOf(words(last), true);
    const suffix = third === undefined ? undefined : second;
    return pruned({ family, given: third ?? second, 'non-dropping-particle': particle, suffix });
  }
  const all = words(raw);
  if (all.length === 1) return literal(raw);
  const from = all.findIndex((word, index) => index > 0 && index < all.length - 1 && isParticle(word));
  const cut = from === -1 ? all.length - 1 : from;
  const [particle, family] = particleOf(all.slice(cut), true);
  return pruned({ family, given: all.slice(0, cut).join(' '), 'non-dropping-particle': particle });
}

const literal = (raw: string): Name => pruned({ literal: raw });

function extended(parts: readonly string[]): Name {
  const given = new Map(
    parts.map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), part.slice(at + 1)] as const;
    }),
  );
  return pruned({
    family: given.get('family'),
    given: given.get('given'),
    'non-dropping-particle': given.get('prefix'),
    suffix: given.get('suffix'),
  });
}

function pruned(name: Record<string, string | undefined>): Name {
  const rows = Object.entries(name).map(([key, value]) => [key, tidy(value ?? '')] as const);
  return Object.fromEntries(rows.filter(([, value]) => value)) as Name;
}

/** Lower-case words in front of a family name are its particle, if a word is left over to be the name. */
function particleOf(all: readonly string[], leaveOne: boolean): [string, string] {
  let count = 0;
  while (count < all.length - (leaveOne ? 1 : 0) && isParticle(all[count] as string)) count += 1;
  return [all.slice(0, count).join(' '), all.slice(count).join(' ')];
}

const isParticle = (word: string): boolean => /^\p{Ll}/u.test(texToText(word));
const words = (text: string): string[] => splitTop(text.trim(), /\s+/y).filter(Boolean);

/** Splits outside braces only. */
function splitTop(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (depth <= 0 && /[\s,]/.test(sign)) {
      separator.lastIndex = at;
      const match = separator.exec(text);
      if (!match) {
        // A run of blanks that separates nothing is passed over whole.
        while (/\s/.test(text.charAt(at + 1))) at += 1;
        continue;
      }
      parts.push(text.slice(from, at));
      from = at + match[0].length;
      at = from - 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
