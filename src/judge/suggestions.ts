import type { Verdict } from '../model/verdict.ts';
import { parseUrl } from '../text/parse-url.ts';
import type { Case } from './case.ts';
import { identityOf } from './identity.ts';
import type { Reading } from './reading.ts';

/** Parameters that tell where a reader came from and nothing about the page. */
const tracking =
  /^(?:utm_\w{1,30}|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|oly_(?:anon|enc)_id|vero_id|wickedid|ref_src|ref_url|spm|scm|share_(?:token|from|source|medium)|from=share|xtor|cmpid|ns_(?:campaign|mchannel|source)|n_cid|iref|ftag|smid|si)$/i;

/** A better URL for the citation, and why; only where the page is known to be the cited one. */
export function suggestionOf(subject: Case, first: Reading | undefined): Verdict['suggestion'] {
  if (!first?.identity || !['match', 'probable'].includes(first.identity.is)) return undefined;
  const { evidence, reached, identity } = first;
  const cited = parseUrl(evidence.url);
  const final = parseUrl(evidence.finalUrl ?? evidence.url);
  if (!cited || !final) return undefined;
  if (/(?:^|\.)doi\.org$/.test(cited.hostname)) return undefined;
  if (identity.rule.startsWith('alternate-')) {
    const other = subject.evidence.find(
      (one) => one.purpose === 'alternate' && identityOf(subject.citation, one)?.is === identity.is,
    );
    if (other)
      return { url: other.finalUrl ?? other.url, why: 'the version in the language of the citation' };
  }
  if (reached.reach === 'moved' && !samePage(cited, final))
    return { url: kept(final, cited), why: 'a permanent redirect to the same page' };
  const twin = subject.evidence.find(
    (one) =>
      one.purpose === 'https-twin' &&
      one.status === 200 &&
      one.url === (evidence.finalUrl ?? evidence.url).replace(/^http:/, 'https:'),
  );
  if (twin && ['match', 'probable'].includes(identityOf(subject.citation, twin)?.is ?? ''))
    return { url: cited.href.replace(/^http:/, 'https:'), why: 'the same page over https' };
  return untracked(cited, evidence.page?.canonical);
}

const samePage = (a: URL, b: URL): boolean =>
  a.host === b.host && a.pathname === b.pathname && a.search === b.search && a.protocol === b.protocol;

/** A redirect does not take the fragment away (RFC 9110, 10.2.2). */
function kept(to: URL, from: URL): string {
  if (to.hash || !from.hash) return to.href;
  const whole = new URL(to.href);
  whole.hash = from.hash;
  return whole.href;
}

/** The address without parameters of tracking: the page's own canonical link where it names the same page. */
function untracked(cited: URL, canonical: string | undefined): Verdict['suggestion'] {
  const names = [...cited.searchParams.keys()];
  if (!names.some((name) => tracking.test(name))) return undefined;
  const own = parseUrl(canonical ?? '');
  if (
    own &&
    own.hostname.replace(/^www\./, '') === cited.hostname.replace(/^www\./, '') &&
    own.pathname.replace(/\/$/, '') === cited.pathname.replace(/\/$/, '')
  )
    return { url: own.href, why: 'the page’s own canonical link, without tracking parameters' };
  const clean = new URL(cited.href);
  for (const name of names) if (tracking.test(name)) clean.searchParams.delete(name);
  return { url: clean.href, why: 'the same address without tracking parameters' };
}
