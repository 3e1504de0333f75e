import type { Citation } from '../../model/citation.ts';

export interface Seen {
  note: string;
  index: number;
  citation: Citation;
}

/** The citations of a document so far, findable by note, by name and by words of the title. */
export class Memory {
  #last: Seen | undefined;
  #byNote = new Map<string, Seen[]>();
  #byName = new Map<string, Seen[]>();

  add(seen: Seen): void {
    this.#last = seen;
    append(this.#byNote, seen.note, seen);
    // A backref repeats a work that is known by its own citation.
    if (seen.citation.backref) return;
    for (const name of namesOf(seen.citation)) append(this.#byName, name, seen);
  }

  /** The citation just before. */
  get last(): Seen | undefined {
    return this.#last;
  }

  /** The citations of the latest note of that label. */
  note(label: string): readonly Seen[] {
    return this.#byNote.get(label) ?? [];
  }

  /** Works by a person whose name the text holds, in order of citation. */
  by(text: string): readonly Seen[] {
    const found = new Map<string, Seen>();
    for (const name of namesIn(text))
      for (const seen of this.#byName.get(name) ?? []) found.set(`${seen.note}\u0000${seen.index}`, seen);
    return [...found.values()];
  }

  /** The citation a backref led to. */
  at(target: { note: string; index: number }): Seen | undefined {
    return this.note(target.note).find(({ index }) => index === target.index);
  }
}

const longestMemory = 64;

function append(map: Map<string, Seen[]>, key: string, seen: Seen): void {
  const list = map.get(key);
  if (!list) map.set(key, [seen]);
  else {
    list.push(seen);
    if (list.length > longestMemory) list.shift();
  }
}

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.·・]/gu, '');

/** Names a work is known by: family names, literal names, and the first three signs of a CJK name. */
export function namesOf({ item }: Citation): string[] {
  const names = [...(item.author ?? []), ...(item.editor ?? []), ...(item.translator ?? [])].flatMap(
    (name) => {
      const whole = name.family ?? name.literal;
      if (!whole) return [];
      const words =
        name.literal && /^\p{Script=Latin}/u.test(whole) ? [whole.split(/\s/).at(-1) as string] : [];
      const surname = /^[\p{Script=Han}]{3,5}$/u.test(whole) ? [whole.slice(0, 2)] : [];
      return [whole, ...words, ...surname];
    },
  );
  return [...new Set(names.map(fold).filter((name) => name.length > 1))];
}

/** The pieces of a text that may be a name somebody is known by. */
function namesIn(text: string): string[] {
  const pieces = text
    .slice(0, 160)
    .split(/[\s,，、:：;；.·・'’“”「」『』《》（）()/&]+|\band\b|\bund\b/iu)
    .map((piece) => fold(piece.replace(/(?:等|ほか|他|編|著|编|主编|씨|의)$/u, '')))
    .filter((piece) => piece.length > 1);
  const joined = fold(text.replace(/[,，:：].{0,160}$/u, ''));
  return [...new Set([joined, ...pieces])];
}
