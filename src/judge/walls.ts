import type { Evidence } from '../model/evidence.ts';
import type { Reach } from '../model/verdict.ts';
import { parseUrl } from '../text/parse-url.ts';

export interface Wall {
  reach: Extract<
    Reach,
    'blocked' | 'auth-required' | 'paywalled' | 'rate-limited' | 'legal' | 'server-error'
  >;
  /** What gave it away. */
  sign: string;
}

/** Headers only a wall sends. */
const headers: readonly (readonly [name: string, value: RegExp, only4xx: boolean])[] = [
  ['cf-mitigated', /./, false],
  ['x-amzn-waf-action', /captcha|challenge/i, false],
  ['x-datadome', /protected|blocked/i, true],
];

/** Addresses a reader is sent to who has no account, or has not agreed to cookies. */
const loginPath =
  /(?:^|[/._-])(?:log-?in|sign-?in|signon|auth(?:enticate|orize)?|sso|cas|idp|shibboleth|account|denglu|passport)(?:[/._?-]|$)/i;
const loginHost = /^(?:login|signin|auth|sso|idp|accounts?|passport|id)\./i;
const consent = /(?:^|[/._-])(?:consent|privacy-?(?:gate|wall)|cookie-?(?:wall|consent)|gdpr)(?:[/._?-]|$)/i;

/** Text longer than this is an article, whatever else stands on the page. */
const notice = 1800;

/** The wall in front of a page, if one stands there; what the page's own mark-up says is in `page.signs`. */
export function wallOf(evidence: Evidence): Wall | undefined {
  const { status = 0, page } = evidence;
  for (const [name, value, only4xx] of headers)
    if (
      evidence.headers[name] !== undefined &&
      value.test(evidence.headers[name]) &&
      (!only4xx || status >= 400)
    )
      return { reach: 'blocked', sign: name };
  if (status === 999) return { reach: 'blocked', sign: '999' };
  const signs = new Set(page?.signs ?? []);
  const has = (...wanted: string[]) => wanted.find((sign) => signs.has(sign));
  const short = (page?.textLength ?? 0) < notice;
  const challenge =
    has('head:challenge') ??
    (short
      ? has('script:cf-challenge', 'script:datadome', 'script:perimeterx', 'script:incapsula')
      : undefined) ??
    (short ? has('markup:cf-challenge', 'text:challenge') : undefined);
  if (challenge && short && status !== 404 && status !== 410) return { reach: 'blocked', sign: challenge };
  const blocked = has('head:blocked', 'text:blocked');
  if (blocked && short && (status === 403 || status === 503 || status === 429 || status < 300))
    return { reach: 'blocked', sign: blocked };
  return status < 300 ? behindStatus(evidence, has, short) : undefined;
}

/** Walls that answer as if all were well. */
function behindStatus(
  evidence: Evidence,
  has: (...wanted: string[]) => string | undefined,
  short: boolean,
): Wall | undefined {
  const limited = short ? has('head:rate-limited') : undefined;
  if (limited) return { reach: 'rate-limited', sign: limited };
  const legal = short ? has('head:legal', 'text:legal') : undefined;
  if (legal) return { reach: 'legal', sign: legal };
  const [from, to] = [parseUrl(evidence.url), parseUrl(evidence.finalUrl ?? '')];
  const sent = from && to && `${from.host}${from.pathname}` !== `${to.host}${to.pathname}`;
  if (sent && !loginPath.test(from.pathname) && !loginHost.test(from.hostname)) {
    if (consent.test(to.pathname) || /^consent\./i.test(to.hostname))
      return { reach: 'auth-required', sign: 'sent to a consent page' };
    if (loginPath.test(to.pathname) || loginHost.test(to.hostname))
      return { reach: 'auth-required', sign: 'sent to a login page' };
  }
  const login = has('head:login');
  if (login && short && (has('password-input') || has('text:login')))
    return { reach: 'auth-required', sign: login };
  const agree = has('head:consent');
  if (agree && short) return { reach: 'auth-required', sign: agree };
  const paid = has('accessible-for-free:false', 'content-tier') ?? (short ? has('text:paywall') : undefined);
  return paid ? { reach: 'paywalled', sign: paid } : undefined;
}
