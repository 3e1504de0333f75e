import type { Finding } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import { findingAt, list, type Rule } from '../rule.ts';
import { isCjk } from '../script.ts';

const wide: Record<string, string> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };
const narrow: Record<string, string> = Object.fromEntries(
  Object.entries(wide).map(([half, full]) => [full, half]),
);
const closing = /[」』》”）)\]］〉]/;

/** Signs between CJK characters, half or full width; and the stop at the end of a CJK sentence. */
function uses({ source, notes }: Context): Use[] {
  const { text } = source;
  return notes.flatMap(({ place, label }) => {
    const found: Use[] = [];
    for (let at = place.offset + 1; at < place.end; at += 1) {
      const sign = text.charAt(at);
      const half = wide[sign] ? sign : narrow[sign];
      const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
      if (half && (isCjk(before) || closing.test(before)) && (isCjk(after) || /[「『《“（]/.test(after)))
        found.push({ start: at, end: at + 1, form: wide[sign] ? 'half' : 'full', group: half, label });
      else if (/[.。．]/.test(sign) && isCjk(before) && (at + 1 === place.end || /\s/.test(after)))
        found.push({ start: at, end: at + 1, form: sign === '。' ? 'full' : 'half', group: 'stop', label });
    }
    return found;
  });
}

const names: Record<string, string> = { half: 'half width', full: 'full width' };
const name = (form: string): string => names[form] ?? form;

/** A list whose own habit is half width, among sentences that end in 。, is told so once. */
function halfByHabit({ source, style, notes }: Context, found: readonly Use[]): Finding[] {
  const halves = found.filter(({ form, group }) => form === 'half' && group !== 'stop');
  const fulls = found.filter(({ form, group }) => form === 'full' && group !== 'stop');
  const stops = found.filter(({ group, form }) => group === 'stop' && form === 'full');
  const [first] = halves;
  const coded = notes.filter(({ text }) =>
    /\[(?:[A-Z]{1,2}|[A-Z]{2}\/[A-Z]{2}|[A-Z]\/[A-Z]{2})\]/.test(text),
  );
  if (style || !first || halves.length < 8 || halves.length < 4 * fulls.length || stops.length < 4) return [];
  if (coded.length * 4 > notes.length) return [];
  return [
    findingAt(
      punctuationWidth,
      source,
      first.start,
      first.end,
      `Half-width signs stand between CJK characters ${halves.length} times in the notes, beside full-width stops and brackets; full width is usual.`,
      { expected: 'full width', actual: 'half width', data: { count: halves.length } },
    ),
  ];
}

export const punctuationWidth: Rule = {
  id: 'punctuation-width',
  severity: 'info',
  summary: 'Half and full-width signs are mixed in CJK text.',
  why: 'A comma or stop of one width among those of the other is a slip of the keyboard. Signs of GB/T 7714 lists, which are half width by the standard, are left alone.',
  examples: [
    list(
      '[1] 甲：《一文》，《当代世界》，2021年第2期，第28页。\n[2] 乙：《二文》，《当代世界》，2021年第3期，第30页。\n[3] 丙:《三文》，《当代世界》，2021年第4期，第32页。\n[4] 丁：《四文》，《当代世界》，2021年第5期，第34页。',
      [':'],
      '[1] 甲：《一文》，《当代世界》，2021年第2期，第28页。\n[2] 乙：《二文》，《当代世界》，2021年第3期，第30页。\n[3] 丙：《三文》，《当代世界》，2021年第4期，第32页。\n[4] 丁：《四文》，《当代世界》，2021年第5期，第34页。',
    ),
    list('[1] 甲：《一文》，《当代世界》，2021年第2期，第28页。'),
  ],
  check(context) {
    const found = uses(context);
    const document = halfByHabit(context, found);
    return [
      ...document,
      ...againstHabit(punctuationWidth, context, found, {
        name,
        say: (use, habit) => `The sign is ${name(use.form)}, elsewhere ${name(habit)}.`,
        mend: ({ group, start }, habit) => {
          if (group === 'stop') return habit === 'full' ? '。' : '.';
          const sign = context.source.text.charAt(start);
          return habit === 'full' ? wide[sign] : narrow[sign];
        },
        safe: true,
      }),
    ];
  },
};
