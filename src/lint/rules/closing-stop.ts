import type { Note } from '../../model/note.ts';
import type { Context } from '../context.ts';
import { againstHabit, habitOf, type Use } from '../habit.ts';
import { list, type Rule } from '../rule.ts';
import { scriptOf } from '../script.ts';

const name = (form: string): string => (form === 'none' ? 'no stop' : `“${form}”`);

interface End extends Use {
  url: boolean;
}

/** How a note that ends in a citation ends: its last sign, and whether that stands after a URL. */
function endOf({ source }: Context, note: Note): End | undefined {
  const citation = note.citations.at(-1);
  if (!citation || citation.backref || note.commentary.some(({ place }) => place.end > citation.place.end))
    return undefined;
  const sign = source.text.charAt(note.place.end - 1);
  // A stop inside the last quotation mark or bracket closes the note as well.
  if (/[”"」』)）]/.test(sign) && /[.。．?!]/.test(source.text.charAt(note.place.end - 2))) return undefined;
  if (/[?!？！]/.test(sign)) return undefined;
  const form = /[.。．]/.test(sign) ? sign : 'none';
  const before = source.text.slice(Math.max(note.place.offset, note.place.end - 400), note.place.end);
  const url = /(?:https?:\/\/|10\.\d{4,9}\/)[^\s(（)）。]{1,380}$/i.test(
    form === 'none' ? before : before.slice(0, -1),
  );
  const start = form === 'none' ? note.place.end : note.place.end - 1;
  const tail = /[年月日頁页)）」』》\p{Script=Han}][^\p{L}]{0,2}$/u.test(before) && !url;
  return {
    start,
    end: note.place.end,
    form,
    group: tail ? 'cjk' : scriptOf(source, citation),
    label: note.label,
    url,
  };
}

export const closingStop: Rule = {
  id: 'closing-stop',
  severity: 'info',
  summary: 'A note ends otherwise than its siblings.',
  why: 'Notes of one kind end in one way: with the full stop of their script, or with none. Notes that end in a URL may have a way of their own.',
  examples: [
    list(
      '[1] 甲：《一文》，《当代世界》，2021年第2期，第28页。\n[2] 乙：《二文》，《当代世界》，2021年第3期，第30页。\n[3] 丙：《三文》，《当代世界》，2021年第4期，第32页.\n[4] 丁：《四文》，《当代世界》，2021年第5期，第34页。',
      ['.'],
      '[1] 甲：《一文》，《当代世界》，2021年第2期，第28页。\n[2] 乙：《二文》，《当代世界》，2021年第3期，第30页。\n[3] 丙：《三文》，《当代世界》，2021年第4期，第32页。\n[4] 丁：《四文》，《当代世界》，2021年第5期，第34页。',
    ),
    list(
      '[1] 甲：《一文》，《当代世界》，2021年第2期，第28页\n[2] 乙：《二文》，《当代世界》，2021年第3期，第30页\n[3] 丙：《三文》，《当代世界》，2021年第4期，第32页\n[4] 丁：《四文》，《当代世界》，2021年第5期，第34页',
    ),
  ],
  check(context) {
    const ends = context.notes.flatMap((note) => endOf(context, note) ?? []);
    const urls = ends.filter(({ url }) => url);
    // A clear way of ending URLs is a style of its own.
    const own = habitOf(urls);
    const uses = own ? ends.filter(({ url }) => !url) : ends;
    const endsInUrl = new Set(urls.map(({ end }) => end));
    return againstHabit(closingStop, context, uses, {
      name,
      say: (use, habit) => `The note ends with ${name(use.form)}, its siblings with ${name(habit)}.`,
      mixed: (ways) => `Notes end in several ways: ${ways}.`,
      mend: (use, habit) => {
        if (endsInUrl.has(use.end)) return undefined;
        // A second stop is one too many.
        const twice = use.end > use.start && /[.。．]/.test(context.source.text.charAt(use.start - 1));
        return habit === 'none' || twice ? '' : habit;
      },
      safe: true,
    });
  },
};
