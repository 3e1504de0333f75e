import type { Report } from '../../model/report.ts';
import { statuses } from '../../model/verdict.ts';
import { htmlText as h } from '../encode/html.ts';
import { fill, type Messages } from '../messages/index.ts';
import { type PagePhrase, pagePhrase } from '../messages/page.ts';
import { allVerified, runFacts, scopeOf, subjectOf } from '../said.ts';
import { bySection, type ViewedNote } from '../view.ts';
import { ageBars, hostBars, shareBar, signs, strip } from './pictures.ts';

/** A note with the id it has on the page. */
export interface Placed {
  viewed: ViewedNote;
  id: string;
}

/** Title, what must be said first, the run in words and in pictures. */
export function summary(report: Report, notes: readonly Placed[], messages: Messages): string {
  const say = (phrase: PagePhrase): string => pagePhrase(phrase, messages.language);
  const { tally } = report;
  const facts = runFacts(report, messages).map((fact) => `<p>${h(fact)}</p>`);
  const { hand, open, none } = bySection(notes.map(({ viewed }) => viewed));
  const standing = fill(say('standing'), { hand: hand.length, open: open.length, none: none.length });
  const citations = notes.flatMap(({ viewed }) => viewed.citations.map(({ citation }) => citation));
  const tiles = statuses
    .filter((status) => tally.status[status])
    .map((status) => {
      const { name, meaning } = messages.status[status];
      return `<li class="${status}"><b>${tally.status[status]}</b> <span class="badge ${status}"><span aria-hidden="true">${signs[status]} </span>${h(name)}</span> <span class="meaning">${h(meaning)}</span></li>`;
    });
  const pictures = [hostBars(citations, messages), ageBars(citations, report.run.startedAt, messages)];
  return [
    `<header class="top"><p class="brand">refvouch</p><h1>${h(fill(messages.phrase.title, { path: subjectOf(report, messages) }))}</h1>`,
    facts.length ? `<div class="facts" role="note">${facts.join('')}</div>` : '',
    '</header>',
    `<section class="summary" aria-labelledby="summary"><h2 id="summary">${h(say('summary'))}</h2>`,
    `<p class="lead">${h(allVerified(report) ? fill(messages.phrase.allWell, { count: tally.citations }) : standing)}</p>`,
    `<p class="faint">${h(scopeOf(report, messages))}</p>`,
    shareBar(report, messages),
    `<ul class="tally">${tiles.join('')}</ul>`,
    notes.length
      ? `<h3>${h(say('strip'))}</h3><p class="faint">${h(say('stripHint'))}</p>${strip(notes, messages)}`
      : '',
    pictures.some(Boolean) ? `<div class="pictures">${pictures.join('')}</div>` : '',
    '</section>',
  ].join('\n');
}
