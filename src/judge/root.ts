import type { Evidence } from '../model/evidence.ts';
import { parseUrl } from '../text/parse-url.ts';

/** The entrance of a site or of one of its languages. */
const entrance = /^\/(?:(?:index|default|home|main|top)(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2,4})?)?\/?$/i;
const searchPage = /^\/(?:\w{2,5}\/)?(?:search|suche|recherche|buscar|kensaku|so|s)(?:[./]|$)/i;
const errorPage =
  /(?:^|[/._-])(?:404|not-?found|page-?not-?found|error(?:page)?|err|nopage|missing)(?:[/._?-]|$)/i;

/** Whether the visit was sent from a page of its own to an entrance, a search or an error page. */
export function sentToRoot(evidence: Evidence, titled: boolean): { rule: string; why: string } | undefined {
  const [from, to] = [parseUrl(evidence.url), parseUrl(evidence.finalUrl ?? '')];
  if (!from || !to) return undefined;
  if (evidence.hops.length < 2) return titled ? callsItselfRoot(evidence, from) : undefined;
  if (entrance.test(from.pathname) && from.search === '') return undefined;
  if (entrance.test(to.pathname) && !/[?&](?:p|id|page_id|article)=/i.test(to.search))
    return {
      rule: 'redirected-to-root',
      why: `The address leads to the entrance of the site (${to.host}${to.pathname}), as if the page had been dropped.`,
    };
  // `/mofaj/` over `/mofaj/na/fa/page.html`: the entrance of one part of the site.
  if (
    /^\/[^/]{1,40}\/$/.test(to.pathname) &&
    to.search === '' &&
    from.pathname.startsWith(to.pathname) &&
    from.pathname.split('/').length > 3
  )
    return {
      rule: 'redirected-to-section',
      why: `The address leads to the entrance of its part of the site (${to.host}${to.pathname}), as if the page had been dropped.`,
    };
  if (searchPage.test(to.pathname) && !searchPage.test(from.pathname))
    return {
      rule: 'redirected-to-search',
      why: `The address leads to a search page (${to.host}${to.pathname}).`,
    };
  if (errorPage.test(to.pathname) && !errorPage.test(from.pathname))
    return {
      rule: 'redirected-to-error',
      why: `The address leads to an error page (${to.host}${to.pathname}).`,
    };
  return undefined;
}

/** A page at a path of its own that names the site's entrance as its canonical address, and has not the cited title. */
function callsItselfRoot(evidence: Evidence, from: URL): { rule: string; why: string } | undefined {
  const canonical = parseUrl(evidence.page?.canonical ?? '');
  if (!canonical || entrance.test(from.pathname) || canonical.pathname !== '/' || canonical.search !== '')
    return undefined;
  if (canonical.hostname.replace(/^www\./, '') !== from.hostname.replace(/^www\./, '')) return undefined;
  return {
    rule: 'canonical-is-root',
    why: `The page says its own address is the entrance of the site (${canonical.host}/), so the cited page is not shown.`,
  };
}
