import type { Citation } from '../model/citation.ts';
import type { Evidence, RegistryAnswer, Snapshot } from '../model/evidence.ts';
import type { Reach, Status } from '../model/verdict.ts';

/** A promise of the operator to live with a failing link for a time. */
export interface Waiver {
  url: string;
  reason: string;
  owner: string;
  until: string;
}

/** What an earlier visit meant. */
export interface Past {
  at: string;
  reach: Reach;
  status: Status;
}

export interface Case {
  citation: Citation;
  evidence: readonly Evidence[];
  registry?: readonly RegistryAnswer[];
  snapshots?: readonly Snapshot[];
  /** Earlier visits to the cited URLs, oldest first. */
  history?: readonly Past[];
  waivers?: readonly Waiver[];
  /** ISO 8601. */
  now: string;
}
