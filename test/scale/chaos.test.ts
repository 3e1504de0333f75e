import { describe, expect, it } from 'vitest';
import { chaos } from './chaos.ts';
import { hasRedis, postgresFolder } from './servers.ts';

const missing = postgresFolder === undefined || !hasRedis;
const title = `workers in trouble${missing ? ' (skipped: redis-server or PostgreSQL is not installed)' : ''}`;

describe.skipIf(missing)(title, () => {
  it('killed, frozen, clocks apart, engine and ledger restarted: no visit lost, none twice, no host too fast', async () => {
    const paceMs = 400;
    const seen = await chaos({ engine: 'redis', urls: 100, hosts: 10, paceMs, workers: 2, rounds: 1 });
    expect(seen).toMatchObject({ links: 100, visits: 100, byVisits: { 1: 100 }, mostAtOnce: 1 });
    // Starts are never closer than the pace; the gap is seen by the server, which may hear of the first one late.
    expect(seen.leastGapMs).toBeGreaterThanOrEqual(paceMs / 4);
  }, 60_000);
});
