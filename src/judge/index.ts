import type { Citation } from '../model/citation.ts';
import type { Evidence, RegistryAnswer, Snapshot } from '../model/evidence.ts';
import type { Reach, Status, Verdict } from '../model/verdict.ts';

/** A promise of the operator to live with a failing link for a time. */
export interface Waiver {
  url: string;
  reason: string;
  owner: string;
  until: string;
}

export interface Case {
  citation: Citation;
  evidence: readonly Evidence[];
  registry?: readonly RegistryAnswer[];
  snapshots?: readonly Snapshot[];
  /** Earlier visits to the cited URLs, oldest first. */
  history?: readonly { at: string; reach: Reach; status: Status }[];
  waivers?: readonly Waiver[];
  /** ISO 8601. */
  now: string;
}

/** What the evidence means for the claim. Pure. */
export function judge({ evidence }: Case): Verdict {
  const reach: Reach = evidence[0]?.status === undefined ? 'not-attempted' : 'live';
  return { status: 'unchecked', reach, persistence: { is: 'first-seen', strikes: 0 }, findings: [] };
}
