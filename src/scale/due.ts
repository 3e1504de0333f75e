import type { Past } from '../judge/case.ts';
import { persistenceOf } from '../judge/persistence.ts';
import type { Persistence } from '../model/verdict.ts';

/** When a link is to be visited again, and before which others. */
export interface Due {
  /** From the visit just made, ms. */
  inMs: number;
  /** 1 first, 9 last. */
  rank: number;
}

const dayMs = 86_400_000;

/**
 * The more a link is likely to rot, the sooner and the earlier. A suspect is due a little after the three days by which
 * two failures must lie apart to count; what is confirmed dead is only looked at for its return.
 */
const rows: Record<Persistence['is'], { days: number; rank: number }> = {
  suspect: { days: 3.05, rank: 3 },
  recovered: { days: 7, rank: 4 },
  'first-seen': { days: 14, rank: 6 },
  healthy: { days: 30, rank: 7 },
  confirmed: { days: 60, rank: 8 },
  waived: { days: 30, rank: 8 },
};

/** Rank of a link nobody has visited yet, where `enqueue` was told nothing else. */
export const newRank = 5;
/** Visits a link is judged by when its next one is planned. */
export const mostPast = 12;

/** `link` spreads the dates of links that were seen on the same day: a tenth either way, always the same for one link. */
export function dueAfter(now: Past, history: readonly Past[], link: string): Due {
  if (now.reach === 'rate-limited') return { inMs: dayMs, rank: 4 };
  const { days, rank } = rows[persistenceOf(now, history, undefined).is];
  const share = Number.parseInt(link.slice(0, 4), 16) / 0xffff;
  // A suspect's three days are a rule and not to be fallen short of.
  const spread = days < 4 ? 1 + share / 10 : 0.9 + share / 5;
  return { inMs: Math.round(days * spread * dayMs), rank };
}

/** How long before its day a new link counts as due, so that a more urgent corpus goes before one that waits already. */
export const headStartMs = (rank: number): number => (9 - rank) * dayMs;
