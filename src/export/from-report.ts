import type { Item } from '../model/item.ts';
import type { Report, ReportCitation } from '../model/report.ts';

/**
 * A report's items for a reference manager: the best archived copy as `archive` and `archive_location` (where the item
 * has none of its own), and tags saying what was found (`refvouch:gone`, `refvouch:retracted`) among its keywords.
 */
export function itemsOfReport(report: Report): Item[] {
  return report.documents.flatMap(({ notes }) => notes.flatMap(({ citations }) => citations.map(itemOf)));
}

function itemOf({ item, verdict, snapshots }: ReportCitation): Item {
  const grave = verdict.findings.filter(({ severity }) => severity === 'critical' || severity === 'error');
  const tags = [verdict.status, ...new Set(grave.map(({ rule }) => rule))].map((tag) => `refvouch:${tag}`);
  const copy =
    snapshots.find(({ judged }) => judged?.identity === 'match') ??
    snapshots.find(({ judged }) => judged?.identity === 'probable') ??
    snapshots.find(({ judged, status }) => !judged && (status === undefined || status < 400));
  return {
    ...item,
    keyword: [item.keyword, ...tags].filter(Boolean).join(', '),
    ...(copy && !item.archive_location ? { archive: copy.archive, archive_location: copy.memento } : {}),
  };
}
