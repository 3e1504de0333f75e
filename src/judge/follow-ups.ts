import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import { languageOf } from '../text/language.ts';
import { alternateUrl } from './alternates.ts';
import { identityOf } from './identity.ts';
import { probeUrl } from './probe.ts';
import { reachOf } from './reach.ts';

export interface FollowUp {
  url: string;
  purpose: Evidence['purpose'];
}

const readable = new Set<string>(['live', 'moved', 'redirected', 'paywalled']);

/**
 * Visits the evidence so far makes worth their while, each with its purpose: the version in the cited language, the
 * page's oEmbed description, a path that cannot exist on the host of a suspect, the https twin of a page that matches.
 */
export function followUps(citation: Citation, evidence: readonly Evidence[]): FollowUp[] {
  return evidence.filter(({ purpose }) => purpose === 'cited').flatMap((one) => after(citation, one));
}

function after(citation: Citation, evidence: Evidence): FollowUp[] {
  if (!readable.has(reachOf(evidence).reach)) return [];
  const identity = identityOf(citation, evidence);
  const here = evidence.finalUrl ?? evidence.url;
  switch (identity?.is) {
    case 'unverifiable':
      return identity.rule === 'other-language' ? translation(citation, evidence) : described(evidence);
    case 'untitled':
      return [...described(evidence), ...probe(here)];
    case 'soft-404':
    case 'mismatch':
      return probe(here);
    case 'match':
      return mayHaveTwin(here) ? [{ url: here.replace(/^http:/, 'https:'), purpose: 'https-twin' }] : [];
    default:
      return [];
  }
}

/** A port that is named speaks one of the two, and it has just spoken http. */
const mayHaveTwin = (url: string): boolean => url.startsWith('http:') && !/^http:\/\/[^/?#]*:\d/.test(url);

function translation(citation: Citation, evidence: Evidence): FollowUp[] {
  const language = citation.item.language ?? languageOf(citation.item.title ?? '');
  const url = language && alternateUrl(evidence, language);
  return url && url !== evidence.finalUrl ? [{ url, purpose: 'alternate' }] : [];
}

const described = ({ page }: Evidence): FollowUp[] =>
  (page?.followUps ?? [])
    .filter(({ rel }) => rel === 'oembed')
    .slice(0, 1)
    .map(({ url }) => ({ url, purpose: 'oembed' }));

function probe(url: string): FollowUp[] {
  const path = probeUrl(url);
  return path ? [{ url: path, purpose: 'probe' }] : [];
}
