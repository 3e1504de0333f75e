import type { Evidence } from '../model/evidence.ts';

/** Text that a page without its scripts may have and still be empty to a reader. */
const little = 300;

/** Whether a page is an almost empty body that scripts would fill. */
export function isShell({ page }: Evidence): boolean {
  if (page?.kind !== 'html') return false;
  if (
    (page.signs.includes('text:needs-javascript') || page.signs.includes('head:needs-javascript')) &&
    page.textLength < little * 3
  )
    return true;
  if (page.textLength === 0) return true;
  return page.textLength < little && (page.counts.scripts ?? 0) > 0 && (page.counts.ps ?? 0) < 3;
}
