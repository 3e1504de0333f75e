/**
 * The page's only script, as text: its hash stands in the page's policy, so it is written out as it runs. Without it
 * the page is whole, but for search, filters, copying and downloads.
 */
export const script = `'use strict';
(() => {
  const tools = document.getElementById('tools');
  const notes = [...document.querySelectorAll('.note')];
  const data = JSON.parse(document.getElementById('data').textContent);
  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const texts = notes.map((note) => fold(note.textContent));
  const said = tools.querySelector('.shown');
  tools.hidden = false;
  const sift = () => {
    const words = fold(tools.elements.search.value).split(/\\s+/).filter(Boolean);
    const need = tools.elements.need.value;
    const status = tools.elements.status.value;
    let count = 0;
    notes.forEach((note, index) => {
      const fits =
        (need === '' || note.dataset.need === need) &&
        (status === '' || note.dataset.status.split(' ').includes(status)) &&
        words.every((word) => texts[index].includes(word));
      note.hidden = !fits;
      if (fits) count += 1;
    });
    said.textContent = said.dataset.words.replace('{count}', count).replace('{all}', notes.length);
  };
  tools.addEventListener('input', sift);
  tools.addEventListener('submit', (event) => event.preventDefault());
  sift();

  const toNote = () => {
    const note = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!note || !note.classList.contains('note')) return;
    if (note.hidden) {
      tools.reset();
      sift();
    }
    note.tabIndex = -1;
    note.focus({ preventScroll: true });
    note.scrollIntoView();
  };
  addEventListener('hashchange', toNote);
  document.querySelectorAll('a.tile').forEach((tile) =>
    tile.addEventListener('click', () => setTimeout(toNote)),
  );

  const byHand = (text) => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };
  document.querySelectorAll('button.copy').forEach((button) => {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = button.dataset.copy;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        byHand(text);
        button.focus();
      }
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 1500);
    });
  });

  const kinds = {
    bib: [() => data.bibliography, 'application/x-bibtex', '.bib'],
    csl: [
      () => JSON.stringify(
        data.report.documents.flatMap((document) => document.notes.flatMap((note) =>
          note.citations.map((citation) => ({ ...citation.item, id: citation.key })))), null, 2) + '\\n',
      'application/vnd.citationstyles.csl+json', '.csl.json'],
    json: [() => JSON.stringify(data.report, null, 2) + '\\n', 'application/json', '.json'],
  };
  tools.querySelectorAll('[data-download]').forEach((button) =>
    button.addEventListener('click', () => {
      const [text, type, ending] = kinds[button.dataset.download];
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text()], { type }));
      link.download = 'report' + ending;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    }),
  );

  let open = [];
  addEventListener('beforeprint', () => {
    open = [...document.querySelectorAll('details.small:not([open])')];
    open.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => open.forEach((details) => { details.open = false; }));
})();
`;
