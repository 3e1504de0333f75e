import type { Citation } from '../../model/citation.ts';
import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import type { Rule } from '../rule.ts';
import { scriptOf } from '../script.ts';

const names: Record<string, string> = {
  '-': 'a hyphen (-)',
  '–': 'an en dash (–)',
  '—': 'an em dash (—)',
  '~': 'a tilde (~)',
  '～': 'a full-width tilde (～)',
  '−': 'a minus sign (−)',
  '‐': 'a hyphen (‐)',
  '〜': 'a wave dash (〜)',
};
const name = (form: string): string => names[form] ?? form;
const range = /^(\d{1,6})\s?[-–—~～−‐〜]{1,2}\s?([1-9]\d{0,5})$/u;

/** The page range of a citation, where its two numbers stand in the text with one sign between them. */
function useOf({ source }: Context, citation: Citation, label: string): Use[] {
  const match = range.exec(citation.locator?.value ?? citation.item.page ?? '');
  if (!match) return [];
  const text = source.text.slice(citation.place.offset, citation.place.end);
  const found = [
    ...text.matchAll(
      new RegExp(
        `(?<![\\d/-]|\\bNo\\.?\\s?|[\\d]:)(${match[1]}\\s?)([-–—~～−‐〜])\\s?${match[2]}(?![\\d/-])`,
        'gu',
      ),
    ),
  ].at(-1);
  if (!found) return [];
  const start = citation.place.offset + found.index + (found[1] as string).length;
  return [{ start, end: start + 1, form: found[2] as string, group: scriptOf(source, citation), label }];
}

export const rangeDash: Rule = {
  id: 'range-dash',
  severity: 'info',
  summary: 'A range of pages has another dash than its siblings.',
  why: 'Most styles print ranges with an en dash, many Chinese and Japanese ones with a hyphen: one document, one way.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Journal 1, no. 2, 2020, pp. 1–9.\n[2] Cy Dee, “Two,” The Journal 1, no. 2, 2020, pp. 11–19.\n[3] Eve Fox, “Three,” The Journal 1, no. 2, 2020, pp. 21-29.\n[4] Guy Ham, “Four,” The Journal 1, no. 2, 2020, pp. 31–39.',
      finds: ['-'],
      fixed:
        'References\n\n[1] Ann Bee, “One,” The Journal 1, no. 2, 2020, pp. 1–9.\n[2] Cy Dee, “Two,” The Journal 1, no. 2, 2020, pp. 11–19.\n[3] Eve Fox, “Three,” The Journal 1, no. 2, 2020, pp. 21–29.\n[4] Guy Ham, “Four,” The Journal 1, no. 2, 2020, pp. 31–39.',
    },
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Journal 1, no. 2, 2020, pp. 1-9.\n[2] Cy Dee, “Two,” The Journal 1, no. 2, 2020, pp. 11-19.\n[3] Eve Fox, “Three,” The Journal 1, no. 2, 2020, pp. 21-29.\n[4] Guy Ham, “Four,” The Journal 1, no. 2, 2020, pp. 31-39.',
      finds: [],
    },
  ],
  check: (context) =>
    againstHabit(
      rangeDash,
      context,
      context.works.flatMap(({ citation, note }) => useOf(context, citation, note.label)),
      {
        name,
        say: (use, habit) => `The range has ${name(use.form)}, its siblings have ${name(habit)}.`,
        mixed: (ways) => `Ranges have several dashes: ${ways}.`,
        mend: (_, habit) => habit,
        safe: true,
      },
    ),
};
