import { findingAt, list, type Rule } from '../rule.ts';

const written: readonly RegExp[] = [
  /(?<!\d)((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g,
  /(?<![\d/.\-_=])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/._-])/g,
];

/** Whether the Gregorian calendar has the day. */
const exists = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

export const dateInvalid: Rule = {
  id: 'date-invalid',
  severity: 'error',
  summary: 'A date is not in the calendar.',
  why: 'No year has a 30 February or a 13th month: a digit is wrong.',
  examples: [
    list('[1] 某文，新华网，2024年2月30日。', ['2024年2月30日']),
    list('[1] 某文，新华网，2024-13-05。', ['2024-13-05']),
    list('[1] 某文，新华网，2024年2月29日。'),
  ],
  check: ({ source, notes, urls }) =>
    notes.flatMap(({ place }) => {
      const text = source.text.slice(place.offset, place.end);
      return written.flatMap((form) =>
        [...text.matchAll(form)].flatMap((match) => {
          const numbers = match
            .slice(1)
            .filter((part) => /^\d+$/.test(part))
            .map(Number);
          const [start, end] = [place.offset + match.index, place.offset + match.index + match[0].length];
          if (exists(...(numbers as [number, number, number]))) return [];
          if (inside(urls, start)) return [];
          return [
            findingAt(dateInvalid, source, start, end, `${match[0]} is not in the calendar.`, {
              actual: match[0],
              data: { date: match[0] },
            }),
          ];
        }),
      );
    }),
};

/** Whether an offset lies in one of the URLs, which stand in order. */
function inside(urls: readonly { start: number; end: number }[], at: number): boolean {
  let [low, high] = [0, urls.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((urls[middle] as { start: number }).start <= at) low = middle;
    else high = middle - 1;
  }
  const found = urls[low];
  return found !== undefined && found.start <= at && at < found.end;
}
