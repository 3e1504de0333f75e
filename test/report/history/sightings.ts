import { historyOf, type Sighting } from '../../../src/report/history/survival.ts';

const sighting = (url: string, at: string, life: Sighting['life']): Sighting => ({
  url: `https://${url}`,
  host: url.split('/')[0] as string,
  at: `${at}T12:00:00.000Z`,
  life,
});

/**
 * Five links, worked out by hand:
 *
 *   a.example/1  alive day 0, alive day 100                      followed 100 days, stands
 *   a.example/2  alive day 0, dead day 10                        died at 10
 *   b.example/1  alive day 0, dead day 20, alive day 50 and 60   followed 60 days, stands; mended after 30 days
 *   b.example/2  alive day 0, dead day 60, blocked day 100       died at 60
 *   c.example/1  blocked day 0 and day 100                       nothing known: in no count of survival
 *
 * Survival: at 10 days one of 4 dies (3/4); at 60 days one of the 3 left (100, 60, 60) dies: 3/4 · 2/3 = 1/2.
 */
export const sightings: readonly Sighting[] = [
  sighting('b.example/1', '2024-02-20', 'alive'),
  sighting('a.example/1', '2024-01-01', 'alive'),
  sighting('a.example/1', '2024-04-10', 'alive'),
  sighting('a.example/2', '2024-01-01', 'alive'),
  sighting('a.example/2', '2024-01-11', 'dead'),
  sighting('b.example/1', '2024-01-01', 'alive'),
  sighting('b.example/1', '2024-01-21', 'dead'),
  sighting('b.example/1', '2024-03-01', 'alive'),
  sighting('b.example/2', '2024-01-01', 'alive'),
  sighting('b.example/2', '2024-03-01', 'dead'),
  sighting('b.example/2', '2024-04-10', 'unknown'),
  sighting('c.example/1', '2024-01-01', 'unknown'),
  sighting('c.example/1', '2024-04-10', 'unknown'),
];

export const sample = { history: historyOf(sightings), synthetic: false };
export const nothing = { history: historyOf([]), synthetic: false };
