import { findingAt, list, type Rule } from '../rule.ts';

export const urlInsecure: Rule = {
  id: 'url-insecure',
  severity: 'info',
  reads: 'both',
  summary: 'A URL says http where its siblings say https.',
  why: 'Most sites answer under https, and http links break as sites turn it off. Whether this one does is only known when it is visited.',
  examples: [
    list('[1] Ann Bee, “A Title,” 2020, http://a.example/b\n[2] Cy Dee, “Other,” 2021, https://c.example/d', [
      'http://a.example/b',
    ]),
    list('[1] Ann Bee, “A Title,” 2020, http://a.example/b'),
  ],
  check({ source, urls }) {
    const secure = new Set(urls.filter(({ url }) => /^https:/i.test(url)).map(({ url }) => hostOf(url)));
    if (secure.size === 0) return [];
    return urls
      .filter(({ printed }) => /^http:\/\//i.test(printed))
      .map(({ start, end, url }) =>
        findingAt(
          urlInsecure,
          source,
          start,
          end,
          secure.has(hostOf(url))
            ? `The URL ${url} uses http, while other links to ${hostOf(url)} use https.`
            : `The URL ${url} uses http; try https.`,
          { data: { url } },
        ),
      );
  },
};

const hostOf = (url: string): string => /^https?:\/\/([^/?#]{1,255})/i.exec(url)?.[1]?.toLowerCase() ?? '';
