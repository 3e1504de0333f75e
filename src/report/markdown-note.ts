import type { Snapshot } from '../model/evidence.ts';
import type { identities } from '../model/verdict.ts';
import { markdownLink, markdownLinked, markdownText as md } from './encode/markdown.ts';
import { clip, plainLine } from './encode/plain.ts';
import { icons } from './icons.ts';
import { fill, type Messages, sentenceOf } from './messages/index.ts';
import { reachAndIdentity, reachSentence } from './said.ts';
import {
  copyOf,
  mended,
  nextStep,
  type ViewedCitation,
  type ViewedNote,
  visitOf,
  whereOf,
  worstFirst,
} from './view.ts';

/** Characters of a page's own text that are shown; the JSON report has it whole. */
const shown = 200;
const short = (text: string): string => md(clip(plainLine(text), shown));

/** A note that needs a hand: as printed, what was found, what to do. */
export function entryOf(viewed: ViewedNote, level: string, messages: Messages): string {
  const { note, document, citations, findings } = viewed;
  const { phrase } = messages;
  const concerned = citations.filter(({ need }) => need !== 'none');
  const worst = concerned.find(({ need }) => need === 'hand') ?? concerned[0];
  const label = md(note.label);
  const heading = worst
    ? fill(phrase.note, { label, status: messages.status[worst.citation.verdict.status].name })
    : fill(phrase.noteOnly, { label });
  const sign = worst ? signOf(worst) : '✏️';
  const where = whereOf(note, document.format, messages);
  const own = findings.map((finding) => bullet(phrase.found, md(sentenceOf(finding, messages))));
  const better = mended(viewed);
  const one = citations.length === 1 || concerned.length === 0;
  return [
    `${level} ${sign} ${heading}${where ? ` <sub>${where}</sub>` : ''}`,
    ...(one ? [`> ${md(note.text)}`] : []),
    ...concerned.map((citation) => citationLines(citation, one, messages)),
    ...(own.length ? [[...own, ...(better ? [bullet(phrase.fix, md(better))] : [])].join('\n')] : []),
  ].join('\n\n');
}

const signOf = ({ citation: { verdict } }: ViewedCitation): string =>
  verdict.findings.some(({ severity }) => severity === 'critical') ? '🛑' : icons[verdict.status];

function citationLines({ citation, printed }: ViewedCitation, alone: boolean, messages: Messages): string {
  const { verdict } = citation;
  const { phrase } = messages;
  const lines = foundLines(citation, messages);
  const copy = copyOf(citation);
  const { persistence } = verdict;
  if (persistence.strikes > 1 && persistence.since)
    lines.push(
      bullet(
        phrase.found,
        fill(phrase.strikes, { count: persistence.strikes, since: persistence.since.slice(0, 10) }),
      ),
    );
  if (copy) lines.push(bullet(phrase.copy, copyText(copy, messages)));
  const todo = nextStep(citation, messages);
  if (todo) lines.push(bullet(phrase.todo, markdownLinked(todo, [copy?.memento, verdict.suggestion?.url])));
  return alone ? lines.join('\n') : `> ${md(printed)}\n\n${lines.join('\n')}`;
}

/** What was seen, with the cited title and the page's own beside each other where they disagree. */
function foundLines(citation: ViewedCitation['citation'], messages: Messages): string[] {
  const { verdict, item, urls } = citation;
  const { phrase } = messages;
  const visit = visitOf(citation);
  const url = visit?.url ?? urls[0];
  const link = url ? ` ${markdownLink(clip(plainLine(url), 120), url)}` : '';
  const findings = worstFirst(verdict.findings);
  const said = findings.length
    ? findings.map((finding, index) =>
        bullet(phrase.found, `${md(sentenceOf(finding, messages))}${index === 0 ? link : ''}`),
      )
    : [bullet(phrase.found, `${md(reachSentence(citation, messages))}${link}`)];
  const differs =
    verdict.identity &&
    ['mismatch', 'hijacked', 'soft-404', 'redirected-to-root'].includes(verdict.identity.is);
  if (differs && item.title) said.push(bullet(phrase.cited, short(item.title)));
  if (differs && visit?.title) said.push(bullet(phrase.page, short(visit.title)));
  if (visit?.finalUrl && visit.finalUrl !== visit.url)
    said.push(bullet(phrase.leadsTo, markdownLink(clip(plainLine(visit.finalUrl), 120), visit.finalUrl)));
  return said;
}

function copyText({ archive, datetime, memento, judged }: Snapshot, messages: Messages): string {
  const link = markdownLink(`${archive}, ${datetime.slice(0, 10)}`, memento);
  const identity =
    judged && Object.hasOwn(messages.identity, judged.identity)
      ? messages.identity[judged.identity as (typeof identities)[number]]
      : undefined;
  return identity ? `${link} (${fill(messages.phrase.copyJudged, { identity })})` : link;
}

const bullet = (name: string, text: string): string => `- **${name}**: ${text}`;

/** A note folded away: a row a citation. */
export function rowOf({ note, citations }: ViewedNote, messages: Messages): string[] {
  const label = md(note.label);
  if (citations.length === 0) return [`| ${label} | | ${short(note.text)} | ${messages.phrase.commentary} |`];
  return citations.map(({ citation, printed }) => {
    const { verdict, item, urls } = citation;
    const title = clip(plainLine(item.title ?? printed), shown);
    const linked = urls[0] ? markdownLink(title, urls[0]) : md(title);
    const waiver = verdict.persistence.waiver;
    const remarks = [
      md(reachAndIdentity(citation, messages)),
      ...(waiver ? [md(fill(messages.phrase.waived, waiver))] : []),
      ...worstFirst([...note.findings]).map((finding) => md(sentenceOf(finding, messages))),
    ];
    return `| ${label} | ${icons[verdict.status]} ${messages.status[verdict.status].name} | ${linked} | ${remarks.join('<br>')} |`;
  });
}
