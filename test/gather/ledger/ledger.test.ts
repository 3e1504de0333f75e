import { execFileSync, spawn } from 'node:child_process';
import {
  appendFile,
  mkdir,
  mkdtemp,
  open as openFile,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../../src/gather/ledger.ts';
import { openAnswers } from '../../../src/gather/ledger-answers.ts';
import { openLines, sealed } from '../../../src/gather/ledger-lines.ts';
import type { RegistryAnswer } from '../../../src/model/evidence.ts';
import { visitTo } from './visit-to.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
});
afterAll(() => rm(folder, { recursive: true }));

let names = 0;
const fresh = () => join(folder, `${names++}`, 'ledger.ndjson');
const now = Date.UTC(2026, 0, 2);
const writer = fileURLToPath(new URL('writer.ts', import.meta.url));

/** Writes visits in a process of its own; kills it after `killAfter` of them. Answers how many it said it had kept. */
const writing = (path: string, run: string, count: number, killAfter = Number.POSITIVE_INFINITY) =>
  new Promise<number>((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, path, run, String(count)]);
    let kept = 0;
    child.stdout.on('data', (bytes: Buffer) => {
      kept += bytes.toString().split('\n').length - 1;
      if (kept >= killAfter) child.kill('SIGKILL');
    });
    child.on('close', () => resolve(kept));
  });

