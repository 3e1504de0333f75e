import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';

/** Visits the evidence so far makes worth their while, each with its purpose. */
export function followUps(
  _citation: Citation,
  _evidence: readonly Evidence[],
): { url: string; purpose: Evidence['purpose'] }[] {
  return [];
}
