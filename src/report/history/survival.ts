import type { Life } from './life.ts';

/** One visit as the history counts it. `host` is the registrable domain. */
export interface Sighting {
  url: string;
  host: string;
  /** ISO 8601 UTC. */
  at: string;
  life: Life;
}

export interface HostHistory {
  host: string;
  urls: number;
  /** Links of the host that are dead now. */
  dead: number;
  /** Times a dead link of the host came back. */
  repairs: number;
}

export interface History {
  urls: number;
  visits: number;
  /** First and last visit, ISO; absent where there is none. */
  from?: string;
  to?: string;
  now: { alive: number; dead: number; unknown: number };
  /**
   * Kaplan–Meier estimate (Kaplan & Meier 1958) of the share still standing `days` after it was first seen. A link that
   * was dead at its first visit died at day 0; one that stands is followed up to the last day it was seen alive; one of
   * which nothing was ever learnt is in no count.
   */
  survival: { days: number; share: number; atRisk: number }[];
  repairs: { count: number; meanDays: number | null };
  /** Hosts with dead or repaired links, the worst first. */
  hosts: HostHistory[];
  /** The last word on each link at the end of each month (UTC). */
  months: { month: string; alive: number; dead: number; unknown: number }[];
}

interface Course {
  url: string;
  host: string;
  first: number;
  /** When it was last seen alive; undefined where it never was. */
  lastAlive: number | undefined;
  /** Since when it has been dead without coming back, ms. */
  diedAt: number | undefined;
  repairs: number[];
  now: Life;
}

const dayMs = 86_400_000;

/** A ledger's visits as a history. Pure; the order of the visits does not matter. */
export function historyOf(sightings: readonly Sighting[]): History {
  const sorted = sightings.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const courses = [...grouped(sorted, ({ url }) => url).values()].map(courseOf);
  const now = { alive: 0, dead: 0, unknown: 0 };
  for (const course of courses) now[course.now] += 1;
  const repairs = courses.flatMap((course) => course.repairs);
  const [from, to] = [sorted[0]?.at, sorted.at(-1)?.at];
  return {
    urls: courses.length,
    visits: sorted.length,
    ...(from && to ? { from, to } : {}),
    now,
    survival: survivalOf(courses),
    repairs: {
      count: repairs.length,
      meanDays:
        repairs.length === 0
          ? null
          : Math.round((repairs.reduce((sum, ms) => sum + ms, 0) / repairs.length / dayMs) * 10) / 10,
    },
    hosts: hostsOf(courses),
    months: monthsOf(sorted),
  };
}

/** `Map.groupBy`, which Node 20 does not have. */
function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function courseOf(visits: readonly Sighting[]): Course {
  const first = visits[0] as Sighting;
  const course: Course = {
    url: first.url,
    host: first.host,
    first: Date.parse(first.at),
    lastAlive: undefined,
    diedAt: undefined,
    repairs: [],
    now: 'unknown',
  };
  for (const { at, life } of visits) {
    if (life === 'unknown') continue;
    const time = Date.parse(at);
    if (life === 'dead') course.diedAt ??= time;
    else {
      course.lastAlive = time;
      if (course.diedAt !== undefined) course.repairs.push(time - course.diedAt);
      course.diedAt = undefined;
    }
    course.now = life;
  }
  return course;
}

function survivalOf(courses: readonly Course[]): History['survival'] {
  const spans = courses.flatMap(({ first, lastAlive, diedAt }) => {
    const end = diedAt ?? lastAlive;
    return end === undefined ? [] : [{ days: Math.floor((end - first) / dayMs), died: diedAt !== undefined }];
  });
  spans.sort((a, b) => a.days - b.days);
  let share = 1;
  const steps: History['survival'] = [];
  for (let index = 0; index < spans.length; ) {
    const { days } = spans[index] as (typeof spans)[number];
    const atRisk = spans.length - index;
    let died = 0;
    for (; spans[index]?.days === days; index += 1) if (spans[index]?.died) died += 1;
    if (died === 0) continue;
    share *= 1 - died / atRisk;
    steps.push({ days, share: Math.round(share * 10_000) / 10_000, atRisk });
  }
  return steps;
}

function hostsOf(courses: readonly Course[]): HostHistory[] {
  return [...grouped(courses, ({ host }) => host)]
    .map(([host, of]) => ({
      host,
      urls: of.length,
      dead: of.filter(({ now }) => now === 'dead').length,
      repairs: of.reduce((sum, course) => sum + course.repairs.length, 0),
    }))
    .filter(({ dead, repairs }) => dead + repairs > 0)
    .sort((a, b) => b.dead / b.urls - a.dead / a.urls || b.dead - a.dead || (a.host < b.host ? -1 : 1));
}

function monthsOf(sorted: readonly Sighting[]): History['months'] {
  const months = new Map(
    sorted.map(({ at }) => [at.slice(0, 7), { month: at.slice(0, 7), alive: 0, dead: 0, unknown: 0 }]),
  );
  const standing = new Map<string, Life>();
  let index = 0;
  for (const [month, counted] of months) {
    for (; index < sorted.length && (sorted[index] as Sighting).at.slice(0, 7) <= month; index += 1) {
      const { url, life } = sorted[index] as Sighting;
      if (life !== 'unknown' || !standing.has(url)) standing.set(url, life);
    }
    for (const life of standing.values()) counted[life] += 1;
  }
  return [...months.values()];
}
