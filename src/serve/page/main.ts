import type { Language } from '../../report/messages/index.ts';
import { pagePhrase } from '../../report/messages/page.ts';
import type { Card, Progress } from '../cards.ts';
import { element } from './element.ts';
import { intake } from './intake.ts';
import { showAll, showSome } from './notes.ts';
import './page.css';
import { progressPart } from './progress.ts';
import { currentLanguage, languageNames, say, speak } from './words.ts';

const desk = document.getElementById('desk') as HTMLElement;
const kept = 'refvouch-language';
let source: EventSource | undefined;

const failures = { 'too-large': 'tooLarge', empty: 'empty', busy: 'busy', lost: 'lost' } as const;

/** Builds the page in the language that is spoken, and listens to the run. */
function open(): void {
  source?.close();
  const alert = element('p', { class: 'error', role: 'alert' });
  const said = (error: string | undefined): void => {
    alert.textContent = error ? say(failures[error as keyof typeof failures] ?? 'lost') : '';
  };
  const taking = intake(said);
  const state = element('div', { id: 'state' });
  const summary = element('div', { id: 'summary-part' });
  const notes = element('div');
  const heading = element('h2', { id: 'notes' }, pagePhrase('notes', currentLanguage()));
  const part = element('section', { 'aria-labelledby': 'notes', hidden: true }, heading, notes);
  desk.replaceChildren(top(), alert, taking, state, summary, part);
  const again = (): void => {
    taking.hidden = false;
    taking.querySelector<HTMLElement>('#text')?.focus();
  };
  const events = new EventSource(`/api/events?lang=${currentLanguage()}`);
  source = events;
  const on = <T>(name: string, act: (value: T) => void): void =>
    events.addEventListener(name, (event) => act(JSON.parse(event.data) as T));
  on<Progress>('progress', (progress) => {
    document.title = progress.name ? `${progress.name} · refvouch` : 'refvouch';
    taking.hidden = progress.phase !== 'idle';
    state.replaceChildren(...(progress.phase === 'idle' ? [] : [progressPart(progress, again)]));
    if (progress.phase !== 'done') summary.replaceChildren();
  });
  on<Card[]>('cards', (cards) => {
    part.hidden = cards.length === 0;
    showAll(notes, cards);
  });
  on<Card[]>('some', (cards) => showSome(notes, cards));
  on<string>('summary', (html) => {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    // The page has a title of its own; what the run must say first stays.
    holder.content.querySelectorAll('.brand, h1').forEach((part) => void part.remove());
    summary.replaceChildren(holder.content);
  });
  events.addEventListener('open', () => said(undefined));
  events.addEventListener('error', () => said('lost'));
}

function top(): HTMLElement {
  const choice = element(
    'select',
    {
      id: 'language',
      onchange: () => {
        sessionStorage.setItem(kept, choice.value);
        speak(choice.value as Language);
        open();
        document.getElementById('language')?.focus();
      },
    },
    ...Object.entries(languageNames).map(([value, name]) =>
      element('option', { value, lang: value, selected: value === currentLanguage() }, name),
    ),
  );
  return element(
    'header',
    { class: 'desk-top' },
    element('div', {}, element('p', { class: 'brand' }, 'refvouch'), element('h1', {}, say('title'))),
    element('div', { class: 'language' }, element('label', { for: 'language' }, say('language')), choice),
    element('p', { class: 'faint' }, say('intro')),
  );
}

const { language } = (await (await fetch('/api/language')).json()) as { language: Language };
const chosen = sessionStorage.getItem(kept);
speak(chosen !== null && Object.hasOwn(languageNames, chosen) ? (chosen as Language) : language);
open();
