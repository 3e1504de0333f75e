import type { Backref, Citation } from '../../model/citation.ts';
import { backrefAtStart, backrefInside } from './words.ts';

/** The words that point back, where a stretch has them; `note` is the number they name. */
export function backrefIn(
  text: string,
): { kind: Backref['kind']; printed: string; note?: string; rest: string; before: string } | undefined {
  const head = backrefAtStart.exec(text);
  if (head?.groups) {
    const { ibid, id, supra } = head.groups;
    const note = /\d{1,4}/.exec(supra ?? '')?.[0];
    const kind = supra ? 'supra' : id ? 'id' : ibid ? 'ibid' : 'op-cit';
    return {
      kind,
      printed: head[0].trim(),
      rest: text.slice(head[0].length),
      before: '',
      ...(note ? { note } : {}),
    };
  }
  const inside = backrefInside.exec(text);
  if (!inside || inside.index > 80) return undefined;
  const note = /(?:note\s|[（(]?[注註]\s?[（(]?)(\d{1,4})/i.exec(
    text.slice(inside.index, inside.index + 40),
  )?.[1];
  return {
    kind: note ? 'supra' : 'op-cit',
    printed: inside[0],
    before: text.slice(0, inside.index).replace(/[\s,，、:：]+$/u, ''),
    rest: text.slice(inside.index + inside[0].length),
    ...(note ? { note } : {}),
  };
}

export interface Seen {
  note: string;
  index: number;
  citation: Citation;
}

/** The earlier citation meant: by the note's number, by the author's name, or the one just before. */
export function resolveBackref(
  found: NonNullable<ReturnType<typeof backrefIn>>,
  seen: readonly Seen[],
): Seen | undefined {
  const works = seen.filter(({ citation }) => !citation.backref?.target || citation.backref.kind !== 'ibid');
  const author = found.before.replace(/^[\s“「『《]+|[，,:：].*$/gu, '').trim();
  const named = author
    ? works.filter(({ citation }) =>
        namesOf(citation).some((name) => name.includes(author) || (name.length > 1 && author.includes(name))),
      )
    : [];
  if (found.note) {
    const there = seen.filter(({ note }) => note === found.note);
    return there.find((one) => named.includes(one)) ?? there[0];
  }
  if (found.kind === 'op-cit' && author) return named.at(-1);
  const last = seen.at(-1);
  const target = last?.citation.backref?.target;
  return target
    ? (seen.find(({ note, index }) => note === target.note && index === target.index) ?? last)
    : last;
}

const namesOf = (citation: Citation): string[] =>
  [...(citation.item.author ?? []), ...(citation.item.editor ?? [])].flatMap(({ family, literal }) =>
    [family, literal].filter((name) => name !== undefined),
  );
