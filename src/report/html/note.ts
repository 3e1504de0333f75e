import { htmlText as h, htmlLink, htmlStretch, langAttribute } from '../encode/html.ts';
import { clip, plainLine } from '../encode/plain.ts';
import { fill, type Messages, sentenceOf } from '../messages/index.ts';
import { type PagePhrase, pagePhrase } from '../messages/page.ts';
import { reachSentence } from '../said.ts';
import {
  copyOf,
  nextStep,
  type ViewedCitation,
  type ViewedNote,
  visitOf,
  whereOf,
  worstFirst,
} from '../view.ts';
import { correctedOf } from './corrected.ts';
import { evidencePanel } from './evidence.ts';
import { markedText, type Numbered } from './marked.ts';
import { signs } from './pictures.ts';

/** A note as a card: as printed with its faults marked, what was found, what to do, and the evidence folded. */
export function noteCard(viewed: ViewedNote, id: string, messages: Messages): string {
  const { note, document, citations, need } = viewed;
  const say = (phrase: PagePhrase): string => pagePhrase(phrase, messages.language);
  const numbered = worstFirst(viewed.findings).map((finding, index) => ({ finding, number: index + 1 }));
  const statuses = [...new Set(citations.map(({ citation }) => citation.verdict.status))];
  const badges = statuses.map(
    (status) =>
      `<span class="badge ${status}"><span aria-hidden="true">${signs[status]} </span>${h(messages.status[status].name)}</span>`,
  );
  const where = whereOf(note, document.format, messages);
  const corrected = correctedOf(viewed);
  const text = corrected ?? note.text.trim();
  const lang = langAttribute(citations[0]?.citation.item.language);
  const copyWords = say(corrected === undefined ? 'copyPrinted' : 'copyCorrected');
  return [
    `<article class="note ${need}" id="${id}" data-need="${need}" data-status="${statuses.join(' ')}" aria-labelledby="${id}-h">`,
    `<header><h3 id="${id}-h">${h(fill(messages.phrase.noteOnly, { label: note.label }))}</h3>${badges.join('')}<span class="where">${h(where)}</span>`,
    `<button type="button" class="copy" hidden data-copy="${h(text)}" data-done="${h(say('copied'))}">${h(copyWords)}</button></header>`,
    `<p class="printed" dir="auto"${lang}>${markedText(viewed, numbered)}</p>`,
    citations.map((citation) => foundOf(citation, citations.length > 1, messages)).join(''),
    ownFindings(numbered, messages),
    corrected === undefined
      ? ''
      : `<div class="corrected"><p class="sub">${h(say('corrected'))}</p><p dir="auto"${lang}>${h(corrected)}</p></div>`,
    evidencePanel(viewed, messages),
    '</article>',
  ].join('');
}

/** What was found of one citation that a person has to look at, and what to do. */
function foundOf(viewed: ViewedCitation, several: boolean, messages: Messages): string {
  const { citation, need, printed } = viewed;
  if (need === 'none') return '';
  const { verdict, item } = citation;
  const { phrase } = messages;
  const visit = visitOf(citation);
  const copy = copyOf(citation);
  const differs = ['mismatch', 'hijacked', 'soft-404', 'redirected-to-root'].includes(
    verdict.identity?.is ?? '',
  );
  const findings = worstFirst(verdict.findings);
  const said = findings.length
    ? findings.map((finding) => row(phrase.found, h(sentenceOf(finding, messages))))
    : [row(phrase.found, h(reachSentence(citation, messages)))];
  if (differs && item.title) said.push(row(phrase.cited, foreign(item.title, item.language)));
  if (differs && visit?.title) said.push(row(phrase.page, foreign(visit.title, visit.page?.language)));
  if (visit?.finalUrl && visit.finalUrl !== visit.url)
    said.push(row(phrase.leadsTo, htmlLink(h(clip(plainLine(visit.finalUrl), 160)), visit.finalUrl)));
  if (copy)
    said.push(row(phrase.copy, htmlLink(h(`${copy.archive}, ${copy.datetime.slice(0, 10)}`), copy.memento)));
  const todo = nextStep(citation, messages);
  if (todo)
    said.push(row(phrase.todo, `<strong>${linked(todo, [copy?.memento, verdict.suggestion?.url])}</strong>`));
  const about = several
    ? `<p class="about" dir="auto">${h(clip(plainLine(item.title ?? printed), 160))}</p>`
    : '';
  return `<div class="found ${verdict.status}">${about}<dl>${said.join('')}</dl></div>`;
}

const row = (name: string, html: string): string => `<div><dt>${h(name)}</dt><dd>${html}</dd></div>`;
const foreign = (text: string, language: string | undefined): string =>
  `<q class="foreign" dir="auto"${langAttribute(language)}>${h(clip(plainLine(text), 200))}</q>`;

/** Text in which one of the given addresses, which we chose ourselves, is a link. */
function linked(text: string, urls: readonly (string | undefined)[]): string {
  const url = urls.find((one) => one !== undefined && text.includes(one));
  if (url === undefined) return h(text);
  const at = text.indexOf(url);
  return `${htmlStretch(text.slice(0, at))}${htmlLink(h(url), url)}${htmlStretch(text.slice(at + url.length))}`;
}

/** The note's own faults: what matters in sight, matters of form folded. */
function ownFindings(numbered: readonly Numbered[], messages: Messages): string {
  const say = (phrase: PagePhrase): string => pagePhrase(phrase, messages.language);
  const item = ({ finding, number }: Numbered): string => {
    const severity = messages.severity[finding.severity];
    const { waived } = finding.data ?? {};
    const because =
      waived === undefined ? '' : ` <em>(${h(fill(say('waivedBecause'), { reason: waived }))})</em>`;
    return `<li value="${number}" class="${finding.severity}"><span class="severity">${h(fill(say('problem'), { severity }))}</span> ${h(sentenceOf(finding, messages))}${because} <code>${h(finding.rule)}</code></li>`;
  };
  const grave = numbered.filter(({ finding }) => finding.severity !== 'info');
  const small = numbered.filter(({ finding }) => finding.severity === 'info');
  const list = (of: readonly Numbered[]): string =>
    of.length ? `<ol class="faults">${of.map(item).join('')}</ol>` : '';
  const folded = small.length
    ? `<details class="small"><summary>${h(fill(say('smallFaults'), { count: small.length }))}</summary>${list(small)}</details>`
    : '';
  return list(grave) + folded;
}
