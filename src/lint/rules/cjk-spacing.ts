import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import { list, type Rule } from '../rule.ts';

/** Places where a space may or may not stand, each with its group: around counters, after half-width signs, after signals. */
const places: readonly { group: string; pattern: RegExp; least?: number }[] = [
  { group: 'counter', pattern: /(?<=[\d０-９])( {0,3})(?=[年月日期卷号號页頁])/gu },
  { group: 'counter', pattern: /(?<=[年月第])( {0,3})(?=[\d０-９])/gu },
  {
    group: 'sign',
    pattern: /(?<=\p{Script=Han}[:,;])([ \u00a0]{0,3})(?=[\p{Script=Han}“《「])/gu,
  },
  {
    group: 'signal',
    pattern:
      /(?<=(?<!\p{L})(?:参见|參見|参看|另见|另見|详见|詳見|转引自|轉引自|见|見|参照))([ \u00a0]{0,3})(?=\p{Script=Latin})/gu,
  },
];

function uses({ source, notes }: Context, group: string): Use[] {
  return notes.flatMap(({ place, label }) => {
    // The signal stands in the note before its citation; the whole note is read.
    const text = source.text.slice(place.offset, place.end);
    return places
      .filter((row) => row.group === group)
      .flatMap(({ pattern }) =>
        [...text.matchAll(pattern)].map((match) => ({
          start: place.offset + match.index,
          end: place.offset + match.index + (match[1] as string).length,
          form: match[1] === '' ? 'none' : 'space',
          group,
          label,
        })),
      )
      .sort((a, b) => a.start - b.start);
  });
}

const name = (form: string): string => (form === 'none' ? 'no space' : 'a space');

export const cjkSpacing: Rule = {
  id: 'cjk-spacing',
  severity: 'info',
  summary:
    'A space stands between CJK characters, numbers and signs where the document has none, or none where it has one.',
  why: '“2021 年第 6 期” among “2021年第1期”, “内政化: 以” among “观念:以”: one document, one way.',
  examples: [
    list(
      '[1] 甲：《一文》，《当代世界》，2021年第2期，第28页。\n[2] 乙：《二文》，《当代世界》，2021年第3期，第30页。\n[3] 丙：《三文》，《当代世界》，2021 年第4期，第32页。',
      [' '],
      '[1] 甲：《一文》，《当代世界》，2021年第2期，第28页。\n[2] 乙：《二文》，《当代世界》，2021年第3期，第30页。\n[3] 丙：《三文》，《当代世界》，2021年第4期，第32页。',
    ),
    list(
      '[1] 甲：《一文》，《当代世界》，2021 年第 2 期，第 28 页。\n[2] 乙：《二文》，《当代世界》，2021 年第 3 期，第 30 页。',
    ),
  ],
  check: (context) =>
    ['counter', 'sign', 'signal'].flatMap((group) =>
      againstHabit(cjkSpacing, context, uses(context, group), {
        name,
        say: (use, habit) => `Here stands ${name(use.form)}, elsewhere ${name(habit)}.`,
        mend: (_, habit) => (habit === 'none' ? '' : ' '),
        safe: true,
        ...(group === 'signal'
          ? {
              least: 2,
              prefer: 'space',
              mixed: (ways) => `Words like 参见 stand with and without a space before a Latin name: ${ways}.`,
            }
          : {}),
      }),
    ),
};
