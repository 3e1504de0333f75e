import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Politeness } from '../../src/gather/politeness.ts';
import { backoffMs, retryAfterMs, waitBeforeRetry } from '../../src/gather/retry.ts';
import { Stop } from '../../src/gather/stop.ts';

/** Time that moves only when told, and wakes who sleeps. */
function steppedClock() {
  let time = 0;
  let asleep: { at: number; wake(): void }[] = [];
  const settle = async () => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  };
  return {
    now: () => time,
    monotonic: () => time,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        asleep.push({ at: time + ms, wake: resolve });
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      }),
    async pass(ms: number) {
      await settle();
      for (const end = time + ms; time < end; ) {
        const next = Math.min(end, ...asleep.map(({ at }) => at).filter((at) => at > time));
        time = next;
        const awake = asleep.filter(({ at }) => at <= time);
        asleep = asleep.filter(({ at }) => at > time);
        for (const { wake } of awake) wake();
        await settle();
      }
    },
  };
}

type Options = Omit<ConstructorParameters<typeof Politeness>[0], 'perHost' | 'clock'> & { perHost: number };

const open = ({ perHost = 2, ...more }: Partial<Options> = {}) => {
  const clock = steppedClock();
  const politeness = new Politeness({
    concurrency: 100,
    perHost: () => perHost,
    paceMs: 1000,
    clock,
    ...more,
  });
  const starts: [string, number][] = [];
  let [active, most] = [0, 0];
  const ask = (name: string, host = 'a', takesMs = 0, urgent = false, stop?: Stop) =>
    politeness.run(
      host,
      async () => {
        starts.push([name, clock.now()]);
        active += 1;
        most = Math.max(most, active);
        if (takesMs) await clock.sleep(takesMs);
        active -= 1;
      },
      stop,
      urgent,
    );
  return { clock, politeness, ask, starts, most: () => most };
};

describe('politeness', () => {
  it('keeps the pace between starts at one host, and holds up no other', async () => {
    const { ask, clock, starts } = open();
    for (const name of ['1', '2', '3']) void ask(name);
    void ask('other', 'b');
    await clock.pass(5000);
    expect(starts).toEqual([
      ['1', 0],
      ['other', 0],
      ['2', 1000],
      ['3', 2000],
    ]);
  });
  it('keeps to so many at once, at a host and in all', async () => {
    const host = open({ paceMs: 0, perHost: 3 });
    for (let at = 0; at < 10; at += 1) void host.ask(String(at), 'a', 100);
    await host.clock.pass(5000);
    expect([host.starts.length, host.most()]).toEqual([10, 3]);
    const all = open({ paceMs: 0, concurrency: 4 });
    for (let at = 0; at < 20; at += 1) void all.ask(String(at), `host${at}`, 100);
    await all.clock.pass(5000);
    expect([all.starts.length, all.most()]).toEqual([20, 4]);
  });
  it('keeps the pace by real starts where all places are taken', async () => {
    const { ask, clock, starts } = open({ concurrency: 1, perHost: 2 });
    void ask('long', 'b', 3500);
    void ask('1');
    void ask('2');
    await clock.pass(10_000);
    expect(starts).toEqual([
      ['long', 0],
      ['1', 3500],
      ['2', 4500],
    ]);
  });
  it('lets a link that is under way go before those that have not begun', async () => {
    const { ask, clock, starts } = open();
    for (const name of ['1', '2', '3']) void ask(name);
    void ask('hop', 'a', 0, true);
    await clock.pass(5000);
    expect(starts.map(([name]) => name)).toEqual(['1', 'hop', '2', '3']);
  });
  it('waits as long as a host asks, and keeps the pace a host publishes', async () => {
    const { ask, clock, politeness, starts } = open({ paces: new Map([['slow', 3000]]) });
    politeness.postpone('a', 7000);
    void ask('1');
    void ask('s1', 'slow');
    void ask('s2', 'slow');
    await clock.pass(10_000);
    expect(starts).toEqual([
      ['s1', 0],
      ['s2', 3000],
      ['1', 7000],
    ]);
  });
  it('lets go of who is stopped while waiting, and of everybody at the end', async () => {
    const { ask, clock, politeness, starts } = open();
    const stop = new Stop();
    void ask('1');
    const waiting = ask('2', 'a', 0, false, stop);
    await clock.pass(10);
    stop.stop(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    void ask('3');
    await clock.pass(5000);
    expect(starts.map(([name]) => name)).toEqual(['1', '3']);
    politeness.close();
  });
  it('gives a host ten retries', () => {
    const { politeness } = open();
    expect(Array.from({ length: 12 }, () => politeness.mayRetry('a')).filter(Boolean)).toHaveLength(10);
    expect(politeness.mayRetry('b')).toBe(true);
  });
  it('forgets hosts that have nothing to remember', async () => {
    const { ask, clock } = open({ paceMs: 0 });
    for (let at = 0; at < 5000; at += 1) void ask('x', `host${at}`);
    await clock.pass(1);
    const began = performance.now();
    await ask('last', 'host-last');
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('waiting before a retry', () => {
  const now = Date.UTC(2026, 0, 1);
  it.each([
    ['5', 5000],
    [' 0 ', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['', undefined],
    ['99999999999', undefined],
  ])('Retry-After: %s', (value, ms) => expect(retryAfterMs(value, now)).toBe(ms));

  it.each([
    [{ status: 429, retryAfter: '3' }, 3000],
    [{ status: 429, retryAfter: '3600' }, undefined],
    [{ status: 429, retryAfter: undefined }, 250],
    [{ status: 503, retryAfter: 'Thu, 01 Jan 2026 00:00:10 GMT' }, 10_000],
    [{ status: 403, retryAfter: '2' }, 2000],
    [{ status: 403, retryAfter: undefined }, undefined],
    [{ status: 500, retryAfter: undefined }, 250],
    [{ status: 501, retryAfter: undefined }, undefined],
    [{ status: 404, retryAfter: '1' }, undefined],
    [{ status: 200, retryAfter: '1' }, undefined],
  ])('%j', (outcome, ms) =>
    expect(waitBeforeRetry({ passing: false, ...outcome }, 0, now, () => 0.5)).toBe(ms),
  );

  it('is anywhere from nothing to the doubled wait, and never above the cap', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(40), chance, (attempt, random) => {
        const ms = backoffMs(attempt, () => random);
        return ms >= 0 && ms <= Math.min(10_000, 500 * 2 ** attempt);
      }),
    );
    expect([backoffMs(3, () => 0), backoffMs(3, () => 0.999)]).toEqual([0, 3996]);
  });
});
