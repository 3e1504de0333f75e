import type { Progress } from '../cards.ts';
import { ask } from './ask.ts';
import { element } from './element.ts';
import { currentLanguage, say, span } from './words.ts';

const takings = [
  ['html', 'takeHtml'],
  ['markdown', 'takeMarkdown'],
  ['json', 'JSON'],
  ['docx', 'commentedDocx'],
  ['biblatex', 'BibLaTeX'],
  ['csl-json', 'CSL-JSON'],
  ['ris', 'RIS'],
] as const;

const percent = ({ done, total }: Progress): number => (total === 0 ? 0 : Math.round((done / total) * 100));

/** How the run stands: a bar and the time left, or what can be taken away. */
export function progressPart(progress: Progress, again: () => void): HTMLElement {
  const { phase, name, done, total, secondsLeft, cancelled } = progress;
  if (phase === 'unreadable')
    return element(
      'div',
      { class: 'state' },
      element('p', { class: 'error', role: 'alert' }, say('unreadable', { why: progress.unreadable })),
      anotherButton(again),
    );
  if (phase === 'done')
    return element(
      'div',
      { class: 'state' },
      element('p', { class: 'lead', role: 'status' }, `${say('finished')}: ${name}`),
      cancelled ? element('p', { class: 'facts' }, say('cancelled')) : undefined,
      total === 0 ? element('p', {}, say('noNotes')) : undefined,
      takingsOf(progress),
      anotherButton(again),
    );
  const bar = element('progress', {
    max: 100,
    value: phase === 'reading' ? undefined : percent(progress),
    'aria-label': name,
  });
  const words = phase === 'reading' ? say('reading', { name }) : say('running', { done, total });
  const left = secondsLeft === undefined ? '' : ` · ${say('left', { time: span(secondsLeft) })}`;
  const stop = element(
    'button',
    {
      type: 'button',
      class: 'cancel',
      onclick: () => {
        stop.disabled = true;
        stop.textContent = say('cancelling');
        void ask('/api/cancel');
      },
    },
    say('cancel'),
  );
  return element(
    'div',
    { class: 'state' },
    element('p', { class: 'lead' }, name),
    bar,
    element('p', { class: 'faint', role: 'status' }, words + left),
    stop,
  );
}

const anotherButton = (again: () => void): HTMLElement =>
  element('button', { type: 'button', class: 'another', onclick: again }, say('another'));

function takingsOf({ docx }: Progress): HTMLElement {
  const language = currentLanguage();
  const links = takings
    .filter(([format]) => format !== 'docx' || docx)
    .map(([format, words]) =>
      element(
        'a',
        { class: 'button', href: `/api/take/${format}?lang=${language}`, download: true },
        words.startsWith('take') || words === 'commentedDocx'
          ? say(words as 'takeHtml' | 'takeMarkdown' | 'commentedDocx')
          : words,
      ),
    );
  return element('div', { class: 'takings', role: 'group', 'aria-label': say('takeAway') }, ...links);
}
