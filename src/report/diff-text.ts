import type { Diff, DiffRow, Side } from './diff.ts';
import { jsonText } from './encode/json.ts';
import { markdownLink, markdownText as md } from './encode/markdown.ts';
import { clip, plainLine } from './encode/plain.ts';
import { terminalText as tt, wrap } from './encode/terminal.ts';
import { icons } from './icons.ts';
import { fill, languages, type Messages } from './messages/index.ts';
import { type Change, changes } from './messages/messages.ts';
import type { RenderOptions } from './options.ts';
import { paletteOf } from './palette.ts';
import { reachSentence } from './said.ts';
import { copyOf, nextStep } from './view.ts';

const signs: Record<Change, string> = {
  rotted: '❌',
  doubtful: '⏳',
  moved: '➡️',
  changed: '✏️',
  new: '🆕',
  recovered: '✅',
  settled: '✅',
  removed: '🗑️',
};
/** What a reader of a pull request wants first. */
const order: readonly Change[] = [
  'rotted',
  'new',
  'changed',
  'moved',
  'doubtful',
  'recovered',
  'settled',
  'removed',
];

const sideOf = ({ before, after }: DiffRow): Side => (after ?? before) as Side;
const titleOf = ({ citation }: Side): string =>
  clip(plainLine(citation.item.title ?? citation.urls[0] ?? citation.key), 160);

const grouped = (diff: Diff): [Change, DiffRow[]][] =>
  order.flatMap((change): [Change, DiffRow[]][] => {
    const rows = diff.rows.filter((row) => row.change === change);
    return rows.length ? [[change, rows]] : [];
  });

const statusesOf = ({ before, after }: DiffRow, messages: Messages): string => {
  const [was, now] = [before, after].map(
    (side) => side && messages.status[side.citation.verdict.status].name,
  );
  return was && now && was !== now ? `${was} → ${now}` : (now ?? was ?? '');
};

/** For a pull request comment: what became worse or is new first, each with what to do. */
export function diffMarkdown(diff: Diff, { language }: Pick<RenderOptions, 'language'>): string {
  const messages = languages[language];
  const { diff: phrase } = messages;
  const several = new Set(diff.rows.map(({ path }) => path)).size > 1;
  const sections = grouped(diff).map(([change, rows]) => {
    const lines = rows.map((row) => line(row, several, messages));
    return `### ${signs[change]} ${messages.change[change]} (${rows.length})\n\n${lines.join('\n')}`;
  });
  return `${[
    `## ${phrase.title}`,
    ...(sections.length ? sections : [phrase.nothing]),
    `${fill(phrase.same, { count: diff.same })}${diff.findings.length ? ` ${fill(phrase.findingNew, { count: diff.findings.length })}${messages.language === 'en' ? '.' : '。'}` : ''}`,
  ].join('\n\n')}\n`;
}

function line(row: DiffRow, several: boolean, messages: Messages): string {
  const side = sideOf(row);
  const { citation } = side;
  const title = citation.urls[0] ? markdownLink(titleOf(side), citation.urls[0]) : md(titleOf(side));
  const label = fill(row.after ? messages.diff.newNote : messages.diff.lastNote, { label: md(side.note) });
  const copy = row.change === 'rotted' ? copyOf(citation) : undefined;
  const todo =
    row.after && ['rotted', 'new', 'moved', 'changed'].includes(row.change)
      ? nextStep(citation, messages)
      : undefined;
  const more = [
    ...(row.change === 'rotted' || row.change === 'doubtful' ? [md(reachSentence(citation, messages))] : []),
    ...(row.change === 'changed' && row.before?.citation.urls[0]
      ? [
          `${messages.diff.was} ${markdownLink(clip(plainLine(row.before.citation.urls[0]), 120), row.before.citation.urls[0])}`,
        ]
      : []),
    ...(copy
      ? [
          `${messages.phrase.copy}: ${markdownLink(`${copy.archive}, ${copy.datetime.slice(0, 10)}`, copy.memento)}`,
        ]
      : []),
    ...(todo ? [`${messages.phrase.todo}: ${md(todo)}`] : []),
  ];
  const where = several ? `${md(row.path)}, ${label}` : label;
  const sign = icons[citation.verdict.status];
  return [
    `- ${sign} **${title}** (${where}): ${statusesOf(row, messages)}`,
    ...more.map((text) => `  - ${text}`),
  ].join('\n');
}

export function diffTerminal(diff: Diff, { language, width, colour }: RenderOptions): string {
  const messages = languages[language];
  const palette = paletteOf(colour);
  const lines = grouped(diff).flatMap(([change, rows]) => [
    '',
    palette.strong(`${messages.change[change]} (${rows.length})`),
    ...rows.flatMap((row) => {
      const side = sideOf(row);
      const text = `[${tt(side.note)}] ${tt(titleOf(side))}: ${statusesOf(row, messages)}`;
      return wrap(text, Math.max(40, width) - 6).map((part, index) => `${index ? '      ' : '  '}${part}`);
    }),
  ]);
  const { diff: phrase } = messages;
  return `${[palette.strong(phrase.title), ...(lines.length ? lines : [phrase.nothing]), '', fill(phrase.same, { count: diff.same })].join('\n')}\n`;
}

/** Rows with what a script wants of both sides, in reading order. */
export function diffJson(diff: Diff): string {
  const face = (side: Side | undefined) =>
    side && {
      note: side.note,
      key: side.citation.key,
      urls: side.citation.urls,
      status: side.citation.verdict.status,
      reach: side.citation.verdict.reach,
      identity: side.citation.verdict.identity?.is,
    };
  return jsonText({
    version: 1,
    counts: Object.fromEntries([
      ...changes.map((change) => [change, diff.rows.filter((row) => row.change === change).length]),
      ['same', diff.same],
    ]),
    rows: diff.rows.map((row) => ({
      change: row.change,
      path: row.path,
      title: sideOf(row).citation.item.title,
      before: face(row.before),
      after: face(row.after),
    })),
    findings: diff.findings,
  });
}

/** One row a format of a diff. */
export const diffReporters = [
  { name: 'terminal', ending: 'txt', render: diffTerminal },
  { name: 'markdown', ending: 'md', render: diffMarkdown },
  { name: 'json', ending: 'json', render: diffJson },
] satisfies { name: string; ending: string; render(diff: Diff, options: RenderOptions): string }[];
