import type { Finding } from '../model/finding.ts';
import type { Case } from './case.ts';
import type { Reading } from './reading.ts';

const good = new Set(['match', 'probable']);

/** A live page that is not the cited one any more, beside a snapshot of the time that was. */
export function driftOf({ snapshots = [] }: Case, { evidence, identity }: Reading): Finding[] {
  if (identity?.is !== 'mismatch') return [];
  const witness = snapshots.find(({ judged }) => judged && good.has(judged.identity));
  if (!witness) return [];
  return [
    {
      rule: 'drifted',
      severity: 'error',
      message: `On ${witness.datetime.slice(0, 10)} the cited text stood there; today another does${evidence.title ? `: “${evidence.title}”` : ''}.`,
      ...(evidence.title ? { actual: evidence.title } : {}),
      data: { url: evidence.url, snapshot: witness.memento, datetime: witness.datetime },
    },
  ];
}
