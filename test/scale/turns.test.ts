import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/gather/ports.ts';
import { dueAfter } from '../../src/scale/due.ts';
import { SharedPoliteness } from '../../src/scale/politeness.ts';
import { linkId, seal, unsealEvidence } from '../../src/scale/record.ts';
import { registrable } from '../../src/scale/registrable.ts';
import { MemoryStore } from '../../src/scale/store-memory.ts';
import { type HostState, policyOf, takeTurn } from '../../src/scale/turns.ts';
import { createWork } from '../../src/scale/work.ts';

describe('turns', () => {
  it('are never closer than pace and spare, nor more at once than said, however they are asked for', () => {
    const asks = fc.array(fc.tuple(fc.nat(400), fc.boolean()), { maxLength: 200 });
    fc.assert(
      fc.property(asks, fc.nat(300), fc.integer({ min: 1, max: 4 }), (steps, paceMs, perHost) => {
        const policy = policyOf(paceMs, perHost, 1000);
        const state: HostState = { nextAt: 0, held: new Map() };
        const open: { id: string; at: number }[] = [];
        let [now, last] = [0, Number.NEGATIVE_INFINITY];
        for (const [pause, giveBack] of steps) {
          now += pause;
          if (giveBack) state.held.delete(open.shift()?.id ?? '');
          const id = randomUUID();
          if (takeTurn(state, id, policy, now) > 0) continue;
          expect(now - last).toBeGreaterThanOrEqual(policy.paceMs + policy.spareMs);
          last = now;
          open.push({ id, at: now });
          expect(open.filter(({ at }) => now < at + policy.holdMs).length).toBeLessThanOrEqual(perHost);
        }
      }),
    );
  });

  it('a turn that came too late is given back and another one asked for', async () => {
    const times = [0, 0, 200, 200, 200, 210, 210];
    const clock = {
      now: () => 0,
      monotonic: () => times.shift() ?? 210,
      sleep: async () => undefined,
    } as Clock;
    const taken: string[] = [];
    const returned: string[] = [];
    const turns = {
      take: async (_: string, turn: string) => taken.push(turn) * 0,
      giveBack: async (_: string, turn: string) => void returned.push(turn),
      postpone: async () => undefined,
    };
    const shared = new SharedPoliteness({ turns, clock, policy: () => policyOf(1000, 1, 1000) });
    expect(await shared.run('a.example', async () => 'done')).toBe('done');
    expect(taken.length).toBe(2);
    expect(returned[0]).toBe(taken[0]);
  });

  const hosts = [
    ['www.example.co.uk:8080', 'example.co.uk'],
    ['a.example.co.uk', 'example.co.uk'],
    ['one.github.io', 'one.github.io'],
    ['127.0.0.1:80', '127.0.0.1'],
  ];
  it.each(hosts)('%s is paced as %s', (host, wanted) => expect(registrable(host as string)).toBe(wanted));
});

describe('the next visit', () => {
  const dead = (day: number) =>
    ({
      at: `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`,
      reach: 'not-found',
      status: 'gone',
    }) as const;
  const fine = { at: '2026-01-20T00:00:00Z', reach: 'live', status: 'verified' } as const;
  const dayMs = 86_400_000;

  it('a suspect comes first, and not before three days are over; the confirmed come last', () => {
    const suspect = dueAfter(dead(1), [], 'ffff');
    const confirmed = dueAfter(dead(8), [dead(1), dead(4)], 'ffff');
    const first = dueAfter(fine, [], '8000');
    expect(dueAfter(dead(1), [], '0000').inMs).toBeGreaterThan(3 * dayMs);
    expect(suspect.inMs).toBeLessThan(first.inMs);
    expect(suspect.rank).toBeLessThan(first.rank);
    expect(confirmed.inMs).toBeGreaterThan(50 * dayMs);
    expect(dueAfter(fine, [dead(10)], '8000').rank).toBeLessThan(first.rank);
  });
});

describe('what a job and a record are believed', () => {
  const url = 'http://a.example/x';
  const evidence = {
    url,
    purpose: 'cited' as const,
    at: '2026-01-01T00:00:00Z',
    from: 'live' as const,
    hops: [],
    status: 200,
    headers: {},
    titles: [],
    requests: 1,
  };

  it('evidence that was changed or moved to another link is not', () => {
    const sealed = seal('one.0', evidence);
    expect(unsealEvidence('one.0', sealed)).toMatchObject({ url });
    expect(unsealEvidence('two.0', sealed)).toBeUndefined();
    expect(unsealEvidence('one.0', { ...sealed, body: sealed.body.replace('200', '404') })).toBeUndefined();
    const forged = seal('one.0', { ...evidence, status: 'fine' });
    expect(unsealEvidence('one.0', forged)).toBeUndefined();
  });

  it('a forged job visits nothing, and one visit is written once', async () => {
    const store = new MemoryStore(() => 1_000_000);
    const id = linkId('cited', url);
    await store.addLinks([{ id, url, purpose: 'cited', host: 'a.example', rank: 5 }]);
    let visits = 0;
    const errand = createWork({
      store,
      clock: { now: () => 0, monotonic: () => 0, sleep: async () => undefined },
      signal: new AbortController().signal,
      visit: async () => {
        visits += 1;
        return evidence;
      },
    });
    const job = { v: 1 as const, id, url, purpose: 'cited' as const, turn: 0 };
    expect(await errand({ ...job, url: 'http://127.0.0.1/' })).toBe('refused');
    expect(await errand({ ...job, id: linkId('cited', 'http://b.example/'), url: 'http://b.example/' })).toBe(
      'done-before',
    );
    expect(visits).toBe(0);
    const both = await Promise.all([errand(job), errand(job)]);
    expect(both.sort()).toEqual(['done-before', 'written']);
    expect(await errand(job)).toBe('done-before');
    expect(visits).toBe(2);
  });

  it('what this machine saw while it was cut off is put back and held against no link', async () => {
    const store = new MemoryStore(() => 1_000_000);
    const urls = ['a', 'b', 'c'].map((name) => `http://${name}.example/`);
    await store.addLinks(
      urls.map((one) => ({
        id: linkId('cited', one),
        url: one,
        purpose: 'cited' as const,
        host: one,
        rank: 5,
      })),
    );
    const errand = createWork({
      store,
      clock: { now: () => 0, monotonic: () => 0, sleep: async () => undefined },
      signal: new AbortController().signal,
      visit: async (one) => {
        const { status: _, ...rest } = evidence;
        return { ...rest, url: one, failure: { kind: 'dns-temporary', message: 'no resolver' } };
      },
    });
    for (const one of urls)
      expect(await errand({ v: 1, id: linkId('cited', one), url: one, purpose: 'cited', turn: 0 })).toBe(
        'put-back',
      );
    expect(store.visits).toBe(0);
  });
});
