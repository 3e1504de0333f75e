import type { Report, ReportDocument } from '../model/report.ts';
import { statuses } from '../model/verdict.ts';
import { markdownText as md } from './encode/markdown.ts';
import { icons } from './icons.ts';
import { entryOf, rowOf } from './markdown-note.ts';
import { fill, languages, type Messages, sentenceOf } from './messages/index.ts';
import type { RenderOptions } from './options.ts';
import { allVerified, runFacts, scopeOf, subjectOf } from './said.ts';
import { bySection, notesOf, type ViewedNote, worstFirst } from './view.ts';

/** A report in pieces, most needed first, so that a format with a limit can stop between two. */
export interface Blocks {
  /** Title, run facts and counts: always kept. */
  head: string[];
  /** Each whole in itself. */
  body: string[];
}

/** GitHub Markdown: a summary, then what needs a hand note by note, then the rest folded. */
export function markdown(report: Report, { language }: Pick<RenderOptions, 'language'>): string {
  const { head, body } = blocksOf(report, languages[language]);
  return `${[...head, ...body].join('\n\n')}\n`;
}

export function blocksOf(report: Report, messages: Messages): Blocks {
  const several = report.documents.length > 1;
  return {
    head: summaryOf(report, messages),
    body: report.documents.flatMap((document) => [
      ...(several ? [`## ${md(document.path)}`] : []),
      ...documentBlocks(document, several ? '###' : '##', messages),
    ]),
  };
}

function summaryOf(report: Report, messages: Messages): string[] {
  const { tally } = report;
  const { phrase } = messages;
  const said = runFacts(report, messages).map((fact) => `> **${md(fact)}**`);
  const rows = statuses
    .filter((status) => tally.status[status])
    .map((status) => {
      const { name, meaning } = messages.status[status];
      return `| ${icons[status]} ${name} | ${tally.status[status]} | ${meaning} |`;
    });
  const table = `| ${phrase.status} | ${phrase.number} | ${phrase.meaning} |\n|---|---:|---|\n${rows.join('\n')}`;
  return [
    `# ${fill(phrase.title, { path: md(subjectOf(report, messages)) })}`,
    ...(said.length ? [said.join('\n>\n')] : []),
    md(scopeOf(report, messages)),
    ...(rows.length ? [table] : []),
    ...(allVerified(report) ? [fill(phrase.allWell, { count: tally.citations })] : []),
  ];
}

function documentBlocks(document: ReportDocument, level: string, messages: Messages): string[] {
  const { phrase } = messages;
  if (document.unreadable !== undefined)
    return [`**${phrase.unreadableHeading}**: ${md(document.unreadable)}`];
  const { hand, open, none } = bySection(notesOf(document));
  const whole = worstFirst(document.findings).map(
    (finding) =>
      `- ${messages.severity[finding.severity]}: ${md(sentenceOf(finding, messages))}${finding.place ? ` (${fill(phrase.line, { line: finding.place.line })})` : ''}`,
  );
  return [
    hand.length
      ? `${level} ${fill(phrase.handHeading, { count: hand.length })}`
      : `${level} ${phrase.handNothing}`,
    ...hand.map((note) => entryOf(note, `${level}#`, messages)),
    ...(whole.length ? [`${level}# ${phrase.documentFindings}\n\n${whole.join('\n')}`] : []),
    ...folded(open, phrase.openHeading, phrase.openIntro, messages),
    ...folded(none, phrase.restHeading, '', messages),
  ];
}

function folded(notes: readonly ViewedNote[], heading: string, intro: string, messages: Messages): string[] {
  if (notes.length === 0) return [];
  const { phrase } = messages;
  const rows = notes.flatMap((note) => rowOf(note, messages));
  const table = `| ${fill(phrase.noteOnly, { label: '' }).trim()} | ${phrase.status} | ${phrase.printed} | ${phrase.found} |\n|---|---|---|---|\n${rows.join('\n')}`;
  const summary = `<details>\n<summary>${fill(heading, { count: notes.length })}</summary>`;
  return [[summary, ...(intro ? [intro] : []), table, '</details>'].join('\n\n')];
}
