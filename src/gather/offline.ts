import { getDomain } from 'tldts';
import type { Evidence } from '../model/evidence.ts';

/** Failures a machine without network has with every host. A refusal by policy or a bad certificate is none of them. */
const cutOff = new Set(['dns-missing', 'dns-temporary', 'refused', 'timeout', 'reset']);
/** Fewer unrelated hosts say nothing of the machine. */
const leastHosts = 3;

/**
 * Whether it is this machine that is cut off: none of at least three unrelated hosts answered, and each failed the way it
 * would without network. One host alone failing to be looked up while others answer is that host's own affair.
 */
export function looksOffline(visits: readonly Pick<Evidence, 'url' | 'status' | 'failure'>[]): boolean {
  const hosts = new Map<string, boolean>();
  for (const { url, status, failure } of visits) {
    if (failure && status === undefined && !cutOff.has(failure.kind)) continue;
    const host = hostOf(url);
    hosts.set(host, (hosts.get(host) ?? false) || status !== undefined);
  }
  if ([...hosts.values()].some(Boolean)) return false;
  if (hosts.size >= leastHosts) return true;
  // Few links: only a resolver that cannot be asked at all tells.
  return (
    hosts.size > 0 &&
    visits.every(({ failure }) => failure?.kind === 'dns-temporary' || failure?.code === 'ENETUNREACH')
  );
}

const hostOf = (url: string): string => {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  return getDomain(host) ?? host;
};
