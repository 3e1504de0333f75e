import { findingAt, type Rule } from '../rule.ts';

const parameter = /[?&](?:page|p|pg|paged|pageno)=(\d{1,3})(?:&|#|$)/i;

export const urlPageParameter: Rule = {
  id: 'url-page-parameter',
  severity: 'info',
  reads: 'both',
  summary: 'A URL leads to a later page of an article in several pages.',
  why: 'A reader lands in the middle, and the number changes when the site changes its layout. Cite the article’s first page unless that very page is meant.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/-/736164?page=2',
      finds: ['https://a.example/-/736164?page=2'],
    },
    { text: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/?page=1', finds: [] },
  ],
  check: ({ source, urls }) =>
    urls
      .filter(({ url }) => Number(parameter.exec(url)?.[1] ?? 0) > 1)
      .map(({ start, end, url }) =>
        findingAt(
          urlPageParameter,
          source,
          start,
          end,
          `The URL leads to page ${parameter.exec(url)?.[1]} of its article.`,
          { data: { url } },
        ),
      ),
};
