import { fill } from '../messages/index.ts';
import type { HistoryReport } from './options.ts';
import type { HistoryWords } from './words.ts';

export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** What is said before any table, a sentence each. Made of figures and dates, and of no foreign text. */
export function openingOf({ history, synthetic }: HistoryReport, words: HistoryWords): string[] {
  const { urls, visits, from, to, now } = history;
  if (from === undefined || to === undefined) return [words.none];
  return [
    ...(synthetic ? [words.synthetic] : []),
    fill(words.scope, { urls, visits, from: from.slice(0, 10), to: to.slice(0, 10) }),
    fill(words.now, now),
    words.reachOnly,
  ];
}

export const repairsOf = ({ history: { repairs } }: HistoryReport, words: HistoryWords): string =>
  repairs.meanDays === null
    ? words.noRepairs
    : fill(words.repaired, { days: repairs.meanDays, count: repairs.count });

export interface Table {
  heading: string;
  /** Said over the table, or in its place where it has no rows. */
  note?: string;
  columns: readonly string[];
  /** The first cell of a row may be foreign text: encode it. */
  rows: readonly (readonly string[])[];
}

/** The three tables of a history, for any format. */
export function tablesOf(
  { history }: HistoryReport,
  words: HistoryWords,
): { survival: Table; hosts: Table; months: Table } {
  const { survival, hosts, months } = history;
  return {
    survival: {
      heading: words.survival,
      note: survival.length ? words.survivalWhy : words.survivalNone,
      columns: [words.days, words.share, words.atRisk],
      rows: survival.map(({ days, share, atRisk }) => [String(days), percent(share), String(atRisk)]),
    },
    hosts: {
      heading: words.hosts,
      ...(hosts.length ? {} : { note: words.noHosts }),
      columns: [words.host, words.links, words.life.dead, words.recoveries],
      rows: hosts.map(({ host, urls, dead, repairs }) => [host, String(urls), String(dead), String(repairs)]),
    },
    months: {
      heading: words.months,
      columns: [words.month, words.life.alive, words.life.dead, words.life.unknown],
      rows: months.map(({ month, alive, dead, unknown }) => [
        month,
        String(alive),
        String(dead),
        String(unknown),
      ]),
    },
  };
}
