import type { Evidence } from '../model/evidence.ts';
import type { Identity } from '../model/verdict.ts';
import { fold } from '../text/fold.ts';
import { parseUrl } from '../text/parse-url.ts';

/** Bits in which two fingerprints of one template may differ. */
const near = 4;

/** A path that cannot exist on a host, the same for the same URL, so that a recording has it. */
export function probeUrl(url: string): string | undefined {
  const parsed = parseUrl(url);
  if (!parsed) return undefined;
  const folder = parsed.pathname.slice(0, parsed.pathname.lastIndexOf('/') + 1);
  return `${parsed.origin}${folder}refvouch-no-such-page-${stamp(url)}`;
}

function stamp(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

export function distance(a: string, b: string): number {
  let bits = 0;
  for (let at = 0; at < 16; at += 1) {
    let differing = Number.parseInt(a.charAt(at) || '0', 16) ^ Number.parseInt(b.charAt(at) || '0', 16);
    while (differing > 0) {
      bits += differing & 1;
      differing >>= 1;
    }
  }
  return bits;
}

/** Whether the host answers a path that cannot exist with the very page that stands at the cited one. */
export function sameAsProbe(evidence: Evidence, probe: Evidence): boolean {
  if (probe.status === undefined || probe.status >= 300) return false;
  const [page, other] = [evidence.page, probe.page];
  if (!page || !other) return false;
  if (evidence.digest !== undefined && evidence.digest === probe.digest) return true;
  const title = (one: Evidence): string => fold(one.title ?? '');
  if (title(evidence) !== title(probe)) return false;
  const lengths = [page.textLength, other.textLength].toSorted((a, b) => a - b) as [number, number];
  if (lengths[1] - lengths[0] > Math.max(60, lengths[1] * 0.1)) return false;
  return page.fingerprint !== undefined && other.fingerprint !== undefined
    ? distance(page.fingerprint, other.fingerprint) <= near
    : lengths[0] === lengths[1];
}

/** What the probe says of a suspect: that it is the host's error page, or, of one suspected by its words alone, that it is not. */
export function probed(
  identity: Identity | undefined,
  evidence: Evidence,
  all: readonly Evidence[],
): Identity | undefined {
  if (!identity || !['soft-404', 'mismatch', 'untitled'].includes(identity.is)) return undefined;
  const address = probeUrl(evidence.finalUrl ?? evidence.url);
  const probe = all.find((one) => one.purpose === 'probe' && one.url === address);
  if (!probe || !sameAsProbe(evidence, probe)) return undefined;
  return {
    ...identity,
    is: 'soft-404',
    score: 0.98,
    rule: 'same-as-impossible-path',
    why: 'The host answers a path that cannot exist with the same page, so it is what the host shows for pages that are not there.',
  };
}
