import type { Context } from '../context.ts';
import { findingAt, list, perhaps, type Rule } from '../rule.ts';
import type { PrintedUrl } from '../urls-in.ts';

/** Full-width commas part a URL from its access note well enough. */
const stop = /^[.,;:。]$/u;

/** Signs that touch the end of a URL and are followed by nothing that would glue it to more text. */
const stopAt = ({ source }: Context, { end, note }: PrintedUrl): string | undefined => {
  const sign = end < note.place.end ? source.text.charAt(end) : '';
  const goesOn = sign !== '。' && /[\p{L}\p{N}]/u.test(source.text.charAt(end + 1));
  return stop.test(sign) && !goesOn ? sign : undefined;
};

/** So many URLs that end a note and so often with a stop that it is the style, as in Chicago’s. */
const aStyle = { least: 5, share: 2 / 3 };

export const urlTrailingStop: Rule = {
  id: 'url-trailing-stop',
  severity: 'info',
  summary: 'A full stop or comma touches the end of a URL.',
  why: 'Many programs take the stop for a part of the URL. Leave it out after a URL, or put a space between them. A document that ends nearly all its URLs so follows a style and is left alone.',
  examples: [
    list('[1] Ann Bee, “A Title,” 2020. https://a.example/b/.', ['https://a.example/b/.']),
    list('[1] 张三：《某文》，2020年。https://a.example/b/。', ['https://a.example/b/。']),
    list('[1] Ann Bee, “A Title,” 2020. https://a.example/b/'),
  ],
  check(context) {
    const { source } = context;
    const printed = context.urls.filter(({ linked }) => !linked);
    const last = printed.filter(({ end, note }) => note.place.end - end <= 1);
    const stopped = last.filter((url) => stopAt(context, url));
    if (last.length >= aStyle.least && stopped.length >= aStyle.share * last.length) return [];
    return printed.flatMap((found) => {
      const { start, end, url } = found;
      const sign = stopAt(context, found);
      if (!sign) return [];
      const rest = source.text.slice(end + 1, Math.min(found.note.place.end, end + 3)).trim();
      const fix = rest
        ? perhaps('Put a space before the stop.', end, end, ' ')
        : perhaps('Leave the stop out.', end, end + 1, '');
      return [
        findingAt(urlTrailingStop, source, start, end + 1, `“${sign}” touches the end of the URL ${url}.`, {
          data: { url, sign },
          fix: { ...fix, safe: rest === '' && sign !== '。' },
        }),
      ];
    });
  },
};
