import { findingAt, list, type Rule, safely } from '../rule.ts';

/** A space inside an opening or closing sign. French guillemets have theirs by rule. */
const stray =
  /(?<=[(（「『《〈“［【〔])[ \t\u00a0\u3000]{1,4}(?=[^\s)）\]］])|(?<=[^\s(（[［,，、。.；;：:])[ \t\u00a0\u3000]{1,4}(?=[)）」』》〉”］】〕])/gu;

/** Formulas, tables and code are spaced as they please. */
const formula = /[$\\|={}<>]/;

export const straySpace: Rule = {
  id: 'stray-space',
  severity: 'info',
  summary: 'A space stands just inside a bracket or quotation mark.',
  why: 'It is a slip of the keyboard, and a title read with it is not found.',
  examples: [
    list(
      '[1] 「 自衛隊を一元的に指揮」、NHK、2024年5月10日。',
      [' '],
      '[1] 「自衛隊を一元的に指揮」、NHK、2024年5月10日。',
    ),
    list('[1] 「自衛隊 一元的に指揮」、NHK (電子版)、2024年5月10日。'),
  ],
  check: ({ source, notes, body }) =>
    [
      ...body.filter(({ start, end }) => !formula.test(source.text.slice(start, end))),
      ...notes.map(({ place }) => ({ start: place.offset, end: place.end })),
    ].flatMap((span) =>
      [...source.text.slice(span.start, span.end).matchAll(stray)].map((match) => {
        const [start, end] = [span.start + match.index, span.start + match.index + match[0].length];
        return findingAt(
          straySpace,
          source,
          start,
          end,
          'A space stands just inside a bracket or quotation mark.',
          {
            fix: safely('Take it out.', start, end, ''),
          },
        );
      }),
    ),
};
