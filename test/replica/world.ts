import type { Answer, Asked } from './answer.ts';
import { bytes, escaped, plain } from './answer.ts';
import { entrance } from './behaviours.ts';
import { knownAddresses, rule } from './live.ts';
import { services } from './services/all.ts';
import { workOf } from './services/catalogue.ts';
import type { Service } from './services/service.ts';
import { after } from './services/service.ts';
import { original, sites } from './sites/all.ts';

const serviceByHost = new Map<string, Service>(
  services.flatMap((service) => service.hosts.map((host) => [host, service] as const)),
);
/** Where the made-up works have their landing pages. */
const worksHost = 'works.replica.example';

/** All hosts that exist in this world; any other name is unknown to its DNS. */
export const hosts: ReadonlySet<string> = new Set([
  worksHost,
  ...sites.map((site) => site.host),
  ...serviceByHost.keys(),
  ...knownAddresses.map((address) => new URL(address).hostname),
]);

const robots = (host: string): Answer => plain(`# ${host} (synthetic)\nUser-agent: *\nDisallow: /private/\n`);

function landing(asked: Asked): Answer {
  const work = workOf(after(asked, '/') ?? '');
  const title = work ? [work.title, work.subtitle].filter(Boolean).join(': ') : 'Not found';
  const names = (work?.authors ?? []).map(
    (name) => `<meta name="citation_author" content="${escaped(name)}">`,
  );
  return bytes(
    work ? 200 : 404,
    'text/html; charset=utf-8',
    `<!DOCTYPE html><html><head><title>${escaped(title)}</title><meta name="generator" content="refvouch replica (synthetic)"><meta name="citation_title" content="${escaped(title)}">${names.join('')}</head><body><h1>${escaped(title)}</h1><p>A landing page of a work in the test world of refvouch (synthetic).</p></body></html>`,
  );
}

/** What this world answers: the services first, then the manifest, then what the sites have besides. */
export function answerOf(asked: Asked, state: Map<string, unknown>): Answer {
  if (asked.url.pathname === '/robots.txt') return robots(asked.host);
  const serviced = serviceByHost.get(asked.host)?.answer(asked, state);
  if (serviced) return serviced;
  if (asked.host === worksHost) return landing(asked);
  return rule(asked.url)?.(asked) ?? original(asked.url) ?? entrance(asked.url);
}
