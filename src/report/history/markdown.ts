import { markdownText } from '../encode/markdown.ts';
import type { HistoryOptions, HistoryReport } from './options.ts';
import { openingOf, repairsOf, type Table, tablesOf } from './told.ts';
import { historyWords } from './words.ts';

/** The history as GitHub Markdown. */
export function historyMarkdown(report: HistoryReport, { language }: HistoryOptions): string {
  const words = historyWords[language];
  const parts = [`# ${words.title}`, ...openingOf(report, words)];
  if (report.history.visits > 0) {
    const { survival, hosts, months } = tablesOf(report, words);
    parts.push(
      ...sectionOf(survival),
      `## ${words.repairs}`,
      repairsOf(report, words),
      ...sectionOf(hosts),
      ...sectionOf(months),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

const sectionOf = ({ heading, note, columns, rows }: Table): string[] => [
  `## ${heading}`,
  ...(note ? [note] : []),
  ...(rows.length
    ? [[rowOf(columns), `| --- |${' ---: |'.repeat(columns.length - 1)}`, ...rows.map(rowOf)].join('\n')]
    : []),
];

const rowOf = ([first = '', ...figures]: readonly string[]): string =>
  `| ${[cellOf(first), ...figures].join(' | ')} |`;

/** A cell does not begin its line, so what would make a block there is no danger here. */
const cellOf = (foreign: string): string => markdownText(`|${foreign}`).replace(/^\\\|/, '');
