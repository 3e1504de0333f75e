import type { Citation } from '../../model/citation.ts';
import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import type { Rule } from '../rule.ts';

/** Initials of the authors, each with or without its stop; `van der B` and the like are left to the reader. */
function usesOf({ source }: Context, citation: Citation, label: string): Use[] {
  const { offset, end } = citation.place;
  const head = source.text.slice(offset, Math.min(end, offset + 400));
  return (citation.item.author ?? []).flatMap(({ given, family }) => {
    if (!given || !family || !/(?:^|[\s-])\p{Lu}(?:\.|$|[\s-])/u.test(given)) return [];
    const at = head.indexOf(given);
    if (at === -1) return [];
    return [...given.matchAll(/(?<![\p{L}’'])\p{Lu}(?!\p{L})(\.?)/gu)].map((match) => {
      const start = offset + at + match.index;
      const stopped = match[1] === '.' || source.text.charAt(start + 1) === '.';
      return { start, end: start + (stopped ? 2 : 1), form: stopped ? 'stop' : 'none', label };
    });
  });
}

const name = (form: string): string => (form === 'stop' ? 'a stop' : 'no stop');

export const authorInitial: Rule = {
  id: 'author-initial',
  severity: 'info',
  summary: 'An initial has a stop where its siblings have none, or none where they have one.',
  why: 'Stephen M Walt among Victor D. Cha and Adam P. Liff: one document, one way.',
  examples: [
    {
      text: 'References\n\n[1] Ann B. Bee, “One,” The Daily, 2020.\n[2] Cyril D. Dee, “Two,” The Daily, 2020.\n[3] Evelyn F Fox, “Three,” The Daily, 2020.\n[4] Guy H. Ham, “Four,” The Daily, 2020.',
      finds: ['F'],
      fixed:
        'References\n\n[1] Ann B. Bee, “One,” The Daily, 2020.\n[2] Cyril D. Dee, “Two,” The Daily, 2020.\n[3] Evelyn F. Fox, “Three,” The Daily, 2020.\n[4] Guy H. Ham, “Four,” The Daily, 2020.',
    },
    {
      text: 'References\n\n[1] Ann B Bee, “One,” The Daily, 2020.\n[2] Cyril D Dee, “Two,” The Daily, 2020.\n[3] Evelyn F Fox, “Three,” The Daily, 2020.\n[4] Guy H Ham, “Four,” The Daily, 2020.',
      finds: [],
    },
  ],
  check: (context) =>
    againstHabit(
      authorInitial,
      context,
      context.works.flatMap(({ citation, note }) => usesOf(context, citation, note.label)),
      {
        name,
        say: (use, habit) => `The initial has ${name(use.form)}, its siblings have ${name(habit)}.`,
        mend: ({ start }, habit) => `${context.source.text.charAt(start)}${habit === 'stop' ? '.' : ''}`,
        safe: true,
      },
    ),
};
