import { findingAt, type Rule } from '../rule.ts';
import { urlsIn } from '../urls-in.ts';

const stop = /^[.,;:。，；、]/u;

export const urlTrailingStop: Rule = {
  id: 'url-trailing-stop',
  severity: 'info',
  summary: 'A full stop or comma touches the end of a URL.',
  why: 'Many programs take the stop for a part of the URL. Leave it out after a URL, or put a space between them.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “A Title,” 2020. https://a.example/b/.',
      finds: ['https://a.example/b/.'],
    },
    {
      text: '参考文献\n\n[1] 张三：《某文》，2020年。https://a.example/b/。',
      finds: ['https://a.example/b/。'],
    },
    { text: 'References\n\n[1] Ann Bee, “A Title,” 2020. https://a.example/b/', finds: [] },
  ],
  check: ({ source, notes }) =>
    urlsIn(source, notes)
      .filter(({ end, note }) => stop.test(source.text.slice(end, Math.min(end + 1, note.place.end))))
      .map(({ start, end, url }) =>
        findingAt(
          urlTrailingStop,
          source,
          start,
          end + 1,
          `“${source.text.charAt(end)}” touches the end of the URL ${url}.`,
          { data: { url } },
        ),
      ),
};
