import { findingAt, list, type Rule, safely } from '../rule.ts';

export const urlTouchingBracket: Rule = {
  id: 'url-touching-bracket',
  severity: 'info',
  summary: 'A half-width bracket opens directly at the end of a URL.',
  why: 'A bracket is a legal character of a URL, so that programs take the aside for a part of the link. Put a space between them.',
  examples: [
    list(
      '[1]「題名」、朝日新聞、2023年5月13日\nhttps://a.example/b.html(最終閲覧日2024年2月28日)。',
      ['https://a.example/b.html('],
      '[1]「題名」、朝日新聞、2023年5月13日\nhttps://a.example/b.html (最終閲覧日2024年2月28日)。',
    ),
    list('[1]「題名」、朝日新聞、2023年5月13日\nhttps://a.example/b.html（最終閲覧日2024年2月28日）。'),
    list('[1]「題名」、朝日新聞、2023年5月13日\nhttps://a.example/b_(c).html'),
  ],
  check: ({ source, urls }) =>
    urls
      .filter(
        ({ end, note, linked }) => !linked && end < note.place.end && /[([]/.test(source.text.charAt(end)),
      )
      .map(({ start, end, url }) =>
        findingAt(
          urlTouchingBracket,
          source,
          start,
          end + 1,
          `“${source.text.charAt(end)}” opens directly at the end of the URL ${url}.`,
          {
            data: { url, sign: source.text.charAt(end) },
            fix: safely('Put a space before the bracket.', end, end, ' '),
          },
        ),
      ),
};
