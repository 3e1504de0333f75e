import { findingAt, type Rule, safely } from '../rule.ts';

/** A letter, a full stop or a closing sign; a full-width comma or colon parts well enough. */
const before = /[\p{L}\p{N}。）」』》”]$/u;
/** What follows and is neither space nor closing sign: a letter, an opening quote, or a stop and then one of these. */
const after = /^[.;,]?[\p{L}\p{N}“「『《]/u;

export const urlGlued: Rule = {
  id: 'url-glued',
  severity: 'warning',
  summary: 'A URL stands directly against the text before or after it.',
  why: 'Readers and programs take what touches a URL for a part of it, and the link breaks. Put a space or a line break between them.',
  examples: [
    {
      text: '参考文献\n\n[1] 张三：《某文》，2022年12月5日https://a.example/b.html。',
      finds: ['https://a.example/b.html'],
      fixed: '参考文献\n\n[1] 张三：《某文》，2022年12月5日 https://a.example/b.html。',
    },
    {
      text: '参考文献\n\n[1] 张三：《某文》，https://a.example/b.html.Ann Bee, A Title, 2020.',
      finds: ['https://a.example/b.html'],
      fixed: '参考文献\n\n[1] 张三：《某文》，https://a.example/b.html. Ann Bee, A Title, 2020.',
    },
    { text: '参考文献\n\n[1] 张三：《某文》，2022年12月5日 https://a.example/b.html', finds: [] },
    { text: 'References\n\n[1] Ann Bee, “A Title,” 2020, doi:https://doi.org/10.1000/182', finds: [] },
  ],
  check({ source, urls }) {
    return urls.flatMap(({ start, end, url, note, hidden }) => {
      if (hidden) return [];
      const glued = [];
      if (
        start > note.place.offset &&
        before.test(source.text.slice(Math.max(note.place.offset, start - 2), start))
      )
        glued.push(
          findingAt(
            urlGlued,
            source,
            start,
            end,
            `The URL ${url} stands directly against the text before it.`,
            { data: { url, side: 'before' }, fix: safely('Put a space before the URL.', start, start, ' ') },
          ),
        );
      const rest = source.text.slice(end, Math.min(note.place.end, end + 3));
      if (after.test(rest)) {
        const stop = /^[.;,]/u.test(rest) ? 1 : 0;
        glued.push(
          findingAt(urlGlued, source, start, end, `The URL ${url} runs on into the text after it.`, {
            data: { url, side: 'after' },
            fix: safely('Put a space between the URL and the text after it.', end + stop, end + stop, ' '),
          }),
        );
      }
      return glued;
    });
  },
};
