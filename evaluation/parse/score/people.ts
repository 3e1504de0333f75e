import { folded } from './folding.ts';

/** A name as gold or a parser gives it. */
export type GivenName =
  | string
  | { family?: string; given?: string; literal?: string; [field: string]: unknown };

const particles = new Set(
  "van von der de den del della di da du des la le ten ter zu zur dos das do al el d vom y d'".split(' '),
);
const suffix = /(?<![\p{L}\p{N}_])(?:jr|sr|ii|iii|iv)(?![\p{L}\p{N}_])\.?$/iu;
const nation = /^\s*[[［〔（(【]\s*[\u4e00-\u9fff]{1,6}\s*[\]］〕）)】]\s*/;

const familyKey = (family: string): string => {
  const words = family.trim().replace(suffix, '').split(/\s+/).filter(Boolean);
  while (
    words.length > 1 &&
    particles.has((words[0] as string).toLowerCase().replace(/^['’.]+|['’.]+$/g, ''))
  )
    words.shift();
  return folded(words.join(' '));
};

const oneWord = (text: string): boolean => text.trim().split(/\s+/).filter(Boolean).length === 1;

/** Everything a name may be known by: `f` the family name, `w` the whole in either order. */
export const nameKeys = (name: GivenName): Set<string> => {
  const given = typeof name === 'string' ? { literal: name } : name;
  const text = (field: string): string => String((given as Record<string, unknown>)[field] ?? '');
  const [literal, family, first] = ['literal', 'family', 'given'].map((field) =>
    text(field).replace(nation, ''),
  );
  const before = ['non-dropping-particle', 'dropping-particle', 'particle']
    .map(text)
    .filter(Boolean)
    .join(' ');
  const keys: [kind: string, key: string][] = [];
  if (family) {
    keys.push(['f', familyKey(family)], ['f', folded(family)]);
    for (const whole of [family + first, first + family, before + family + first, first + before + family])
      keys.push(['w', folded(whole)]);
    if (!first) keys.push(['w', folded(family)]);
  } else if (first) {
    keys.push(['w', folded(first)]);
    if (oneWord(first)) keys.push(['f', folded(first)]);
  }
  if (literal) {
    keys.push(['w', folded(literal)], ['w', folded(literal.replace(/^the\s+/i, ''))]);
    if (oneWord(literal)) keys.push(['f', folded(literal)]);
  }
  return new Set(keys.filter(([, key]) => key).map(([kind, key]) => `${kind} ${key}`));
};

export const sameName = (one: GivenName, other: GivenName): boolean => {
  const keys = nameKeys(one);
  return [...nameKeys(other)].some((key) => keys.has(key));
};

export const namesOf = (value: unknown): GivenName[] => {
  if (!value) return [];
  const list = (Array.isArray(value) ? value : [value]) as GivenName[];
  return list.filter((name) => (typeof name === 'string' ? name.trim() !== '' : nameKeys(name).size > 0));
};

/** Length of the longest run of names both lists have in this order, other names between them allowed. */
export const sharedNames = (gold: readonly GivenName[], said: readonly GivenName[]): number => {
  let row = new Array<number>(said.length + 1).fill(0);
  for (const name of gold) {
    const next = [0];
    for (let at = 0; at < said.length; at++)
      next.push(
        sameName(name, said[at] as GivenName)
          ? (row[at] as number) + 1
          : Math.max(row[at + 1] as number, next[at] as number),
      );
    row = next;
  }
  return row.at(-1) as number;
};
