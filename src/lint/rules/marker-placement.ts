import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import type { Rule } from '../rule.ts';

const stop = /[。，、；：！？,.;:!?]/;
const quote = /[”」』》）)"’]/;

/** Where a marker stands to the punctuation it touches: after it or before it. One that touches none says nothing. */
function uses({ source, notes }: Context): Use[] {
  const seen = new Set<number>();
  const found: Use[] = [];
  for (const { references, label } of notes)
    for (const { offset, end } of references) {
      if (seen.has(offset)) continue;
      seen.add(offset);
      // Markers in a row are one place.
      if (/[\])）】〕］]/.test(source.text.charAt(offset - 1)) && seen.has(offset - (end - offset))) continue;
      let [before, after] = [offset - 1, end];
      while (source.text.charAt(before) === ' ') before -= 1;
      // A stop inside the quotation is that of the quotation.
      if (quote.test(source.text.charAt(before)) && stop.test(source.text.charAt(before - 1))) continue;
      while (source.text.charAt(after) === ' ') after += 1;
      const [isAfter, isBefore] = [
        stop.test(source.text.charAt(before)),
        stop.test(source.text.charAt(after)),
      ];
      if (isAfter === isBefore) continue;
      found.push({ start: offset, end, form: isAfter ? 'after' : 'before', label });
    }
  return found.sort((a, b) => a.start - b.start);
}

const body = (last: string) =>
  `甲说了一句话。[1]乙说了一句话。[2]丙说了一句话。[3]丁说了一句话${last}\n\n参考文献\n\n[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年2月26日。\n[3] 又文，新华网，2024年2月27日。\n[4] 末文，新华网，2024年2月28日。`;

export const markerPlacement: Rule = {
  id: 'marker-placement',
  severity: 'info',
  summary:
    'A marker stands before the punctuation where its siblings stand after it, or the other way round.',
  why: 'A marker before the stop can be taken to mean the last word only. Markers that touch no punctuation belong to a word and are left alone.',
  examples: [
    { text: body('[4]。'), finds: ['[4]'] },
    { text: body('。[4]'), finds: [] },
  ],
  check(context) {
    const { source } = context;
    return againstHabit(markerPlacement, context, uses(context), {
      say: (use, habit) => `The marker stands ${use.form} the punctuation, its siblings ${habit} it.`,
      mixed: (ways) => `Markers stand on either side of the punctuation: ${ways}.`,
    }).map((finding) => {
      const { place, expected } = finding;
      if (!place || !expected) return finding;
      const marker = source.text.slice(place.offset, place.end);
      const [from, to] = expected === 'after' ? [place.offset, place.end + 1] : [place.offset - 1, place.end];
      const sign = source.text.charAt(expected === 'after' ? place.end : from);
      if (!stop.test(sign)) return finding;
      const text = expected === 'after' ? `${sign}${marker}` : `${marker}${sign}`;
      return {
        ...finding,
        fix: {
          description: 'Put the marker on the other side.',
          edits: [{ start: from, end: to, text }],
          safe: false,
        },
      };
    });
  },
};
