import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Identity } from '../model/verdict.ts';
import { primary } from '../text/language.ts';
import { identityOf } from './identity.ts';

/** The page's own version in a language, by its `hreflang`. */
export const alternateUrl = (evidence: Evidence, language: string): string | undefined =>
  evidence.page?.alternates.find((one) => primary(one.language) === primary(language))?.url;

/** The description of the page that its oEmbed endpoint or its version in the cited language gave, where it settles the identity. */
export function alternateIdentity(
  citation: Citation,
  evidence: Evidence,
  all: readonly Evidence[],
): Identity | undefined {
  const offered = new Set([
    ...(evidence.page?.alternates ?? []).map(({ url }) => url),
    ...(evidence.page?.followUps ?? []).map(({ url }) => url),
  ]);
  for (const other of all) {
    if ((other.purpose !== 'alternate' && other.purpose !== 'oembed') || !offered.has(other.url)) continue;
    if (other.status !== 200) continue;
    const identity = identityOf(citation, other);
    if (identity?.is === 'match' || identity?.is === 'probable')
      return {
        ...identity,
        rule: `${other.purpose}-${identity.rule}`,
        why: `${other.purpose === 'oembed' ? 'By the page’s oEmbed description' : 'In its version in the cited language'}: ${identity.why}`,
      };
  }
  return undefined;
}
