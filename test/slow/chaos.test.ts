import { describe, expect, it } from 'vitest';
import { chaos } from '../scale/chaos.ts';
import { hasRedis, postgresFolder } from '../scale/servers.ts';

const rows = [
  { engine: 'redis', missing: !hasRedis || postgresFolder === undefined },
  { engine: 'postgres', missing: postgresFolder === undefined },
] as const;

for (const { engine, missing } of rows)
  describe.skipIf(missing)(`${engine}${missing ? ' (skipped: its server is not installed)' : ''}`, () => {
    it('four workers, five rounds of kills, freezes and restarts: none lost, none twice, none too fast', async () => {
      const seen = await chaos({ engine, urls: 600, hosts: 30, paceMs: 400, workers: 4, rounds: 5 });
      expect(seen).toMatchObject({ links: 600, visits: 600, byVisits: { 1: 600 }, mostAtOnce: 1 });
      // Seen by the server on a machine busy with kills and restarts: a start may come in late, never beside the next.
      expect(seen.leastGapMs).toBeGreaterThanOrEqual(100);
    });
  });
