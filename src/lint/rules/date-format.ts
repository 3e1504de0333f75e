import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import { list, type Rule } from '../rule.ts';
import { isCjk } from '../script.ts';

/** What a printed date looks like with its digits and month names taken out. */
export function formOf(printed: string): string {
  return printed
    .normalize('NFKC')
    .replace(/\s{0,3}([年月日년월일])\s{0,3}/g, '$1')
    .replace(/(?:明治|大正|昭和|平成|令和|民国|民國|中華民國)\s?(?:\d{1,3}|元)年/, 'era年')
    .replace(/\b(?:1[5-9]|20)\d{2}\b|(?:1[5-9]|20)\d{2}(?=[年년])/, 'y')
    .replace(/\p{L}{3,12}\.?(?=[\s\d,])|(?<=\d\s)\p{L}{3,12}\.?/u, (word) =>
      /^(?:era|[年月日])/.test(word) ? word : 'm',
    )
    .replace(/\d{1,2}(?:st|nd|rd|th)?(?=[月월])/, 'm')
    .replace(/([-/.])\s?\d{1,2}(?=\1|$)/, '$1m')
    .replace(/\d{1,2}(?:st|nd|rd|th)?/g, 'd')
    .replace(/\s{2,}/g, ' ');
}

/** Days as they are printed; a URL’s stamp is none, nor is a month or a year. */
function uses({ notes, source, datesOf, urls }: Context): Use[] {
  let next = 0;
  return notes.flatMap((note) =>
    datesOf(note).flatMap(({ start, end, parts }) => {
      while (next < urls.length && (urls[next] as { end: number }).end <= start) next += 1;
      const url = urls[next];
      if (parts < 3 || (url && !url.hidden && url.start < end && start < url.end)) return [];
      const printed = source.text.slice(start, end);
      const before = source.text.slice(Math.max(note.place.offset, start - 60), start);
      const group = isCjk(printed) || isCjk(before.slice(-20)) ? 'cjk' : 'latin';
      // A missing space is another rule's matter.
      return [{ start, end, form: formOf(printed).replace(/,(?=\S)/, ', '), group, label: note.label }];
    }),
  );
}

export const dateFormat: Rule = {
  id: 'date-format',
  severity: 'info',
  summary: 'A date is printed in another form than its siblings of the same script.',
  why: '2023-03-01 among 2022年5月24日, 29 Jan 2024 among January 13, 2023: one document, one form a script.',
  examples: [
    list(
      '[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年2月26日。\n[3] 又文，新华网，2024-02-27。\n[4] 末文，新华网，2024年2月28日。',
      ['2024-02-27'],
    ),
    list(
      '[1] 某文，新华网，2024年2月25日。\n[2] 他文，新华网，2024年12月26日。\n[3] 又文，新华网，2024年2月27日。\n[4] 末文，新华网，2024年2月8日。',
    ),
  ],
  check: (context) =>
    againstHabit(dateFormat, context, uses(context), {
      say: (use, habit) =>
        `The date is printed as ${context.source.text.slice(use.start, use.end)}, its siblings in the form ${habit}.`,
      mixed: (ways) => `Dates are printed in several forms: ${ways}.`,
    }),
};
