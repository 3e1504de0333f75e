import type { Backref, Locator } from '../../model/citation.ts';
import type { Memory, Seen } from './memory.ts';
import { backrefAtStart, backrefInside } from './words.ts';

/** Words that point back, found in a citation's text. */
export interface FoundBackref {
  kind: Backref['kind'];
  printed: string;
  /** The number of the note they name. */
  note?: string;
  /** What stands before them, as a rule whose work it is, and behind them, as a rule where in it. */
  before: string;
  rest: string;
}

/** Furthest a word that points back stands from the start of its citation; behind it the citation is whole in itself. */
const furthest = 90;

/** The words that point back, where a stretch has them. */
export function backrefIn(text: string): FoundBackref | undefined {
  const head = backrefAtStart.exec(text);
  if (head?.groups) {
    const { ibid, id, supra } = head.groups;
    const note = /\d{1,4}/.exec((supra ?? '').normalize('NFKC'))?.[0];
    const behind = noteBehind(text.slice(head[0].length));
    const named = note ?? behind?.note;
    return {
      kind: supra ? 'supra' : id ? 'id' : ibid ? 'ibid' : 'op-cit',
      printed: head[0].trim(),
      rest: text.slice(head[0].length + (behind?.length ?? 0)),
      before: '',
      ...(named ? { note: named } : {}),
    };
  }
  const inside = backrefInside.exec(text.slice(0, furthest + 40));
  if (!inside || inside.index > furthest) return undefined;
  const after = text.slice(inside.index + inside[0].length);
  const own = /\d{1,4}/.exec(inside[0].normalize('NFKC'))?.[0];
  const behind = own ? undefined : noteBehind(after);
  const note = own ?? behind?.note;
  const same = /^[\s,，]*(?:ibid|id|ebd)/i.test(inside[0]);
  return {
    kind: same
      ? /\bid/i.test(inside[0]) && !/ibid/i.test(inside[0])
        ? 'id'
        : 'ibid'
      : note
        ? 'supra'
        : 'op-cit',
    printed: inside[0].trim(),
    before: text.slice(0, inside.index).replace(/[\s,，、:：・·]+$/u, ''),
    rest: after.slice(behind?.length ?? 0),
    ...(note ? { note } : {}),
  };
}

/** `, n. 7`, `(n 7)`, ` note 7`, `（注7）`: the note that is meant, behind the words. */
function noteBehind(text: string): { note: string; length: number } | undefined {
  const match =
    /^[\s,，、]{0,3}[（(〔[［]?\s?(?:n\.|nn?\s|notes?\s|fn\.?|N\.|Fn\.?|Anm\.|注|註|각주)\s?[（(〔[［]?(\d{1,4})[)）〕\]］]{0,2}/u.exec(
      text,
    );
  return match ? { note: match[1] as string, length: match[0].length } : undefined;
}

/**
 * The earlier citation meant: in the note named, by the author named; else the author's latest work; else the one just
 * before. A backref that itself points back is followed to the work.
 */
export function resolveBackref(found: FoundBackref, memory: Memory): Seen | undefined {
  const named = found.before ? memory.by(found.before) : [];
  if (found.note) {
    const there = memory.note(found.note);
    return work(
      there.find((one) => named.includes(one)) ??
        (there.length === 1 || !found.before ? there[0] : undefined) ??
        named.at(-1),
      memory,
    );
  }
  if (found.before && named.length > 0) return work(bestOf(named, found.before), memory);
  if (found.kind === 'op-cit' && found.before) return undefined;
  return work(memory.last, memory);
}

const work = (seen: Seen | undefined, memory: Memory): Seen | undefined => {
  const target = seen?.citation.backref?.target;
  return target ? (memory.at(target) ?? seen) : seen;
};

/** Of several works by one author, the one whose title's words stand beside the name, else the latest. */
function bestOf(named: readonly Seen[], before: string): Seen | undefined {
  const text = before.toLowerCase();
  const told = named.filter(({ citation }) => {
    const words =
      (citation.item.title ?? '').toLowerCase().match(/[\p{L}\p{N}]{4,}|[\p{Script=Han}]{2}/gu) ?? [];
    return (
      words.length > 0 &&
      words.slice(0, 6).filter((word) => text.includes(word)).length >= Math.min(2, words.length)
    );
  });
  return told.at(-1) ?? named.at(-1);
}

/** A pinpoint behind a backref: `第5页`, `p. 12`, `12頁`, `at 31`, `para. 5.11`, `§ 3`. */
const pinpoints: readonly { label: string; pattern: RegExp }[] = [
  { label: 'paragraph', pattern: /\b(?:paras?\.?|Rn\.?|Rdnr\.?)\s?(\d{1,4}(?:\.\d{1,4})?)/iu },
  {
    label: 'section',
    pattern: /§{1,2}\s?(\d{1,4}[a-z]?(?:\([a-z0-9]\)){0,3}(?:\s?[-–]\s?\d{1,4}[a-z]?)?)/iu,
  },
  {
    label: 'chapter',
    pattern: /(?:\bch(?:ap(?:ter)?)?\.?\s?|第\s?)(\d{1,3}|[IVXLC]{1,6})(?:\s?章|(?=[\s,.)]|$))(?!\s?[页頁])/u,
  },
  {
    label: 'page',
    pattern:
      /(?:第\s?|\bpp?\.?\s?|\bS\.\s?|\bat\s(?:pp?\.\s?)?|[,，、:：]\s?|^\s{0,2}|頁|页)(\d{1,5}(?:\s?[-–—~～]\s?\d{1,5})?(?:\s?ff?\.)?)\s?[页頁쪽면]?/u,
  },
];

export function locatorIn(rest: string): Locator | undefined {
  const near = rest.slice(0, 60).normalize('NFKC');
  for (const { label, pattern } of pinpoints) {
    const match = pattern.exec(near);
    if (match) return { label, value: (match[1] as string).replace(/\s/g, '') };
  }
  return undefined;
}
