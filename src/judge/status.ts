import type { Item } from '../model/item.ts';
import type { Identity, Reach, Status } from '../model/verdict.ts';

const byReach: Readonly<Partial<Record<Reach, Status>>> = {
  'not-found': 'gone',
  gone: 'gone',
  'dns-missing': 'gone',
  forbidden: 'blocked',
  blocked: 'blocked',
  'auth-required': 'blocked',
  legal: 'blocked',
  'rate-limited': 'blocked',
  'server-error': 'unreachable',
  timeout: 'unreachable',
  reset: 'unreachable',
  refused: 'unreachable',
  'dns-temporary': 'unreachable',
  'tls-invalid': 'unreachable',
  'redirect-loop': 'unreachable',
  undecodable: 'unreachable',
  'too-large': 'unchecked',
  'unsafe-target': 'unchecked',
  'unsupported-scheme': 'unchecked',
  'malformed-url': 'unchecked',
  excluded: 'unchecked',
  'not-attempted': 'unchecked',
};

const byIdentity: Readonly<Partial<Record<Identity['is'], Status>>> = {
  mismatch: 'mismatched',
  hijacked: 'mismatched',
  'soft-404': 'gone',
  'redirected-to-root': 'gone',
  parked: 'gone',
  untitled: 'unchecked',
  unverifiable: 'unchecked',
};

/** The one word a person reads. A page that was not read is never verified; one that is walled off is never gone. */
export function statusOf(reach: Reach, identity: Identity | undefined, item: Item): Status {
  const closed = byReach[reach];
  if (closed) return closed;
  if (!identity) return reach === 'paywalled' ? 'blocked' : 'unchecked';
  // Behind a paywall another title is as likely the wall's as the page's.
  if (reach === 'paywalled' && identity.is === 'mismatch') return 'blocked';
  const other = byIdentity[identity.is];
  if (other) return other;
  if (identity.is === 'no-cited-title' && claimsMore(item)) return 'unchecked';
  return reach === 'moved' ? 'moved' : 'verified';
}

/** A bare URL claims no more than that something stands there. */
const claimsMore = ({ author, issued, publisher, 'container-title': container }: Item): boolean =>
  Boolean(author?.length || issued || publisher || container);
