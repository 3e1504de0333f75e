import type { Reach } from '../../model/verdict.ts';

/** What one visit said of a link's life: a refusal or an outage says nothing. */
export type Life = 'alive' | 'dead' | 'unknown';

const known: Partial<Record<Reach, Life>> = {
  live: 'alive',
  moved: 'alive',
  redirected: 'alive',
  paywalled: 'alive',
  'not-found': 'dead',
  gone: 'dead',
  'dns-missing': 'dead',
};

export const lifeOf = (reach: Reach): Life => known[reach] ?? 'unknown';
