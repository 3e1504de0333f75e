import type { Card } from '../cards.ts';
import { element } from './element.ts';
import { formsOf } from './forms.ts';
import { say } from './words.ts';

/**
 * A card as the server wrote it, every foreign string in it encoded there, with its forms. The page's policy lets no
 * script run that is not a file of its own.
 */
function cardElement(card: Card): HTMLElement {
  const holder = document.createElement('template');
  holder.innerHTML = card.html;
  const note = holder.content.firstElementChild as HTMLElement;
  const heading = note.querySelector('h3');
  if (card.pending > 0) {
    note.classList.add('pending');
    heading?.after(element('span', { class: 'badge unchecked' }, say('pending')));
  } else if (card.citations.length > 0)
    note.append(formsOf(card, (heading?.textContent ?? '').replace(/^\D{1,10}/, '')));
  const copy = note.querySelector<HTMLButtonElement>('button.copy');
  if (copy) {
    copy.hidden = false;
    copy.addEventListener('click', () => void copied(copy));
  }
  return note;
}

async function copied(button: HTMLButtonElement): Promise<void> {
  const words = button.textContent;
  await navigator.clipboard.writeText(button.dataset.copy ?? '').catch(() => undefined);
  button.textContent = button.dataset.done ?? words;
  setTimeout(() => {
    button.textContent = words;
  }, 1500);
}

/** The list is written anew from all cards. */
export function showAll(list: HTMLElement, cards: readonly Card[]): void {
  const open = openParts(list);
  list.replaceChildren(...cards.map(cardElement));
  reopen(list, open);
}

/** Some cards take the place of those that were there. */
export function showSome(list: HTMLElement, cards: readonly Card[]): void {
  for (const card of cards) {
    const old = list.querySelector(`#${card.id}`);
    const open = old ? openParts(old) : [];
    const made = cardElement(card);
    old?.replaceWith(made);
    reopen(list, open);
  }
}

/** What a person has unfolded stays unfolded when its card is written anew. */
const keyOf = (details: HTMLDetailsElement): string =>
  `${details.closest('.note')?.id} ${details.className} ${details.dataset.key ?? ''}`;
const openParts = (within: Element): string[] =>
  [...within.querySelectorAll<HTMLDetailsElement>('details[open]')].map(keyOf);
function reopen(list: HTMLElement, open: readonly string[]): void {
  if (open.length === 0) return;
  for (const details of list.querySelectorAll('details'))
    if (open.includes(keyOf(details))) details.open = true;
}
