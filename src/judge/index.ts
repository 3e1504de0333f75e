import type { Verdict } from '../model/verdict.ts';
import type { Case, Past } from './case.ts';
import { findingsOf } from './findings.ts';
import { persistenceOf } from './persistence.ts';
import type { Reached } from './reach.ts';
import { readingOf } from './reading.ts';
import { statusOf } from './status.ts';
import { suggestionOf } from './suggestions.ts';
import { todoOf } from './todo.ts';
import { waiverFor } from './waivers.ts';
import { judgeWork } from './works.ts';

export type { Case, Past, Waiver } from './case.ts';
export { identityOf } from './identity.ts';
export { isSameWork } from './work-fields.ts';

/** What the evidence means for the claim. Pure. */
export function judge(subject: Case): Verdict {
  const { citation, evidence, registry = [], history = [], waivers = [], now } = subject;
  const readings = evidence
    .filter(({ purpose }) => purpose === 'cited')
    .map((one) => readingOf(subject, one));
  const work = judgeWork(citation, registry);
  const first = readings[0];
  const reached: Reached = first?.reached ?? { reach: 'not-attempted' };
  const identity = first?.identity ?? work.identity;
  const status = first ? statusOf(reached.reach, first.identity, citation.item) : work.status;
  const { waiver, findings: expired } = waiverFor(citation.urls, waivers, now);
  const past: Past = { at: first?.evidence.at ?? now, reach: reached.reach, status };
  const persistence = persistenceOf(past, history, first ? waiver : undefined);
  const suggestion = suggestionOf(subject, first) ?? work.suggestion;
  const findings = [
    ...readings.flatMap((reading) => findingsOf(subject, reading, persistence)),
    ...work.findings,
    ...expired,
  ];
  const verdict: Verdict = {
    status,
    reach: reached.reach,
    ...(reached.detail ? { reachDetail: reached.detail } : {}),
    ...(identity ? { identity } : {}),
    persistence,
    findings,
    ...(suggestion ? { suggestion } : {}),
  };
  const todo = todoOf(verdict, subject);
  return todo ? { ...verdict, todo } : verdict;
}
