import type { Finding } from '../model/finding.ts';
import { parseUrl } from '../text/parse-url.ts';
import type { Waiver } from './case.ts';

const plain = (url: string): string => {
  const parsed = parseUrl(url);
  if (!parsed) return url;
  parsed.hash = '';
  return parsed.href;
};

/** The waiver that holds for one of the URLs today, and a finding for each that has run out. */
export function waiverFor(
  urls: readonly string[],
  waivers: readonly Waiver[],
  now: string,
): { waiver?: Waiver; findings: Finding[] } {
  const wanted = new Set(urls.map(plain));
  const own = waivers.filter(({ url }) => wanted.has(plain(url)));
  // A day is over when it is over everywhere it was meant: `until` counts to its end.
  const waiver = own.find(({ until }) => until.slice(0, 10) >= now.slice(0, 10));
  const findings = own
    .filter(({ until }) => until.slice(0, 10) < now.slice(0, 10))
    .map(
      ({ url, owner, reason, until }): Finding => ({
        rule: 'waiver-expired',
        severity: 'warning',
        message: `The waiver for ${url} (${reason}, ${owner}) ran out on ${until.slice(0, 10)}.`,
        data: { url, owner, reason, until },
      }),
    );
  return { ...(waiver ? { waiver } : {}), findings };
}
