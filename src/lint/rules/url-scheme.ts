import { findingAt, type Rule, safely } from '../rule.ts';

export const urlScheme: Rule = {
  id: 'url-scheme',
  severity: 'warning',
  reads: 'both',
  summary: 'A URL lacks its scheme, or the scheme is misspelt.',
  why: 'Without https:// it is no link in most formats, and `htp://` leads nowhere.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “A Title,” 2020, www.site.example/b',
      finds: ['www.site.example/b'],
      fixed: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://www.site.example/b',
    },
    { text: 'References\n\n[1] Ann Bee, “A Title,” 2020, htp://a.example/b', finds: ['htp://a.example/b'] },
    { text: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b', finds: [] },
  ],
  check: ({ source, urls }) =>
    urls
      .filter(({ printed, hidden }) => !hidden && !/^(?:https?|ftp):\/\//i.test(printed))
      .map(({ start, end, printed, url }) => {
        const bare = /^www\./i.test(printed);
        const better = bare ? `https://${printed}` : url;
        const message = bare
          ? `The URL ${printed} lacks its scheme.`
          : `The scheme of ${printed} is misspelt or unusual.`;
        return findingAt(urlScheme, source, start, end, message, {
          actual: printed,
          expected: better,
          fix: safely('Write the scheme out.', start, end, better),
        });
      }),
};
