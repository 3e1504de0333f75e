import { getDomain } from 'tldts';

/**
 * The host a pace is kept for: the registrable domain by the Public Suffix List, its private part included (each
 * `*.github.io` is a site of its own), or the address where the host is one. Ports and subdomains share it.
 */
export function registrable(host: string): string {
  const bare = host.replace(/:\d+$/, '').toLowerCase();
  return getDomain(bare, { allowPrivateDomains: true }) ?? bare;
}

/** The same of a URL; undefined where it is none that can be visited. */
export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && host ? registrable(host) : undefined;
}
