import { ask } from './ask.ts';
import { element } from './element.ts';
import { say } from './words.ts';

const largest = 16 * 1024 * 1024;
const accepted = '.docx,.pdf,.html,.htm,.md,.markdown,.txt,.tex,.bib,.ris,.wiki,.rst,.adoc';

/** Where a document is dropped, chosen or pasted. `said` is told why one was not taken. */
export function intake(said: (error: string | undefined) => void): HTMLElement {
  const send = async (name: string, body: Blob): Promise<void> => {
    if (body.size > largest) return said('too-large');
    said(await ask(`/api/check?name=${encodeURIComponent(name)}`, body));
  };
  const file = element('input', {
    type: 'file',
    id: 'file',
    accept: accepted,
    class: 'vh',
    onchange: () => {
      const chosen = file.files?.[0];
      if (chosen) void send(chosen.name, chosen);
      file.value = '';
    },
  });
  const text = element('textarea', { id: 'text', rows: 6, spellcheck: 'false' });
  const zone = element(
    'div',
    { class: 'zone' },
    element('p', { class: 'big' }, say('drop')),
    element('label', { class: 'button', for: 'file' }, say('choose')),
    file,
  );
  const section = element(
    'section',
    { class: 'intake', 'aria-label': say('title') },
    zone,
    element('label', { for: 'text', class: 'paste' }, say('orPaste')),
    text,
    element(
      'button',
      {
        type: 'button',
        onclick: () => void send('pasted.txt', new Blob([text.value], { type: 'text/plain' })),
      },
      say('checkText'),
    ),
  );
  watchDrops(zone, send);
  return section;
}

let unwatch = (): void => {};

/** A file may be dropped anywhere; elsewhere the browser would leave the page for it. */
function watchDrops(zone: HTMLElement, send: (name: string, body: Blob) => Promise<void>): void {
  unwatch();
  const stop = new AbortController();
  unwatch = () => stop.abort();
  const { signal } = stop;
  addEventListener(
    'dragover',
    (event) => {
      event.preventDefault();
      zone.classList.add('over');
    },
    { signal },
  );
  addEventListener('dragleave', () => zone.classList.remove('over'), { signal });
  addEventListener(
    'drop',
    (event) => {
      event.preventDefault();
      zone.classList.remove('over');
      const dropped = event.dataTransfer?.files[0];
      if (dropped && zone.isConnected && zone.offsetParent) void send(dropped.name, dropped);
    },
    { signal },
  );
}
