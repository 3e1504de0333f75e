import { describe, expect, it } from 'vitest';
import { reachOf } from '../../src/judge/reach.ts';
import { evidence } from './evidence.ts';

describe('walls', () => {
  it.each([
    ['an ordinary page', {}, 'live'],
    ['a challenge header', { status: 403, headers: { 'cf-mitigated': 'challenge' } }, 'blocked'],
    ['status 999', { status: 999 }, 'blocked'],
    ['a plain 403', { status: 403 }, 'forbidden'],
    ['a 404', { status: 404 }, 'not-found'],
    ['a 410', { status: 410 }, 'gone'],
    ['a 451', { status: 451 }, 'legal'],
  ] as const)('%s', (_, given, reach) => {
    expect(reachOf(evidence(given)).reach).toBe(reach);
  });
});
