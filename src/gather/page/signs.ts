import type { Collected } from './html.ts';
import type { LinkedData } from './json-ld.ts';
import { signWords } from './sign-words.ts';

/** Scripts that belong to a wall or to a parking service. */
const scriptSigns: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['cf-challenge', /\/cdn-cgi\/challenge-platform\/(?:h\/[a-z]\/)?orchestrate|challenges\.cloudflare\.com/],
  ['datadome', /captcha-delivery\.com/],
  ['perimeterx', /px-cloud\.net|perimeterx|px-captcha/],
  ['incapsula', /_Incapsula_Resource/],
  ['aws-waf', /awswaf\.com\/|\.token\.awswaf/],
  ['kasada', /\/149e9513-01fa-4fb0-aad4-566afd725d1b\//],
  [
    'parking',
    /sedoparking|parkingcrew|bodis\.com|parklogic|dsparking|\babove\.com\/|domaincntrol|afternic|\/\/(?:www\.)?dan\.com\/|hugedomains|parking-lander|img\.sedo|uniregistry|voodoo\.com|skenzo|["']\/lander\b/i,
  ],
];

/** Text shorter than this is a notice, not an article; wall words in it count. */
const notice = 1800;

/** What the page's mark-up, scripts, title, headings and, where it is short, its text are signs of. Facts, no judgement. */
export function signsOf(found: Collected, data: LinkedData, title: string): string[] {
  const signs = new Set<string>();
  for (const sign of found.marks) signs.add(`markup:${sign}`);
  for (const source of found.scripts)
    for (const [sign, pattern] of scriptSigns) if (pattern.test(source)) signs.add(`script:${sign}`);
  const heads = [title, ...found.headings.slice(0, 4).map(({ text }) => text)].filter(
    (head) => head !== '' && head.length < 160,
  );
  const text = found.textLength < notice ? `${found.text.slice(0, notice * 2)} ${found.noscript}` : '';
  for (const { sign, head, text: words, headOnly } of signWords) {
    if (heads.some((one) => head.test(one))) signs.add(`head:${sign}`);
    if (text !== '' && (words?.test(text) || (!headOnly && head.test(text)))) signs.add(`text:${sign}`);
  }
  if (data.free === false) signs.add('accessible-for-free:false');
  if (/^(?:locked|metered|subscription)/i.test((found.meta.get('article:content_tier') ?? []).join()))
    signs.add('content-tier');
  if ((found.counts['password-inputs'] ?? 0) > 0) signs.add('password-input');
  return [...signs];
}
