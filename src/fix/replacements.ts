import type { Report, ReportCitation } from '../model/report.ts';
import type { Replacement } from './replace-urls.ts';

export interface ReplacementOptions {
  /** Whether archived copies take the place of links to pages that are gone. */
  archives: boolean;
}

/** Addresses a report proposes for one of its documents, that may be put in without a person looking. */
export function replacementsFor(report: Report, path: string, options: ReplacementOptions): Replacement[] {
  const found = new Map<string, string>();
  for (const document of report.documents) {
    if (document.path !== path) continue;
    for (const { citations } of document.notes)
      for (const citation of citations) {
        const [from] = citation.urls;
        const to = from && (movedTo(citation) ?? (options.archives ? archivedAt(citation) : undefined));
        if (from && to && to !== from) found.set(from, to);
      }
  }
  // A page that moved to one that moved in turn would be chased; the end of the way is known, so one step is enough.
  return [...found].filter(([, to]) => !found.has(to)).map(([from, to]) => ({ from, to }));
}

/** Where a page moved for good, when every hop was permanent and what stands there is what was cited. */
function movedTo({ verdict, evidence }: ReportCitation): string | undefined {
  if (verdict.reach !== 'moved' || verdict.identity?.is !== 'match') return undefined;
  const visit = evidence.find(({ purpose }) => purpose === 'cited');
  const to = visit?.finalUrl ?? verdict.suggestion?.url;
  const redirects =
    visit?.hops.filter(({ status }) => status !== undefined && status >= 300 && status < 400) ?? [];
  return redirects.every(({ status }) => status === 301 || status === 308) ? to : undefined;
}

/** A copy that was judged to be what was cited. */
function archivedAt({ verdict, snapshots }: ReportCitation): string | undefined {
  if (verdict.status !== 'gone' && verdict.status !== 'mismatched') return undefined;
  return snapshots.find(({ judged }) => judged?.identity === 'match' || judged?.identity === 'probable')
    ?.memento;
}
