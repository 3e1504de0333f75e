import { scanDates } from '../../text/date.ts';
import { findingAt, list, type Rule } from '../rule.ts';

const phrase =
  /(?:最終閲覧日?|最終アクセス日?|閲覧日|アクセス日|(?:访问|訪問|检索|檢索|查阅|查閱|浏览|瀏覽)(?:日期|时间|時間)|검색일|접속일|\b(?:last\s)?accessed(?:\son)?|\bretrieved\son)[\s:：]{0,3}([^\s)）\]］】〕。;；]{0,40}(?:\s[^\s)）\]］】〕。;；]{1,20}){0,3})/giu;

export const accessDateUnreadable: Rule = {
  id: 'access-date-unreadable',
  severity: 'warning',
  summary: 'An access phrase is followed by something that is not a date.',
  why: 'The reader learns that the page was read, but not when. Write the day out.',
  examples: [
    list('[1]「題名」、朝日新聞、2023年5月13日\nhttps://a.example/b.html(最終閲覧日2024年月28日)。', [
      '最終閲覧日2024年月28日',
    ]),
    list('[1]「題名」、朝日新聞、2023年5月13日\nhttps://a.example/b.html(最終閲覧日2024年2月28日)。'),
    list('[1] Ann Bee, “Roads Accessed by All,” 2020, https://a.example/b (accessed 3 May 2021).'),
  ],
  check: ({ source, notes }) =>
    notes.flatMap(({ place }) => {
      const text = source.text.slice(place.offset, place.end);
      return [...text.matchAll(phrase)].flatMap((match) => {
        const printed = match[1] as string;
        // Words without a digit are no attempt at a date: `accessed by`, `閲覧日不明`.
        if (!/^[^\d０-９]{0,14}[\d０-９]/.test(printed) || /https?:|[”」"]/.test(printed)) return [];
        if (scanDates(printed).some(({ parts }) => parts > 1)) return [];
        return [
          findingAt(
            accessDateUnreadable,
            source,
            place.offset + match.index,
            place.offset + match.index + match[0].trimEnd().length,
            `“${printed.trim()}” is not a date.`,
            { actual: printed.trim(), data: { printed: printed.trim() } },
          ),
        ];
      });
    }),
};
