import { statuses } from '../../model/verdict.ts';
import { htmlText as h } from '../encode/html.ts';
import type { Messages } from '../messages/index.ts';
import { type PagePhrase, pagePhrase } from '../messages/page.ts';
import type { Placed } from './summary.ts';

const needs = ['hand', 'open', 'none'] as const;

/** Search, filters and downloads: shown by the script, as they do nothing without it. */
export function toolbar(notes: readonly Placed[], hasBibliography: boolean, messages: Messages): string {
  const say = (phrase: PagePhrase): string => h(pagePhrase(phrase, messages.language));
  const count = (need: string): number => notes.filter(({ viewed }) => viewed.need === need).length;
  const radios = [
    ['', say('all'), notes.length],
    ...needs.map((need) => [need, say(need), count(need)] as const),
  ]
    .map(
      ([value, name, number], index) =>
        `<label><input type="radio" name="need" value="${value}"${index === 0 ? ' checked' : ''}><span>${name} <b>${number}</b></span></label>`,
    )
    .join('');
  const seen = new Set(
    notes.flatMap(({ viewed }) => viewed.citations.map(({ citation }) => citation.verdict.status)),
  );
  const options = statuses
    .filter((status) => seen.has(status))
    .map((status) => `<option value="${status}">${h(messages.status[status].name)}</option>`)
    .join('');
  const download = (kind: string, words: string): string =>
    `<button type="button" data-download="${kind}">${words}</button>`;
  return [
    `<form class="tools" id="tools" hidden>`,
    `<label class="search"><span>${say('search')}</span><input type="search" name="search" autocomplete="off" spellcheck="false"></label>`,
    `<fieldset><legend>${say('show')}</legend><div class="needs">${radios}</div></fieldset>`,
    `<label class="status"><span>${h(messages.phrase.status)}</span><select name="status"><option value="">${say('anyStatus')}</option>${options}</select></label>`,
    `<div class="downloads" role="group" aria-label="${say('download')}">`,
    hasBibliography ? download('bib', say('biblatex')) : '',
    download('csl', say('cslJson')),
    download('json', say('reportJson')),
    '</div>',
    `<p class="shown" role="status" aria-live="polite" data-words="${say('shown')}"></p>`,
    '</form>',
  ].join('');
}
