import { isoOf } from '../dates.ts';
import { findingAt, type Rule } from '../rule.ts';

const stamps: readonly RegExp[] = [
  /[/_t.-]((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=\D|$)/,
  /[/_t]((?:19|20)\d{2})(\d{2})(\d{2})(?=\D|$)/,
];

/** A whole date in a URL's path, where it is a real one. */
export function stampIn(url: string): string | undefined {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  for (const stamp of stamps) {
    const match = stamp.exec(path);
    if (!match) continue;
    const [, year, month, day] = match as unknown as [string, string, string, string];
    if (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31)
      return `${year}-${month}-${day}`;
  }
  return undefined;
}

export const dateUrlMismatch: Rule = {
  id: 'date-url-mismatch',
  severity: 'warning',
  reads: 'both',
  summary: 'The publication date differs from the date stamp in the URL.',
  why: 'One of them is a slip, or the page was put up in another time zone or revised. Look at the page.',
  examples: [
    {
      text: '参考文献\n\n[1] 菅义伟举行首脑会谈，日经中文网，2021年4月17日。\nhttps://cn.a.example/44453-2021-04-16-22-58-31.html',
      finds: ['https://cn.a.example/44453-2021-04-16-22-58-31.html'],
    },
    {
      text: '参考文献\n\n[1] 某文，新华网，2024年2月25日。\nhttp://www.a.example/world/20240225/c.html',
      finds: [],
    },
  ],
  check: ({ source, works }) =>
    works.flatMap(({ citation: { item, urls, place } }) => {
      const issued = isoOf(item.issued);
      return urls.flatMap((url) => {
        const stamp = stampIn(url);
        if (!stamp || issued?.length !== 10 || stamp === issued) return [];
        const within = source.text.slice(place.offset, place.end).indexOf(url);
        const at = within < 0 ? within : place.offset + within;
        const [start, end] =
          at >= 0 && at + url.length <= place.end ? [at, at + url.length] : [place.offset, place.end];
        return [
          findingAt(dateUrlMismatch, source, start, end, `The note says ${issued}, the URL says ${stamp}.`, {
            expected: stamp,
            actual: issued,
            data: { issued, stamp },
          }),
        ];
      });
    }),
};
