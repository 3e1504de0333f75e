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
  const reached = reachOf(evidence);
  if (!readable.has(reached.reach)) return { evidence, reached };
  const own = identityOf(citation, evidence);
  const identity =
    own?.is === 'unverifiable'
      ? (alternateIdentity(citation, evidence, all) ?? own)
      : (probed(own, evidence, all) ?? own);
  return { evidence, reached, ...(identity ? { identity } : {}) };
}
