import type { Evidence } from '../model/evidence.ts';
import type { Identity } from '../model/verdict.ts';
import { alternateIdentity } from './alternates.ts';
import type { Case } from './case.ts';
import { identityOf } from './identity.ts';
import { probed } from './probe.ts';
import { type Reached, reachOf } from './reach.ts';

/** What one visit means: how far it came, and whether what stands there is what was cited. */
export interface Reading {
  evidence: Evidence;
  reached: Reached;
  identity?: Identity;
}

const readable = new Set<string>(['live', 'moved', 'redirected', 'paywalled']);

/** One cited visit, with what was seen on the visits it gave rise to. */
export function readingOf({ citation, evidence: all }: Case, evidence: Evidence): Reading {
  const reached = vetoed(reachOf(evidence), citation, evidence);
  if (!readable.has(reached.reach)) return { evidence, reached };
  const own = identityOf(citation, evidence);
  const identity =
    own?.is === 'unverifiable'
      ? (alternateIdentity(citation, evidence, all) ?? own)
      : (probed(own, evidence, all) ?? own);
  return { evidence, reached, ...(identity ? { identity } : {}) };
}

/** Words in a short text are no wall where the page's title is the cited one. */
function vetoed(reached: Reached, citation: Case['citation'], evidence: Evidence): Reached {
  const { reach, detail = '', way } = reached;
  if (
    !way ||
    reach === 'paywalled' ||
    !/^(?:text|script|markup):/.test(detail) ||
    (evidence.status ?? 0) >= 300
  )
    return reached;
  return identityOf(citation, evidence)?.is === 'match' ? { reach: way } : reached;
}
