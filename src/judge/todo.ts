import type { Snapshot } from '../model/evidence.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Case } from './case.ts';

/** The copy to cite: one judged to be the work, else one nobody judged and that was no error. */
export const bestSnapshot = (snapshots: readonly Snapshot[]): Snapshot | undefined =>
  snapshots.find(({ judged }) => judged?.identity === 'match') ??
  snapshots.find(({ judged }) => judged?.identity === 'probable') ??
  snapshots.find(({ judged, status }) => !judged && (status === undefined || status === 200));

/** What to do next, one sentence; undefined where nothing is. */
export function todoOf(verdict: Verdict, { snapshots = [], citation }: Case): string | undefined {
  const copy = bestSnapshot(snapshots);
  const instead = copy
    ? `Cite the copy of ${copy.datetime.slice(0, 10)} beside it: ${copy.memento}`
    : 'Look for another address of the work, or for a copy in an archive.';
  if (verdict.findings.some(({ severity }) => severity === 'critical'))
    return 'Read what the registry says of this work before relying on it.';
  if (verdict.persistence.is === 'waived') return undefined;
  if (verdict.status === 'verified' || verdict.status === 'moved') {
    if (verdict.suggestion)
      return citation.urls.length === 0
        ? `Add ${verdict.suggestion.url} (${verdict.suggestion.why}).`
        : `Replace the address by ${verdict.suggestion.url} (${verdict.suggestion.why}).`;
    const warning = verdict.findings.find(({ severity }) => severity === 'error' || severity === 'warning');
    return warning ? 'Compare the citation with the page: they differ in a detail.' : undefined;
  }
  const identity = verdict.identity?.is;
  switch (verdict.status) {
    case 'gone':
      return verdict.persistence.is === 'suspect' && identity === undefined && verdict.reach === 'not-found'
        ? `${instead} The link is a suspect until it has failed on more days.`
        : instead;
    case 'mismatched':
      return identity === 'mismatch'
        ? `Open the page and compare: it may have been replaced, or the citation has a wrong title or address. ${copy ? instead : ''}`.trim()
        : instead;
    case 'blocked':
      return 'Open it in a browser: the site does not let programs read it.';
    case 'unreachable':
      return 'Nothing yet: it is tried again at the next run.';
    default:
      return citation.urls.length === 0 && verdict.reach === 'not-attempted'
        ? undefined
        : 'Open it in a browser: the program could not compare it.';
  }
}
