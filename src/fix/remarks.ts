import type { Finding } from '../model/finding.ts';
import type { ReportCitation, ReportNote } from '../model/report.ts';
import type { Remark } from './docx-comments.ts';

/** Severities a comment is made for; `info` is for lists, not for margins. */
const worthAComment = new Set<Finding['severity']>(['warning', 'error', 'critical']);
/** Statuses that need a hand whatever the findings say. */
const needsAHand = new Set(['gone', 'mismatched', 'moved', 'unreachable']);

/** What is to be said of each note that needs a hand: what is wrong, what was found, what to do. */
export function remarksOf(notes: readonly ReportNote[]): Remark[] {
  return notes.flatMap((note) => {
    const lines = [
      ...note.findings.filter(({ severity }) => worthAComment.has(severity)).map(sentence),
      ...note.citations.flatMap(linesOf),
    ];
    return lines.length > 0 ? [{ note, lines: [...new Set(lines)] }] : [];
  });
}

function linesOf({ item, urls, verdict }: ReportCitation): string[] {
  const findings = verdict.findings.filter(({ severity }) => worthAComment.has(severity));
  if (findings.length === 0 && !needsAHand.has(verdict.status)) return [];
  const about = item.title ?? urls[0] ?? '';
  return [
    `${about ? `${about}: ` : ''}${verdict.status} (${verdict.reach}${verdict.reachDetail ? `, ${verdict.reachDetail}` : ''})`,
    ...findings.map(sentence),
    ...(verdict.identity && verdict.identity.is !== 'match' ? [`Found: ${verdict.identity.why}`] : []),
    ...(verdict.todo ? [`To do: ${verdict.todo}`] : []),
    ...(verdict.suggestion && !verdict.todo?.includes(verdict.suggestion.url)
      ? [`Better: ${verdict.suggestion.url} (${verdict.suggestion.why})`]
      : []),
  ];
}

const sentence = ({ message, fix }: Finding): string =>
  fix && !message.includes(fix.description) ? `${message} ${fix.description}` : message;
