import type { Report, ReportCitation } from '../model/report.ts';
import { factOf, fill, type Messages } from './messages/index.ts';
import { preamble } from './view.ts';

/** Reach and identity in one sentence. The subcode in it may be foreign: encode the answer. */
export function reachAndIdentity({ verdict, urls }: ReportCitation, messages: Messages): string {
  if (urls.length === 0 && verdict.reach === 'not-attempted') return messages.phrase.noLink;
  const detail = verdict.reachDetail ? ` (${verdict.reachDetail})` : '';
  const stop = messages.language === 'en' ? '; ' : ';';
  const identity = verdict.identity ? `${stop}${messages.identity[verdict.identity.is]}` : '';
  return `${messages.reach[verdict.reach]}${detail}${identity}`;
}

/** The same as a sentence of its own. */
export function reachSentence(citation: ReportCitation, messages: Messages): string {
  const said = reachAndIdentity(citation, messages);
  return messages.language === 'en' ? `${said.charAt(0).toUpperCase()}${said.slice(1)}.` : `${said}。`;
}

/** What the report is of: the document's path, or how many there are. The path is foreign: encode the answer. */
export function subjectOf({ documents }: Report, messages: Messages): string {
  const [only] = documents;
  return documents.length === 1 && only
    ? only.path
    : fill(messages.phrase.documents, { count: documents.length });
}

/** Said at the top of every report for people, each a sentence: synthetic pages, a run cut short, services that were down. */
export function runFacts(report: Report, messages: Messages): string[] {
  const { synthetic } = preamble(report);
  return [
    ...(synthetic ? [fill(messages.phrase.synthetic, synthetic)] : []),
    ...(report.run.complete ? [] : [messages.phrase.incomplete]),
    ...report.run.facts
      .filter(({ code }) => !(code === 'offline' && report.run.mode === 'offline'))
      .map((fact) => factOf(fact, messages)),
  ];
}

/** How much was looked at, and how and when. */
export function scopeOf({ run, tally }: Report, messages: Messages): string {
  const { phrase } = messages;
  const how = { live: phrase.checked, replay: phrase.replayed, offline: phrase.offline, lint: phrase.linted };
  const counts = fill(phrase.counts, {
    citations: tally.citations,
    notes: tally.notes,
    urls: tally.urls,
    distinct: tally.distinctUrls,
  });
  return `${counts} ${fill(how[run.mode], { date: run.startedAt.slice(0, 10) })}`;
}

/** Every source stands, and no finding says otherwise. */
export const allVerified = ({ tally }: Report): boolean =>
  tally.citations > 0 &&
  tally.status.verified === tally.citations &&
  !tally.findings.warning &&
  !tally.findings.error &&
  !tally.findings.critical;
