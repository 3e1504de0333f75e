import type { Context } from '../context.ts';
import { findingAt, type Rule, safely } from '../rule.ts';

/** A comma or colon that runs into a year, or a comma that runs into a word, in Latin text; `1,000` and `46:1` are none. */
const tight = /(?<=[\p{Script=Latin}\d)”"])[,;](?=(?:1[5-9]|20)\d{2}(?!\d)|\p{Script=Latin}{2})/gu;

export const commaSpacing: Rule = {
  id: 'comma-spacing',
  severity: 'info',
  summary: 'A comma stands without a space after it in Latin text.',
  why: '“46:1,2023” reads like a number. Put a space after the comma.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “One,” The Washington Quarterly, 46:1,2023, pp. 85–102.',
      finds: [','],
      fixed: 'References\n\n[1] Ann Bee, “One,” The Washington Quarterly, 46:1, 2023, pp. 85–102.',
    },
    {
      text: 'References\n\n[1] Ann Bee, “1,000 Ways,” The Washington Quarterly, 46:1, 2023, pp. 85–102, https://a.example/a,bc',
      finds: [],
    },
  ],
  check(context) {
    const { source, notes } = context;
    const found = tightIn(context);
    const spaced = notes.reduce(
      (sum, { text }) => sum + (text.match(/\p{Script=Latin}, /gu)?.length ?? 0),
      0,
    );
    const [first] = found;
    // Where the whole list does so, it is said once.
    if (first !== undefined && found.length > 8 && found.length > spaced)
      return [
        findingAt(
          commaSpacing,
          source,
          first,
          first + 1,
          `Commas stand without a space after them throughout, ${found.length} times.`,
          { data: { count: found.length } },
        ),
      ];
    return found.map((at) =>
      findingAt(commaSpacing, source, at, at + 1, 'The sign stands without a space after it.', {
        data: { sign: source.text.charAt(at) },
        fix: safely('Put a space after it.', at + 1, at + 1, ' '),
      }),
    );
  },
};

/** Where such signs stand, outside of URLs and DOIs. */
function tightIn({ source, notes, urls }: Context): number[] {
  let next = 0;
  return notes.flatMap(({ place }) => {
    const text = source.text.slice(place.offset, place.end);
    return [...text.matchAll(tight)].flatMap((match) => {
      const at = place.offset + match.index;
      while (next < urls.length && (urls[next] as { end: number }).end <= at) next += 1;
      const url = urls[next];
      if (url && !url.hidden && url.start <= at) return [];
      if (/10\.\d{4,9}\/\S{0,200}$/.test(text.slice(Math.max(0, match.index - 220), match.index))) return [];
      return [at];
    });
  });
}
