import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifeOf } from '../../../src/report/history/life.ts';
import { historyOf, type Sighting } from '../../../src/report/history/survival.ts';
import { nothing, sample, sightings } from './sightings.ts';

describe('the history of five links', () => {
  const { history } = sample;
  it('counts links, visits and what they are now', () => {
    expect(history).toMatchObject({
      urls: 5,
      visits: 13,
      from: '2024-01-01T12:00:00.000Z',
      to: '2024-04-10T12:00:00.000Z',
      now: { alive: 2, dead: 2, unknown: 1 },
    });
  });
  it('estimates survival as worked out by hand', () => {
    expect(history.survival).toEqual([
      { days: 10, share: 0.75, atRisk: 4 },
      { days: 60, share: 0.5, atRisk: 3 },
    ]);
  });
  it('takes the time from the first failure to the next success as the time to repair', () => {
    expect(history.repairs).toEqual({ count: 1, meanDays: 30 });
  });
  it('puts the hosts that lost most first, and leaves out those that lost nothing', () => {
    expect(history.hosts).toEqual([
      { host: 'a.example', urls: 2, dead: 1, repairs: 0 },
      { host: 'b.example', urls: 2, dead: 1, repairs: 1 },
    ]);
  });
  it('keeps the last word on each link at the end of each month', () => {
    expect(history.months).toEqual([
      { month: '2024-01', alive: 2, dead: 2, unknown: 1 },
      { month: '2024-02', alive: 3, dead: 1, unknown: 1 },
      { month: '2024-03', alive: 2, dead: 2, unknown: 1 },
      { month: '2024-04', alive: 2, dead: 2, unknown: 1 },
    ]);
  });
});

describe('the history', () => {
  it('of nothing is empty', () => {
    expect(nothing.history).toEqual({
      urls: 0,
      visits: 0,
      now: { alive: 0, dead: 0, unknown: 0 },
      survival: [],
      repairs: { count: 0, meanDays: null },
      hosts: [],
      months: [],
    });
  });
  it('of a link that was dead when first seen has it dead at day 0', () => {
    const at = '2024-01-01T00:00:00.000Z';
    const { survival } = historyOf([
      { url: 'https://a.example/', host: 'a.example', at, life: 'dead' },
      { url: 'https://b.example/', host: 'b.example', at, life: 'alive' },
    ]);
    expect(survival).toEqual([{ days: 0, share: 0.5, atRisk: 2 }]);
  });
  it('does not follow a link longer than it was seen alive', () => {
    const of = (url: string, at: string, life: Sighting['life']) => ({ url, host: url, at, life });
    const { survival } = historyOf([
      of('a', '2024-01-01', 'alive'),
      of('a', '2024-12-31', 'unknown'),
      of('b', '2024-01-01', 'alive'),
      of('b', '2024-01-11', 'dead'),
    ]);
    expect(survival).toEqual([{ days: 10, share: 0, atRisk: 1 }]);
  });
  it('does not hang on the order of the visits, and its survival never rises', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sightings], { minLength: sightings.length }), (shuffled) => {
        expect(historyOf(shuffled)).toEqual(sample.history);
      }),
    );
    const visit = fc.record({
      url: fc.constantFrom('a', 'b', 'c', 'd'),
      host: fc.constantFrom('x', 'y'),
      at: fc.date({ min: new Date('2020-01-01'), max: new Date('2025-01-01'), noInvalidDate: true }),
      life: fc.constantFrom('alive' as const, 'dead' as const, 'unknown' as const),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 60 }), (visits) => {
        const { survival, now, urls } = historyOf(
          visits.map((one) => ({ ...one, at: one.at.toISOString() })),
        );
        const shares = [1, ...survival.map(({ share }) => share)];
        expect(shares.every((share, index) => index === 0 || share < (shares[index - 1] as number))).toBe(
          true,
        );
        expect(now.alive + now.dead + now.unknown).toBe(urls);
      }),
    );
  });
});

it.each([
  ['live', 'alive'],
  ['moved', 'alive'],
  ['redirected', 'alive'],
  ['paywalled', 'alive'],
  ['not-found', 'dead'],
  ['gone', 'dead'],
  ['dns-missing', 'dead'],
  ['blocked', 'unknown'],
  ['timeout', 'unknown'],
  ['server-error', 'unknown'],
] as const)('%s is %s', (reach, life) => {
  expect(lifeOf(reach)).toBe(life);
});
