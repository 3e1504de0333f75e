import type { Answer, Answers, Asked } from './answer.ts';
import { plain } from './answer.ts';
import { addresses, entrance } from './behaviours.ts';
import { manifest, printedDois } from './manifest.ts';
import { services } from './services/all.ts';
import type { Service } from './services/service.ts';
import { original, sites } from './sites/all.ts';

/** Every address the manifest gives an answer to, fragment taken off. */
const known = new Map<string, Answers>(
  [...manifest, ...printedDois].flatMap((row) => addresses(row.url, row.does)),
);
const serviceByHost = new Map<string, Service>(
  services.flatMap((service) => service.hosts.map((host) => [host, service] as const)),
);

/** All hosts that exist in this world; any other name is unknown to its DNS. */
export const hosts: ReadonlySet<string> = new Set([
  ...sites.map((site) => site.host),
  ...serviceByHost.keys(),
  ...[...known.keys()].map((address) => new URL(address).hostname),
]);

const robots = (host: string): Answer =>
  plain(`# ${host} (synthetic)\nUser-agent: *\nDisallow: /private/\nCrawl-delay: 0\n`);

const withScheme = (url: URL, scheme: string) => `${scheme}${url.href.slice(url.protocol.length - 1)}`;

/** What this world answers: the manifest first, then the services, then what the sites have besides. */
export function answerOf(asked: Asked, state: Map<string, unknown>): Answer {
  const other = asked.url.protocol === 'https:' ? 'http' : 'https';
  const listed = known.get(asked.url.href) ?? known.get(withScheme(asked.url, other));
  if (listed) return listed(asked);
  if (asked.url.pathname === '/robots.txt') return robots(asked.host);
  const service = serviceByHost.get(asked.host);
  if (service) return service.answer(asked, state);
  return original(asked.url) ?? entrance(asked.url);
}
