import { findingAt, type Rule, safely } from '../rule.ts';

/** Parameters that tell where a click came from and never what page is meant. */
const tracking =
  /^(?:utm_[a-z_]{1,20}|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|spm|scm|vero_id|oly_enc_id|wt\.mc_id|cmpid|ncid|twclid|ttclid)$/i;

/** The URL without its tracking parameters, all else as printed. */
export function withoutTracking(url: string): string {
  const mark = url.indexOf('?');
  if (mark === -1) return url;
  const hash = url.indexOf('#', mark);
  const query = url.slice(mark + 1, hash === -1 ? undefined : hash);
  const kept = query.split('&').filter((part) => !tracking.test(part.split('=')[0] ?? ''));
  const fragment = hash === -1 ? '' : url.slice(hash);
  return `${url.slice(0, mark)}${kept.length > 0 && query ? `?${kept.join('&')}` : ''}${fragment}`;
}

export const urlTracking: Rule = {
  id: 'url-tracking',
  severity: 'info',
  reads: 'both',
  summary: 'A URL carries tracking parameters.',
  why: 'They tell where the author’s click came from, make the URL longer, and differ from reader to reader. The page is the same without them.',
  examples: [
    {
      text: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b?id=3&utm_source=x&fbclid=y',
      finds: ['https://a.example/b?id=3&utm_source=x&fbclid=y'],
      fixed: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b?id=3',
    },
    { text: 'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b?id=3', finds: [] },
  ],
  check: ({ source, urls }) =>
    urls.flatMap(({ start, end, printed, hidden }) => {
      const clean = withoutTracking(printed);
      if (clean === printed) return [];
      return [
        findingAt(urlTracking, source, start, end, `The URL ${printed} carries tracking parameters.`, {
          actual: printed,
          expected: clean,
          ...(hidden ? {} : { fix: safely('Take them out.', start, end, clean) }),
        }),
      ];
    }),
};
