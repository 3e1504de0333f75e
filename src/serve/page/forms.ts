import { fieldName } from '../../report/messages/page.ts';
import type { Card } from '../cards.ts';
import type { EditableField } from '../correct.ts';
import { askJson } from './ask.ts';
import { element } from './element.ts';
import { currentLanguage, say } from './words.ts';

const hints: Partial<Record<EditableField, 'authorHint' | 'dateHint'>> = {
  author: 'authorHint',
  issued: 'dateHint',
  accessed: 'dateHint',
};

/** The forms below a card: a citation's fields, and what of the note can be waived. */
export function formsOf(card: Card, label: string): HTMLElement {
  return element(
    'div',
    { class: 'forms' },
    ...card.citations.map((_, index) => correction(card, index)),
    waiving(card, label),
  );
}

function correction(card: Card, index: number): HTMLElement {
  const citation = card.citations[index] as Card['citations'][number];
  const error = element('p', { class: 'error', role: 'alert' });
  const inputs = (Object.keys(citation.lines) as EditableField[]).map((field) => {
    const id = `${card.id}-${index}-${field}`;
    const hint = hints[field];
    const input = element('input', {
      id,
      name: field,
      type: 'text',
      value: citation.lines[field],
      placeholder: hint ? say(hint) : undefined,
      autocomplete: 'off',
    });
    return {
      field,
      input,
      row: element('div', {}, element('label', { for: id }, fieldName(field, currentLanguage())), input),
    };
  });
  const button = element('button', { type: 'submit' }, say('save'));
  const form = element(
    'form',
    {
      class: 'correct',
      onsubmit: async (event) => {
        event.preventDefault();
        const changed = inputs.filter(({ field, input }) => input.value !== citation.lines[field]);
        if (changed.length === 0) return;
        button.disabled = true;
        const lines = Object.fromEntries(changed.map(({ field, input }) => [field, input.value]));
        const refused = await askJson('/api/correct', { note: card.index, citation: index, lines });
        button.disabled = false;
        const wrong = inputs.find(({ field }) => field === refused);
        error.textContent = wrong
          ? say('refused', { field: fieldName(wrong.field, currentLanguage()) })
          : refused
            ? say('lost')
            : '';
        wrong?.input.focus();
      },
    },
    ...inputs.map(({ row }) => row),
    error,
    button,
  );
  const name = card.citations.length > 1 ? say('correctOf', { title: citation.title }) : say('correct');
  return element('details', { class: 'edit', 'data-key': `c${index}` }, element('summary', {}, name), form);
}

function waiving(card: Card, label: string): HTMLElement | undefined {
  const links = card.citations.flatMap(({ link, title }, index) =>
    link ? [{ value: `c${index}`, words: say('linkOf', { title }) }] : [],
  );
  const faults = card.findings.map(({ index, sentence }) => ({ value: `f${index}`, words: sentence }));
  const choices = [...links, ...faults];
  if (choices.length === 0) return undefined;
  const what = element(
    'select',
    { id: `${card.id}-what` },
    ...choices.map(({ value, words }) => element('option', { value }, words.slice(0, 120))),
  );
  const reason = element('input', { id: `${card.id}-reason`, type: 'text', required: true, maxlength: 1000 });
  const owner = element('input', { id: `${card.id}-owner`, type: 'text', required: true, maxlength: 200 });
  const inNinetyDays = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const until = element('input', {
    id: `${card.id}-until`,
    type: 'date',
    required: true,
    value: inNinetyDays,
  });
  const row = (name: string, input: HTMLElement): HTMLElement =>
    element('div', {}, element('label', { for: input.id }, name), input);
  const form = element(
    'form',
    {
      class: 'waive',
      onsubmit: async (event) => {
        event.preventDefault();
        const kind = what.value.startsWith('c') ? 'citation' : 'finding';
        await askJson('/api/waive', {
          note: card.index,
          [kind]: Number(what.value.slice(1)),
          reason: reason.value,
          owner: owner.value,
          until: until.value,
        });
      },
    },
    row(say('what'), what),
    row(say('reason'), reason),
    row(say('owner'), owner),
    row(say('until'), until),
    element('button', { type: 'submit' }, say('waive')),
  );
  return element(
    'details',
    { class: 'edit', 'data-key': 'w' },
    element('summary', { 'aria-label': say('waiveOf', { label }) }, say('waive')),
    form,
  );
}
