import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import type { Rule } from '../rule.ts';

const apostrophe = /(?<=\p{Script=Latin})['’](?=\p{Script=Latin}|\s\p{Script=Latin})/gu;
const name = (form: string): string => (form === "'" ? "straight (')" : 'curly (’)');

function uses({ source, notes }: Context): Use[] {
  return notes.flatMap(({ place, label }) =>
    [...source.text.slice(place.offset, place.end).matchAll(apostrophe)].map((match) => ({
      start: place.offset + match.index,
      end: place.offset + match.index + 1,
      form: match[0],
      label,
    })),
  );
}

export const apostropheForm: Rule = {
  id: 'apostrophe-form',
  severity: 'info',
  summary: 'Straight and curly apostrophes are mixed.',
  why: "Japan’s beside China's: a slip of copying that search and comparison stumble over.",
  examples: [
    {
      text: "References\n\n[1] Ann Bee, “One’s Way,” The Daily, 2020.\n[2] Cy Dee, “Two’s Way,” The Daily, 2020.\n[3] Eve Fox, “Three's Way,” The Daily, 2020.\n[4] Guy Ham, “Four’s Way,” The Daily, 2020.",
      finds: ["'"],
      fixed:
        'References\n\n[1] Ann Bee, “One’s Way,” The Daily, 2020.\n[2] Cy Dee, “Two’s Way,” The Daily, 2020.\n[3] Eve Fox, “Three’s Way,” The Daily, 2020.\n[4] Guy Ham, “Four’s Way,” The Daily, 2020.',
    },
    {
      text: "References\n\n[1] Ann Bee, “One's Way,” The Daily, 2020.\n[2] Cy Dee, “Two's Way,” The Daily, 2020.\n[3] Eve Fox, “Three's Way,” The Daily, 2020.\n[4] Guy Ham, “Four's Way,” The Daily, 2020.",
      finds: [],
    },
  ],
  check: (context) =>
    againstHabit(apostropheForm, context, uses(context), {
      name,
      say: (use, habit) => `The apostrophe is ${name(use.form)}, elsewhere ${name(habit)}.`,
      mixed: (ways) => `Apostrophes are mixed: ${ways}.`,
      // The curly one is what typesetters print: it is put in, never taken out.
      mend: (_, habit) => (habit === '’' ? habit : undefined),
      safe: true,
    }),
};
