import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import type { Rule } from '../rule.ts';
import { scriptOf } from '../script.ts';

/** How a volume and its issue are printed one behind the other. */
const forms: readonly { form: string; pattern(volume: string, issue: string): RegExp }[] = [
  { form: '46:1', pattern: (v, i) => new RegExp(`(?<!\\d)${v}\\s?:\\s?${i}(?!\\d)`) },
  { form: '46(1)', pattern: (v, i) => new RegExp(`(?<!\\d)${v}\\s?\\(${i}\\)`) },
  { form: '46, no. 1', pattern: (v, i) => new RegExp(`(?<!\\d)${v},?\\s?no\\.?\\s?${i}(?!\\d)`, 'i') },
  {
    form: 'vol. 46, no. 1',
    pattern: (v, i) => new RegExp(`vol\\.?\\s?${v},?\\s?(?:no|iss)\\.?\\s?${i}(?!\\d)`, 'i'),
  },
  { form: '46.1', pattern: (v, i) => new RegExp(`(?<!\\d)${v}\\.${i}(?!\\d)`) },
  { form: '46/1', pattern: (v, i) => new RegExp(`(?<!\\d)${v}/${i}(?!\\d)`) },
];

function uses({ source, works }: Context): Use[] {
  return works.flatMap(({ citation, note }) => {
    const { volume, issue } = citation.item;
    if (!volume || !issue || !/^\d{1,5}$/.test(volume) || !/^\d{1,5}$/.test(issue)) return [];
    const text = source.text.slice(citation.place.offset, citation.place.end);
    // The longest wording first: `vol. 46, no. 1` holds `46, no. 1`.
    for (const { form, pattern } of [...forms].sort((a, b) => b.form.length - a.form.length)) {
      const match = pattern(volume, issue).exec(text);
      if (!match) continue;
      const start = citation.place.offset + match.index;
      return [
        { start, end: start + match[0].length, form, group: scriptOf(source, citation), label: note.label },
      ];
    }
    return [];
  });
}

export const volumeIssueForm: Rule = {
  id: 'volume-issue-form',
  severity: 'info',
  summary: 'Volume and issue are printed in another way than those of the siblings.',
  why: '46:1, 48 (1) and “65, no. 3” say the same: one document, one way.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Journal 1, no. 2 (2020): 1–9.\n[2] Cy Dee, “Two,” The Journal 1, no. 3 (2020): 11–19.\n[3] Eve Fox, “Three,” The Journal 7(4) (2020): 21–29.\n[4] Guy Ham, “Four,” The Journal 1, no. 5 (2020): 31–39.',
      finds: ['7(4)'],
    },
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Journal 1, no. 2 (2020): 1–9.\n[2] Cy Dee, “Two,” The Journal 1, no. 3 (2020): 11–19.\n[3] Eve Fox, “Three,” The Journal 1, no. 4 (2020): 21–29.\n[4] Guy Ham, “Four,” The Journal 1, no. 5 (2020): 31–39.',
      finds: [],
    },
  ],
  check: (context) =>
    againstHabit(volumeIssueForm, context, uses(context), {
      say: (use, habit) => `Volume and issue are printed as ${use.form}, elsewhere as ${habit}.`,
      mixed: (ways) => `Volume and issue are printed in several ways: ${ways}.`,
    }),
};
