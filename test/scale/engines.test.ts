import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Report as shape } from '../../src/model/report.ts';
import { call } from './command.ts';
import { hasRedis, postgresFolder, startPostgres, startRedis, type TestServer } from './servers.ts';
import { startWeb } from './web.ts';

const noPostgres = postgresFolder === undefined;
const engines = [
  { name: 'PostgreSQL', missing: noPostgres },
  { name: 'Redis with a PostgreSQL ledger', missing: noPostgres || !hasRedis },
];

for (const { name, missing } of engines) {
  const title = `${name} as the engine${missing ? ' (skipped: its server is not installed)' : ''}`;
  describe.skipIf(missing)(title, () => {
    let postgres: TestServer;
    let redis: TestServer | undefined;
    let web: Awaited<ReturnType<typeof startWeb>>;
    let flags: string[];
    const folder = mkdtempSync(join(tmpdir(), 'refvouch-scale-'));

    beforeAll(async () => {
      postgres = await startPostgres();
      redis = name.startsWith('Redis') ? await startRedis() : undefined;
      web = await startWeb();
      flags = redis ? ['--engine', redis.url, '--store', postgres.url] : ['--engine', postgres.url];
    }, 40_000);
    afterAll(async () => {
      await web?.close();
      await redis?.stop();
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const at = (id: number, kind = 'p') => `http://127.2.0.${id}:${web.port}/${kind}/${id}`;
    const article = (ids: number[], kind = 'p') =>
      [
        ids.map((_, index) => `Word.[^${index + 1}]`).join(' '),
        '',
        ...ids.map(
          (id, index) => `[^${index + 1}]: A. Writer, “Page ${id} of the loopback,” ${at(id, kind)}.`,
        ),
      ].join('\n');

    it('enqueue, worker, collect and queue: each URL once, and a report as check makes it', async () => {
      writeFileSync(join(folder, 'one.md'), article([1, 2, 3, 4, 1]));
      writeFileSync(join(folder, 'two.md'), article([1, 6]));
      writeFileSync(join(folder, 'zzz.md'), article([9], 'gone'));
      expect(await call(folder, 'enqueue', '*.md', ...flags)).toMatchObject({ code: 0 });
      expect((await call(folder, 'enqueue', '*.md', ...flags)).stderr).toContain('0 of them new');
      expect(await call(folder, 'collect', '--format', 'json', ...flags)).toMatchObject({ code: 3 });
      const open = ['--allow-net', '127.0.0.0/8', '--pace-ms', '100', '--retries', '0'];
      const worked = await call(folder, 'worker', '--until-done', ...open, ...flags);
      expect(worked.stderr).toContain('6 visits written, 0 put back, 0 done by others, 0 refused');
      const paths = web.log.filter(({ path }) => path.startsWith('/p/')).map(({ path }) => path);
      expect(paths.sort()).toEqual(['/p/1', '/p/2', '/p/3', '/p/4', '/p/6']);
      const collected = await call(folder, 'collect', '--format', 'json', ...flags);
      const report = shape.parse(JSON.parse(collected.stdout));
      expect(report.documents.map(({ path }) => path)).toEqual(['one.md', 'two.md', 'zzz.md']);
      const citations = report.documents.flatMap(({ notes }) => notes.flatMap((note) => note.citations));
      const verified = Array.from({ length: 7 }, () => 'verified');
      expect(citations.map(({ verdict }) => verdict.status)).toEqual([...verified, 'gone']);
      expect(report.run).toMatchObject({ complete: true, offline: false });
      const state = await call(folder, 'queue', '--format', 'json', ...flags);
      expect(JSON.parse(state.stdout)).toMatchObject({
        engine: { waiting: 0, running: 0, failed: 0 },
        ledger: { visits: 6, underWay: 0 },
      });
    }, 60_000);
  });
}
