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
/** Consent pages explain themselves at length. */
const longNotice = 6000;

type Has = (...wanted: string[]) => string | undefined;

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
  if (status === 404 || status === 410) return undefined;
  const signs = new Set(page?.signs ?? []);
  const has: Has = (...wanted) => wanted.find((sign) => signs.has(sign));
  const short = (page?.textLength ?? 0) < notice;
  const challenge = challengeOf(has, short);
  if (challenge) return { reach: 'blocked', sign: challenge };
  const blocked = short && !has('head:unauthorized') ? has('head:blocked', 'text:blocked') : undefined;
  if (blocked && (status === 403 || status === 503 || status === 429 || status < 300))
    return { reach: 'blocked', sign: blocked };
  return status < 300 ? behindStatus(evidence, has, short) : undefined;
}

/** A challenge's words in title or heading, or its machinery on a page with little else; both together at any length. */
function challengeOf(has: Has, short: boolean): string | undefined {
  const machinery = has(
    'script:cf-challenge',
    'script:datadome',
    'script:perimeterx',
    'script:incapsula',
    'script:aws-waf',
    'script:kasada',
    'markup:cf-challenge',
  );
  const head = has('head:challenge');
  if (head && (short || machinery)) return head;
  return short ? (has('text:challenge') ?? machinery) : undefined;
}

/** Walls that answer as if all were well. */
function behindStatus(evidence: Evidence, has: Has, short: boolean): Wall | undefined {
  const length = evidence.page?.textLength ?? 0;
  for (const { reach, signs, most } of notices) {
    const sign = length < most ? has(...signs) : undefined;
    if (sign) return { reach, sign };
  }
  const sent = sentTo(evidence);
  if (sent) return { reach: 'auth-required', sign: sent };
  const login = short ? has('head:login') : undefined;
  if (login && has('password-input', 'text:login', 'markup:login-form'))
    return { reach: 'auth-required', sign: login };
  const paid = has('accessible-for-free:false', 'content-tier') ?? (short ? has('text:paywall') : undefined);
  return paid ? { reach: 'paywalled', sign: paid } : undefined;
}

/** Notices by what they say, a row a kind; `most` is the longest text such a page has. */
const notices: readonly { reach: Wall['reach']; signs: string[]; most: number }[] = [
  { reach: 'rate-limited', signs: ['head:rate-limited'], most: notice },
  { reach: 'legal', signs: ['head:legal', 'text:legal'], most: notice },
  { reach: 'auth-required', signs: ['head:unauthorized'], most: notice },
  { reach: 'auth-required', signs: ['head:consent'], most: longNotice },
  { reach: 'server-error', signs: ['head:server-error'], most: 800 },
];

/** Where the visit was sent, or where the page says it stands, when that is a login or consent page. */
function sentTo(evidence: Evidence): string | undefined {
  const from = parseUrl(evidence.url);
  if (!from || loginPath.test(from.pathname) || loginHost.test(from.hostname)) return undefined;
  for (const address of [evidence.finalUrl, evidence.page?.canonical]) {
    const to = parseUrl(address ?? '');
    if (!to || `${from.host}${from.pathname}` === `${to.host}${to.pathname}`) continue;
    if (consent.test(to.pathname) || /^consent\./i.test(to.hostname)) return 'sent to a consent page';
    if (address === evidence.finalUrl && (loginPath.test(to.pathname) || loginHost.test(to.hostname)))
      return 'sent to a login page';
  }
  return undefined;
}
