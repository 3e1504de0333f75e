import type { Evidence } from '../model/evidence.ts';
import { fold } from '../text/fold.ts';
import { parseUrl } from '../text/parse-url.ts';
import { namesOf } from './sites.ts';

/** Text that a page without its scripts may have and still be empty to a reader. */
const little = 300;

/** Whether a page is an almost empty body that scripts would fill. */
export function isShell({ page }: Evidence): boolean {
  if (page?.kind !== 'html') return false;
  if (page.signs.includes('needs-javascript') && page.textLength < little * 3) return true;
  return page.textLength < little && (page.counts.scripts ?? 0) > 0 && (page.counts.ps ?? 0) < 3;
}

const own = new Set(['citation_title', 'json-ld', 'og:title', 'h1', 'noscript', 'oembed']);

/**
 * Whether an empty body still says what it is: a title of its own in JSON-LD, `og:title` or an `h1` that is not the
 * site's name, under a canonical link to this very page.
 */
export function describesItself(evidence: Evidence): boolean {
  const { page, titles } = evidence;
  const [here, canonical] = [parseUrl(evidence.finalUrl ?? evidence.url), parseUrl(page?.canonical ?? '')];
  if (!here || !canonical || here.pathname === '/' || canonical.pathname !== here.pathname) return false;
  const names = new Set([page?.siteName ?? '', ...namesOf(here.href), here.hostname].map(fold));
  return titles.some(
    ({ origin, text }) => own.has(origin) && fold(text).length > 5 && !names.has(fold(text)),
  );
}
