import type { Persistence, Reach, Status } from '../model/verdict.ts';
import type { Past, Waiver } from './case.ts';

const dayMs = 86_400_000;
/** Failures this far apart count towards confirmation. */
const apartMs = 3 * dayMs;
const enough = 3;

const atOnce = new Set<Reach>(['gone', 'dns-missing']);
/** Says nothing of the link, so it is no strike and no recovery. */
const silent = new Set<Status>(['unchecked', 'blocked']);

export const fails = ({ reach, status }: Pick<Past, 'reach' | 'status'>): boolean =>
  status === 'gone' || status === 'unreachable' || atOnce.has(reach);

/**
 * What the visits so far say together. A strike is a day on which the link failed, counted back to the last day it did
 * not; three failures, each at least three days after the one before, confirm; 410 and a domain that is no more do at once.
 */
export function persistenceOf(now: Past, history: readonly Past[], waiver: Waiver | undefined): Persistence {
  const before = history.filter(({ at }) => at < now.at);
  const judged = before.filter((past) => !silent.has(past.status));
  const strikes = strikesUpTo([...judged, ...(silent.has(now.status) ? [] : [now])]);
  const since = strikes[0]?.at;
  const shared = {
    strikes: new Set(strikes.map(({ at }) => at.slice(0, 10))).size,
    ...(since ? { since } : {}),
  };
  if (fails(now)) {
    if (waiver) {
      const { reason, owner, until } = waiver;
      return { is: 'waived', ...shared, waiver: { reason, owner, until } };
    }
    const confirmed = atOnce.has(now.reach) || spaced(strikes) >= enough;
    return { is: confirmed ? 'confirmed' : 'suspect', ...shared };
  }
  if (silent.has(now.status) && strikes.length > 0) return { is: 'suspect', ...shared };
  const last = judged.at(-1);
  if (last && fails(last) && !silent.has(now.status)) return { is: 'recovered', strikes: 0, since: now.at };
  return before.length === 0 ? { is: 'first-seen', strikes: 0 } : { is: 'healthy', strikes: 0 };
}

/** The failures in a row at the end, oldest first. */
function strikesUpTo(visits: readonly Past[]): Past[] {
  const strikes: Past[] = [];
  for (const visit of visits.toReversed()) {
    if (!fails(visit)) break;
    strikes.unshift(visit);
  }
  return strikes;
}

/** How many of them can be picked, each at least three days after the one before. */
function spaced(strikes: readonly Past[]): number {
  let [picked, last] = [0, Number.NEGATIVE_INFINITY];
  for (const { at } of strikes) {
    const time = Date.parse(at);
    if (time - last < apartMs) continue;
    picked += 1;
    last = time;
  }
  return picked;
}
