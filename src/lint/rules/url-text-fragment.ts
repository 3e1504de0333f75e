import { findingAt, type Rule, safely } from '../rule.ts';

export const urlTextFragment: Rule = {
  id: 'url-text-fragment',
  severity: 'info',
  reads: 'both',
  summary: 'A URL carries a browser’s text fragment.',
  why: '`#:~:text=` is left over from “copy link to highlight”. It points at words that may change, and makes the URL long; the page is the same without it.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b#:~:text=some%20words',
      finds: ['https://a.example/b#:~:text=some%20words'],
      fixed: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b',
    },
    { text: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b#section', finds: [] },
  ],
  check: ({ source, urls }) =>
    urls
      .filter(({ url }) => url.includes(':~:'))
      .map(({ start, end, printed, hidden }) =>
        findingAt(urlTextFragment, source, start, end, 'The URL carries a text fragment of the browser.', {
          actual: printed,
          expected: printed.replace(/#?:~:.*$/, ''),
          ...(hidden
            ? {}
            : { fix: safely('Leave the fragment out.', start, end, printed.replace(/#?:~:.*$/, '')) }),
        }),
      ),
};
