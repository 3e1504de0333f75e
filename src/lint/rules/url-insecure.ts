import { findingAt, type Rule } from '../rule.ts';
import { urlsIn } from '../urls-in.ts';

export const urlInsecure: Rule = {
  id: 'url-insecure',
  severity: 'info',
  summary: 'A URL says http where its siblings say https.',
  why: 'Most sites answer under https, and http links break as sites turn it off. Whether this one does is only known when it is visited.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “A Title,” 2020, http://a.example/b\n[2] Cy Dee, “Other,” 2021, https://c.example/d',
      finds: ['http://a.example/b'],
    },
    { text: 'References\n\n[1] Ann Bee, “A Title,” 2020, http://a.example/b', finds: [] },
  ],
  check({ source, notes }) {
    const urls = urlsIn(source, notes);
    if (!urls.some(({ url }) => url.startsWith('https://'))) return [];
    return urls
      .filter(({ printed }) => /^http:\/\//i.test(printed))
      .map(({ start, end, url }) =>
        findingAt(urlInsecure, source, start, end, `The URL ${url} uses http; try https.`, { data: { url } }),
      );
  },
};
