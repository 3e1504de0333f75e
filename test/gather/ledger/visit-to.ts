import type { Evidence } from '../../../src/model/evidence.ts';

/** A visit of some size, as a ledger keeps them. */
export const visitTo = (url: string): Evidence => ({
  url,
  purpose: 'cited',
  at: '2026-01-02T03:04:05.000Z',
  from: 'live',
  hops: [],
  status: 200,
  headers: {},
  title: '題'.repeat(500),
  titles: [],
  requests: 1,
});
