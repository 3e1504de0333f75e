import type { Evidence, Hop } from '../model/evidence.ts';
import type { Reach } from '../model/verdict.ts';
import { wallOf } from './walls.ts';

export interface Reached {
  reach: Reach;
  /** The subcode: a TLS code, a timeout's phase, an uncommon status, the wall's name. */
  detail?: string;
  /** For a wall that was told by words: how the visit came there, should the page prove to be the cited one. */
  way?: Reach;
}

const byStatus: Readonly<Record<number, Reach>> = {
  401: 'auth-required',
  402: 'paywalled',
  403: 'forbidden',
  404: 'not-found',
  407: 'auth-required',
  410: 'gone',
  429: 'rate-limited',
  451: 'legal',
};

/**
 * How far the visit came, in the order that proved right: transport first, then what the headers say of a challenge, the
 * status, a login or consent page, and last the way there.
 */
export function reachOf(evidence: Evidence): Reached {
  const { status, failure } = evidence;
  if (status === undefined) {
    if (!failure) return { reach: 'not-attempted' };
    const detail = failure.phase ?? failure.code;
    if (failure.kind === 'protocol') return { reach: 'reset', detail: 'protocol' };
    return { reach: failure.kind, ...(detail ? { detail } : {}) };
  }
  const wall = wallOf(evidence);
  if (wall) return { reach: wall.reach, detail: wall.sign, way: wayOf(evidence.hops) };
  const known = byStatus[status];
  if (known) return { reach: known };
  // 400, 405, 406 and their like blame the request, not the page: the server did not serve it.
  if (status >= 400) return { reach: 'server-error', detail: String(status) };
  if (status >= 300) return { reach: 'redirect-loop', detail: `${status} without a way on` };
  // A body that broke off was still answered; only one that cannot be read at all is a failure.
  if (failure && (failure.kind === 'undecodable' || failure.kind === 'too-large') && !evidence.page)
    return { reach: failure.kind };
  return { reach: wayOf(evidence.hops) };
}

const permanent = new Set([301, 308]);

/** `moved` where every redirect was permanent, `redirected` where any was not or stood in the page. */
function wayOf(hops: readonly Hop[]): Reach {
  if (hops.some(({ via }) => via === 'meta-refresh')) return 'redirected';
  const turns = hops.filter(({ status }) => status !== undefined && status >= 300 && status < 400);
  if (turns.length === 0) return 'live';
  return turns.every(({ status }) => permanent.has(status as number)) ? 'moved' : 'redirected';
}
