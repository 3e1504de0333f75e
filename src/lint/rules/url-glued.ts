import { findingAt, type Rule, safely } from '../rule.ts';
import { urlsIn } from '../urls-in.ts';

const before = /[\p{L}\p{N}。，、；：）」』》”]$/u;
/** What follows and is neither space, closing sign nor the bracket of an access note. */
const after = /^[.。;；,，]?[\p{L}\p{N}“「『《]/u;

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
    },
    { text: '参考文献\n\n[1] 张三：《某文》，2022年12月5日 https://a.example/b.html', finds: [] },
  ],
  check({ source, notes }) {
    return urlsIn(source, notes).flatMap(({ start, end, url, note }) => {
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
            {
              data: { url, side: 'before' },
              fix: safely('Put a space before the URL.', start, start, ' '),
            },
          ),
        );
      const rest = source.text.slice(end, Math.min(note.place.end, end + 3));
      if (after.test(rest)) {
        const stop = /^[.。;；,，]/u.test(rest) ? 1 : 0;
        glued.push(
          findingAt(urlGlued, source, start, end, `The URL ${url} runs on into the text after it.`, {
            data: { url, side: 'after' },
            fix: safely(
              'Put a space after the URL.',
              end,
              end + stop,
              ` ${stop ? rest[0] : ''}${stop ? ' ' : ''}`.replace(/^ \s*$/, ' '),
            ),
          }),
        );
      }
      return glued;
    });
  },
};
