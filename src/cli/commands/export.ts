import { extname } from 'node:path';
import { exportItems } from '../../export/index.ts';
import type { Item } from '../../model/item.ts';
import { exit } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { putOut } from '../output.ts';
import { complaint, readAll } from '../reading.ts';

const endings: Record<string, string> = {
  biblatex: 'bib',
  bibtex: 'bib',
  'csl-json': 'csl.json',
  ris: 'ris',
};

/** `refvouch export`: every citation's item as a bibliography, in the order of the notes. */
export async function run(invocation: Invocation): Promise<number> {
  const { settings, world } = invocation;
  const items: Item[] = [];
  const taken = new Set<string>();
  let [read, passedOver] = [0, 0];
  for await (const reading of readAll(invocation)) {
    if ('unreadable' in reading) {
      passedOver += 1;
      world.stderr.write(complaint(reading));
      continue;
    }
    read += 1;
    for (const note of reading.notes)
      for (const { item } of note.citations) items.push({ ...item, id: unique(item.id, taken) });
  }
  const format = settings.text('to') as 'biblatex' | 'bibtex' | 'csl-json' | 'ris';
  const name = `citations.${endings[format] ?? extname(format)}`;
  await putOut([{ name, render: () => exportItems(items, format) }], settings.text('out'), world);
  if (!settings.bool('quiet') && settings.text('out') !== undefined)
    world.stderr.write(`${items.length} items written.\n`);
  return read === 0 && passedOver > 0 ? exit.usage : exit.clean;
}

/** Keys are unique within a document; two documents may choose the same one. */
function unique(id: string, taken: Set<string>): string {
  let key = id;
  for (let next = 2; taken.has(key); next += 1) key = `${id}-${next}`;
  taken.add(key);
  return key;
}