describe('a ledger', () => {
  it('takes up what a run that was cut off had finished, once', async () => {
    const path = fresh();
    const first = await openLedger(path, 'one', now);
    await first.record(visitTo('https://a.example/'));
    await first.close();
    const second = await openLedger(path, 'two', now + 1000);
    expect(second.reusable('https://a.example/')).toMatchObject({ from: 'ledger', status: 200 });
    expect(second.history('https://a.example/')).toEqual([]);
    await second.end();
    await second.close();
    const third = await openLedger(path, 'three', now + 2000);
    expect(third.reusable('https://a.example/')).toBeUndefined();
    expect(third.history('https://a.example/')).toHaveLength(1);
    await third.close();
  });

  it('that is a day old, or from a clock that was far ahead, is history only', async () => {
    for (const later of [25, -25]) {
      const path = fresh();
      const first = await openLedger(path, 'one', now);
      await first.record(visitTo('https://a.example/'));
      await first.close();
      const second = await openLedger(path, 'two', now + later * 3_600_000);
      expect(second.reusable('https://a.example/')).toBeUndefined();
      expect(second.history('https://a.example/')).toHaveLength(1);
      await second.close();
    }
  });

  it('finds a URL again whose secrets were taken out', async () => {
    const path = fresh();
    const first = await openLedger(path, 'one', now);
    await first.record(visitTo('https://a.example/?access_token=***'));
    await first.close();
    const second = await openLedger(path, 'two', now);
    expect(second.reusable('https://me:pw@a.example/?access_token=abcdef')).toBeDefined();
    await second.close();
  });

  it('killed with -9 loses no visit it said it had kept, and the next run goes on', async () => {
    await Promise.all(
      [3, 41, 117].map(async (killAfter) => {
        const path = fresh();
        const kept = await writing(path, 'killed', 100_000, killAfter);
        expect(kept).toBeGreaterThanOrEqual(killAfter);
        const ledger = await openLedger(path, 'after', Date.now());
        for (let at = 0; at < kept; at += 1)
          expect(ledger.reusable(`https://killed.example/${at}`)).toBeDefined();
        await ledger.close();
      }),
    );
  });

  it('of two runs at once keeps every line of both whole', async () => {
    const path = fresh();
    await Promise.all([writing(path, 'left', 300), writing(path, 'right', 300)]);
    const { read, troubles } = await openLines(path, { kinds: ['begin', 'visit', 'end'] });
    expect(troubles).toEqual([]);
    expect(read.filter(({ kind }) => kind === 'visit')).toHaveLength(600);
  });

  it.each([
    ['half a line', sealed({ v: 1, kind: 'visit', run: 'x', at: 'x' }).slice(0, 30), 'cut off'],
    ['a foreign line', 'hello\n', 'not refvouch’s'],
    ['another version', `${sealed({ v: 9, kind: 'visit', run: 'x', at: 'x' })}\n`, 'not refvouch’s'],
    [
      'a line without its checksum',
      '{"v":1,"kind":"begin","run":"x","at":"2026-01-02T00:00:00.000Z"}\n',
      'not refvouch’s',
    ],
    [
      'a changed line',
      `${sealed({ v: 1, kind: 'begin', run: 'x', at: 'y' }).replace('"x"', '"z"')}\n`,
      'not refvouch’s',
    ],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x0a]), 'not refvouch’s'],
  ])('with %s goes on, and says so', async (_, added, trouble) => {
    const path = fresh();
    const first = await openLedger(path, 'one', now);
    await first.record(visitTo('https://a.example/'));
    await first.close();
    await appendFile(path, added);
    const second = await openLedger(path, 'two', now);
    expect(second.troubles).toEqual([expect.stringContaining(trouble)]);
    expect(second.reusable('https://a.example/')).toBeDefined();
    await second.record(visitTo('https://b.example/'));
    await second.close();
    const third = await openLedger(path, 'three', now);
    expect(third.reusable('https://b.example/')).toBeDefined();
    await third.close();
  });

  it('forged evidence of a wrong shape is no evidence', async () => {
    const path = fresh();
    await mkdir(join(path, '..'), { recursive: true });
    const at = new Date(now).toISOString();
    const visit = { ...visitTo('https://a.example/'), status: 'fine' };
    await writeFile(
      path,
      [{ kind: 'begin' }, { kind: 'visit', evidence: visit }]
        .map((line) => `${sealed({ v: 1, run: 'x', at, ...line })}\n`)
        .join(''),
    );
    const ledger = await openLedger(path, 'two', now);
    expect(ledger.reusable('https://a.example/')).toBeUndefined();
    await ledger.close();
  });

  it('on a full disk says so and spoils no line', async () => {
    const path = fresh();
    let room = 6000;
    const full: typeof openFile = async (...how) => {
      const handle = await openFile(...how);
      const write = handle.write.bind(handle) as (bytes: Buffer) => Promise<{ bytesWritten: number }>;
      return Object.assign(handle, {
        write: (bytes: Buffer) => {
          const part = bytes.subarray(0, Math.max(0, room));
          room -= bytes.length;
          return write(part);
        },
      }) as never;
    };
    const ledger = await openLedger(path, 'one', now, { open: full });
    const outcomes = [];
    for (let at = 0; at < 5; at += 1)
      outcomes.push(
        await ledger.record(visitTo(`https://a.example/${at}`)).then(
          () => 'kept',
          (error) => error.code,
        ),
      );
    room = 1e9;
    await ledger.record(visitTo('https://a.example/room-again'));
    await ledger.close();
    expect(outcomes).toContain('kept');
    expect(outcomes.at(-1)).toBe('ENOSPC');
    const next = await openLedger(path, 'two', now);
    for (const [at, outcome] of outcomes.entries())
      expect(next.reusable(`https://a.example/${at}`) !== undefined).toBe(outcome === 'kept');
    expect(next.reusable('https://a.example/room-again')).toBeDefined();
    await next.close();
  });

  it('is never a pipe, a folder or a link', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await expect(openLedger(pipe, 'one', now)).rejects.toThrow(/not a regular file/);
    await expect(openLedger(folder, 'one', now)).rejects.toThrow();
    const link = join(folder, 'link');
    await symlink(join(folder, 'elsewhere'), link);
    await expect(openLedger(link, 'one', now)).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(readFile(join(folder, 'elsewhere'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('reads any bytes without throwing', async () => {
    const path = fresh();
    await mkdir(join(path, '..'), { recursive: true });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await writeFile(path, bytes);
        await (await openLedger(path, 'one', now)).close();
      }),
      { numRuns: 30 },
    );
  });
});

describe('answers of services', () => {
  const answer = (outcome: RegistryAnswer['outcome']): RegistryAnswer => ({
    service: 'crossref',
    query: 'DOI 10.1/a',
    outcome,
    items: [],
    updates: [],
    at: new Date(now).toISOString(),
  });
  it('are kept until they are due', async () => {
    const path = fresh();
    const first = await openAnswers(path, 'one', () => now);
    await first.keep('DOI 10.1/a', [answer('found')]);
    await first.keep('DOI 10.1/b', [answer('not-found'), answer('found')]);
    await first.close();
    const second = await openAnswers(path, 'two', () => now);
    const day = 24 * 3_600_000;
    expect(second.recall('DOI 10.1/a', now + 13 * day)).toEqual([answer('found')]);
    expect(second.recall('DOI 10.1/a', now + 15 * day)).toBeUndefined();
    expect(second.recall('DOI 10.1/b', now + 2 * day)).toHaveLength(2);
    expect(second.recall('DOI 10.1/b', now + 4 * day)).toBeUndefined();
    expect(second.recall('DOI 10.1/c', now)).toBeUndefined();
    await second.close();
  });
});
