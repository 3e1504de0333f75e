import type { Evidence, RegistryAnswer, Snapshot } from '../../model/evidence.ts';
import type { identities } from '../../model/verdict.ts';
import { htmlText as h, htmlLink, langAttribute } from '../encode/html.ts';
import { clip, plainLine } from '../encode/plain.ts';
import { fill, type Messages } from '../messages/index.ts';
import { type PagePhrase, pagePhrase } from '../messages/page.ts';
import { reachSentence } from '../said.ts';
import type { ViewedCitation, ViewedNote } from '../view.ts';
import { fieldLines } from './fields.ts';

/** Characters of a foreign address or title that are shown; the JSON report has it whole. */
const shown = 240;
const short = (text: string): string => h(clip(plainLine(text), shown));

/** Everything behind a note, folded: what each citation was read as, what was seen, what was concluded. */
export function evidencePanel({ note, citations }: ViewedNote, messages: Messages): string {
  if (citations.length === 0) return '';
  const say = (phrase: PagePhrase): string => pagePhrase(phrase, messages.language);
  const body = citations.map((viewed, index) => {
    const heading = citations.length > 1 ? `<h4>${h(fill(say('citation'), { number: index + 1 }))}</h4>` : '';
    return `<section class="citation">${heading}${partsOf(viewed, citations.length > 1 ? 'h5' : 'h4', messages)}</section>`;
  });
  const label = h(fill(say('evidenceOf'), { label: note.label }));
  return `<details class="evidence"><summary aria-label="${label}">${h(say('evidence'))}</summary>${body.join('')}</details>`;
}

function partsOf({ citation }: ViewedCitation, level: 'h4' | 'h5', messages: Messages): string {
  const say = (phrase: PagePhrase): string => pagePhrase(phrase, messages.language);
  const lang = langAttribute(citation.item.language);
  const lines = fieldLines(citation.item, messages.language).map(
    ({ name, value }) => `<div><dt>${h(name)}</dt><dd dir="auto"${lang}>${short(value)}</dd></div>`,
  );
  const part = (heading: string, html: string): string =>
    `<section class="part"><${level}>${h(heading)}</${level}>${html}</section>`;
  return [
    part(
      say('readAs'),
      `<dl class="fields">${lines.join('')}</dl><p class="faint">${h(sure(citation.confidence, messages))}</p>`,
    ),
    part(say('verdict'), verdictOf(citation, messages)),
    part(
      say('visits'),
      citation.evidence.map((visit) => visitOf(visit, messages)).join('') || `<p>${h(say('noVisit'))}</p>`,
    ),
    citation.snapshots.length
      ? part(
          say('snapshots'),
          `<ul>${citation.snapshots.map((copy) => snapshotOf(copy, messages)).join('')}</ul>`,
        )
      : '',
    citation.registry.length
      ? part(say('registries'), `<ul>${citation.registry.map(registryOf).join('')}</ul>`)
      : '',
  ].join('');
}

const sure = (share: number, messages: Messages): string =>
  fill(pagePhrase('sure', messages.language), { percent: Math.round(share * 100) });

function verdictOf(citation: ViewedCitation['citation'], messages: Messages): string {
  const { identity, persistence } = citation.verdict;
  const { waiver } = persistence;
  const lines = [
    h(reachSentence(citation, messages)),
    ...(identity
      ? [`${h(identity.why)} <span class="faint">${h(sure(identity.score, messages))}</span>`]
      : []),
    h(waiver ? fill(messages.phrase.waived, { ...waiver }) : messages.persistence[persistence.is]),
  ];
  return `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

function visitOf(visit: Evidence, messages: Messages): string {
  const hops = visit.hops.map(({ url, status, via }) => {
    const how = via === 'request' ? '' : ` <span class="faint">${h(via)}</span>`;
    return `<li>${htmlLink(short(url), url)} <code>${h(status === undefined ? '–' : String(status))}</code>${how}</li>`;
  });
  const titles = visit.titles
    .slice(0, 6)
    .map(({ text, origin }) => `<li dir="auto"><code>${h(origin)}</code> ${short(text)}</li>`);
  const failure = visit.failure
    ? `<p><code>${h(visit.failure.kind)}</code> ${short(visit.failure.message)}</p>`
    : '';
  const at = `<p class="faint">${h(visit.purpose)}, ${h(visit.at)}, ${h(visit.from)}${visit.synthetic === undefined ? '' : ', synthetic'}</p>`;
  const named = titles.length
    ? `<p class="sub">${h(pagePhrase('candidates', messages.language))}</p><ul${langAttribute(visit.page?.language)}>${titles.join('')}</ul>`
    : '';
  return `<div class="visit"><ol class="hops">${hops.join('')}</ol>${failure}${named}${at}</div>`;
}

function snapshotOf({ archive, datetime, memento, judged, original }: Snapshot, messages: Messages): string {
  const link = htmlLink(h(`${archive}, ${datetime.slice(0, 10)}`), memento, {
    'data-originalurl': original,
    'data-versionurl': memento,
    'data-versiondate': datetime.slice(0, 10),
  });
  if (!judged) return `<li>${link}</li>`;
  const identity = Object.hasOwn(messages.identity, judged.identity)
    ? messages.identity[judged.identity as (typeof identities)[number]]
    : judged.identity;
  return `<li>${link}: ${h(identity)}</li>`;
}

const registryOf = ({ service, outcome, query, why }: RegistryAnswer): string =>
  `<li><code>${h(service)}</code> ${h(outcome)}${why ? `: ${short(why)}` : ''} <span class="faint">${short(query)}</span></li>`;
