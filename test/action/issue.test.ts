import { describe, expect, it } from 'vitest';
import { mark, planIssue } from '../../.github/actions/refvouch/issue.mjs';

type Is = 'first-seen' | 'suspect' | 'confirmed';
const report = (rows: [status: string, persistence: Is][], run = { complete: true, offline: false }) => ({
  run,
  documents: [
    {
      path: 'a.md',
      notes: rows.map(([status, is], index) => ({
        label: String(index + 1),
        citations: [{ verdict: { status, persistence: { is } } }],
      })),
    },
  ],
});
const open = (body: string) => ({ number: 7, state: 'open', title: '1 cited source needs a hand', body });
const closed = { ...open(`${mark}\nold`), state: 'closed' };

describe('planIssue', () => {
  it.each([
    ['a runner offline', report([['gone', 'confirmed']], { complete: true, offline: true }), undefined],
    ['a run cut short', report([['gone', 'confirmed']], { complete: false, offline: false }), undefined],
    [
      'a runner offline, with an open issue',
      report([], { complete: true, offline: true }),
      open(`${mark}\nx`),
    ],
    ['everything fine', report([['verified', 'first-seen']]), undefined],
    ['a site that turned the runner away', report([['blocked', 'suspect']]), undefined],
    ['a failure seen once', report([['gone', 'suspect']]), undefined],
    ['the same said already', report([['gone', 'confirmed']]), open(`${mark}\nreport`)],
  ])('does nothing on %s', (_, said, existing) => {
    expect(planIssue(said, 'report', existing).do).toBe('nothing');
  });

  it.each([
    ['open', report([['gone', 'confirmed']]), undefined],
    ['open', report([['mismatched', 'first-seen']]), undefined],
    ['renew', report([['gone', 'suspect']]), open(`${mark}\nolder`)],
    ['reopen', report([['gone', 'confirmed']]), closed],
    ['close', report([['verified', 'first-seen']]), open(`${mark}\nx`)],
    ['nothing', report([['verified', 'first-seen']]), closed],
  ] as const)('%s', (wanted, said, existing) => {
    expect(planIssue(said, 'report', existing).do).toBe(wanted);
  });

  it('keeps a body below what GitHub takes', () => {
    const plan = planIssue(report([['gone', 'confirmed']]), '漢'.repeat(100_000), undefined);
    expect(plan.body?.length).toBeLessThan(65_536);
  });
});
