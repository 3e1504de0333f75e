import { findingAt, type Rule } from '../rule.ts';
import { urlsIn } from '../urls-in.ts';

export const urlTextFragment: Rule = {
  id: 'url-text-fragment',
  severity: 'info',
  summary: 'A URL carries a browser’s text fragment.',
  why: '`#:~:text=` is left over from “copy link to highlight”. It points at words that may change, and makes the URL long; the page is the same without it.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b#:~:text=some%20words',
      finds: ['https://a.example/b#:~:text=some%20words'],
    },
    { text: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b#section', finds: [] },
  ],
  check: ({ source, notes }) =>
    urlsIn(source, notes)
      .filter(({ url }) => url.includes(':~:'))
      .map(({ start, end, printed }) =>
        findingAt(urlTextFragment, source, start, end, 'The URL carries a text fragment of the browser.', {
          actual: printed,
          expected: printed.replace(/#?:~:.*$/, ''),
          fix: {
            description: 'Leave the fragment out.',
            edits: [{ start, end, text: printed.replace(/#?:~:.*$/, '') }],
            safe: false,
          },
        }),
      ),
};
