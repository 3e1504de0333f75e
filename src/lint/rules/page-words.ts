import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import { list, type Rule } from '../rule.ts';

const cjk = /[\d０-９]\s?([页頁])/gu;
/** One page or several are told by the number; whether a space follows is the document’s choice. */
const latin = /(?<![\p{L}])(pp?\.?)(\s?)(?=\d)/giu;

const names: Record<string, string> = { close: '“p.8”, without a space', apart: '“p. 8”, with a space' };
const name = (form: string): string => names[form] ?? `“${form}”`;

function uses({ source, notes }: Context): Use[] {
  return notes.flatMap(({ place, label }) => {
    const text = source.text.slice(place.offset, place.end);
    return [
      ...[...text.matchAll(cjk)].map((match) => ({
        start: place.offset + match.index + match[0].length - 1,
        end: place.offset + match.index + match[0].length,
        form: match[1] as string,
        group: 'cjk',
        label,
      })),
      ...[...text.matchAll(latin)].flatMap((match) =>
        (match[1] as string).endsWith('.')
          ? [
              {
                start: place.offset + match.index,
                end: place.offset + match.index + match[0].length,
                form: match[2] ? 'apart' : 'close',
                group: 'latin',
                label,
              },
            ]
          : [],
      ),
    ];
  });
}

export const pageWords: Rule = {
  id: 'page-words',
  severity: 'info',
  summary: 'The word for pages is printed in several ways.',
  why: '页 and 頁, “p.8” and “p. 8”: one document, one way.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, One. Oxford: Q, 2020, p. 3.\n[2] Cy Dee, Two. Oxford: Q, 2020, p. 4.\n[3] Eve Fox, Three. Oxford: Q, 2020, p.5.\n[4] Guy Ham, Four. Oxford: Q, 2020, p. 6.',
      finds: ['p.'],
      fixed:
        'References\n\n[1] Ann Bee, One. Oxford: Q, 2020, p. 3.\n[2] Cy Dee, Two. Oxford: Q, 2020, p. 4.\n[3] Eve Fox, Three. Oxford: Q, 2020, p. 5.\n[4] Guy Ham, Four. Oxford: Q, 2020, p. 6.',
    },
    list(
      '[1] 甲：《一文》，《当代世界》，2021年第2期，第28页。\n[2] 乙：《二文》，《当代世界》，2021年第3期，第30页。\n[3] 丙：《三文》，《当代世界》，2021年第4期，第32页。\n[4] 丁：《四文》，《当代世界》，2021年第5期，第34页。',
    ),
  ],
  check: (context) =>
    againstHabit(pageWords, context, uses(context), {
      name,
      say: (use, habit) => `Printed ${name(use.form)}, elsewhere ${name(habit)}.`,
      mixed: (ways) => `Pages are printed in several ways: ${ways}.`,
      mend: ({ start, group }, habit) => {
        if (group === 'cjk') return habit;
        const word = /^pp?\./i.exec(context.source.text.slice(start, start + 4))?.[0] ?? '';
        return `${word}${habit === 'apart' ? ' ' : ''}`;
      },
      safe: true,
    }),
};
