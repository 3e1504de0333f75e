/** One issue for all rotten links: what to do with it after a run. Pure. */

export const label = 'link-health';
export const mark = '<!-- refvouch: link health -->';

/** What a body may hold at the most is 65,536 characters; links are cut before that. */
const longest = 60_000;

const rotten = (report) =>
  report.documents.flatMap((document) =>
    document.notes.flatMap((note) =>
      note.citations
        .filter(({ verdict }) => verdict.status === 'gone' || verdict.status === 'mismatched')
        .map((citation) => ({ path: document.path, note: note.label, citation })),
    ),
  );

/**
 * `{do: 'nothing' | 'open' | 'renew' | 'close' | 'reopen', …}`. A run that could not conclude changes nothing; a link
 * that is suspect (failed once, not yet confirmed over days) keeps an open issue open but opens none.
 */
export function planIssue(report, markdown, existing) {
  if (!report.run.complete || report.run.offline) return { do: 'nothing', why: 'the run could not conclude' };
  const all = rotten(report);
  const confirmed = all.filter(
    ({ citation }) =>
      ['confirmed'].includes(citation.verdict.persistence.is) || citation.verdict.status === 'mismatched',
  );
  const isOpen = existing?.state === 'open';
  if (all.length === 0)
    return isOpen
      ? { do: 'close', comment: 'Every cited source that was gone or had drifted stands again.' }
      : { do: 'nothing', why: 'nothing is rotten' };
  if (!isOpen && confirmed.length === 0) return { do: 'nothing', why: 'nothing is confirmed yet' };
  const title = `${all.length} cited ${all.length === 1 ? 'source needs' : 'sources need'} a hand`;
  const cut = markdown.length > longest ? `${markdown.slice(0, longest)}\n\n…` : markdown;
  const body = `${mark}\n${cut}`;
  if (isOpen)
    return existing.body === body && existing.title === title
      ? { do: 'nothing', why: 'it says so already' }
      : { do: 'renew', title, body };
  return existing ? { do: 'reopen', title, body } : { do: 'open', title, body };
}

/** Carries a plan out. */
export async function carryOut(plan, existing, github) {
  switch (plan.do) {
    case 'open':
      return github.openIssue(plan.title, plan.body, [label]);
    case 'renew':
      return github.changeIssue(existing.number, { title: plan.title, body: plan.body });
    case 'reopen':
      return github.changeIssue(existing.number, { title: plan.title, body: plan.body, state: 'open' });
    case 'close':
      await github.sayOnIssue(existing.number, plan.comment);
      return github.changeIssue(existing.number, { state: 'closed', state_reason: 'completed' });
    default:
      return undefined;
  }
}
