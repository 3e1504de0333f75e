import { findingAt, list, type Rule, safely } from '../rule.ts';

/** No-break spaces where no break could be: beside another space, or at the end of a line. */
const odd = /\u00a0{1,8}(?= |\t|\r?\n|$)|(?<=[ \t])\u00a0{1,8}|(?<=\u00a0)[ \t]{1,8}(?=\r?\n|$)/gu;

export const noBreakSpace: Rule = {
  id: 'no-break-space',
  severity: 'info',
  summary: 'A no-break space stands at the end of a line or beside another space.',
  why: 'It was pasted from a page or a word processor, cannot be seen, and makes equal texts differ.',
  examples: [
    list(
      '[1] Ann Bee, “One,” The Daily, 2020.\u00a0\n[2] Cy Dee, “Two,” The Daily, 2020.',
      ['\u00a0'],
      '[1] Ann Bee, “One,” The Daily, 2020.\n[2] Cy Dee, “Two,” The Daily, 2020.',
    ),
    list('[1] Ann Bee, “One,” The Daily, p.\u00a03, 2020.'),
  ],
  check({ source, notes }) {
    let from = 0;
    return notes.flatMap(({ place }, index) => {
      // What stands between two notes belongs to the one before: its end, and the next one's marker.
      const start = Math.max(from, place.offset - 12);
      const next = notes[index + 1]?.place.offset ?? source.text.length;
      let end = place.end;
      while (end < next && /[ \t\u00a0]/.test(source.text.charAt(end))) end += 1;
      from = end;
      const text = source.text.slice(start, end);
      const after = /^\r?\n/.test(source.text.slice(end, end + 2)) || end >= source.text.length ? '' : 'x';
      return [...`${text}${after}`.matchAll(odd)].map((match) => {
        const at = start + match.index;
        return findingAt(
          noBreakSpace,
          source,
          at,
          at + match[0].length,
          'A no-break space stands where no break could be.',
          {
            fix: safely('Take it out.', at, at + match[0].length, ''),
          },
        );
      });
    });
  },
};
