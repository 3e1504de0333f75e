import type { Citation } from '../../model/citation.ts';
import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import type { Rule } from '../rule.ts';

/** Kinds with authors of their own: judges and parties are named otherwise. */
const works = new Set([
  'article-journal',
  'article-newspaper',
  'article-magazine',
  'book',
  'chapter',
  'paper-conference',
  'report',
  'thesis',
  'webpage',
  'post-weblog',
]);

/** How the first author's name stands: its family name or its given name first. CJK names have one order only. */
function useOf({ source }: Context, citation: Citation, label: string): Use[] {
  if (!works.has(citation.item.type)) return [];
  const [author] = citation.item.author ?? [];
  if (!author?.family || !author.given || !/\p{Script=Latin}/u.test(author.family)) return [];
  const text = source.text.slice(
    citation.place.offset,
    Math.min(citation.place.end, citation.place.offset + 200),
  );
  const [family, given] = [text.indexOf(author.family), text.indexOf(author.given)];
  if (family < 0 || given < 0 || family === given) return [];
  const [start, end] =
    family < given ? [family, given + author.given.length] : [given, family + author.family.length];
  if (start > 60 || end - start > 80) return [];
  const form = family < given ? 'family-first' : 'given-first';
  return [
    { start: citation.place.offset + start, end: citation.place.offset + end, form, group: 'latin', label },
  ];
}

const names: Record<string, string> = {
  'family-first': 'family name first',
  'given-first': 'given name first',
};
const name = (form: string): string => names[form] ?? form;

export const authorOrder: Rule = {
  id: 'author-order',
  severity: 'info',
  summary: 'An author’s name stands in another order than those of its siblings.',
  why: 'Where both orders stand side by side, readers cannot tell family names from given ones.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Daily, 2020.\n[2] Cyril Dee, “Two,” The Daily, 2020.\n[3] Fox, Evelyn, “Three,” The Daily, 2020.\n[4] Guy Ham, “Four,” The Daily, 2020.',
      finds: ['Fox, Evelyn'],
    },
    {
      text: 'References\n\n[1] Bee, Ann, “One,” The Daily, 2020.\n[2] Dee, Cyril, “Two,” The Daily, 2020.\n[3] Fox, Evelyn, “Three,” The Daily, 2020.\n[4] Ham, Guy, “Four,” The Daily, 2020.',
      finds: [],
    },
  ],
  check: (context) =>
    againstHabit(
      authorOrder,
      context,
      context.works.flatMap(({ citation, note }) => useOf(context, citation, note.label)),
      {
        name,
        say: (use, habit) =>
          `The author stands with the ${name(use.form)}, its siblings with the ${name(habit)}.`,
        mixed: (ways) => `Authors’ names stand in several orders: ${ways}.`,
      },
    ),
};
