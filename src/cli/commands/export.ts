import { resolve } from 'node:path';
import { type ExportFormat, type ExportOptions, exporters, exportItems } from '../../export/index.ts';
import type { Item } from '../../model/item.ts';
import { exit } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { putOut } from '../output.ts';
import { complaint, readAll } from '../reading.ts';

/** `refvouch export`: every citation's item as a bibliography, in the order of the notes. */
export async function run(invocation: Invocation): Promise<number> {
  const { settings, world } = invocation;
  const { items, code } = settings.bool('fromReport')
    ? await ofReports(invocation)
    : await ofDocuments(invocation);
  const format = settings.text('to') as ExportFormat;
  const options = { snapshot: settings.text('snapshotAs') as ExportOptions['snapshot'] };
  const name = `citations.${exporters[format].ending}`;
  const distinct = withOwnIds(items);
  await putOut([{ name, render: () => exportItems(distinct, format, options) }], settings.text('out'), world);
  if (!settings.bool('quiet') && settings.text('out') !== undefined)
    world.stderr.write(`${items.length} items written.\n`);
  return code;
}

interface Found {
  items: Item[];
  code: number;
}

async function ofReports({ files, world }: Invocation): Promise<Found> {
  const items: Item[] = [];
  const [{ readReport }, { itemsOfReport }] = await Promise.all([
    import('../report-in.ts'),
    import('../../export/from-report.ts'),
  ]);
  for (const file of files) items.push(...itemsOfReport(await readReport(resolve(world.cwd, file), file)));
  return { items, code: exit.clean };
}

async function ofDocuments(invocation: Invocation): Promise<Found> {
  const items: Item[] = [];
  let [read, passedOver] = [0, 0];
  for await (const reading of readAll(invocation)) {
    if ('unreadable' in reading) {
      passedOver += 1;
      invocation.world.stderr.write(complaint(reading));
      continue;
    }
    read += 1;
    for (const note of reading.notes) items.push(...note.citations.map(({ item }) => item));
  }
  return { items, code: read === 0 && passedOver > 0 ? exit.usage : exit.clean };
}

/** Ids are unique within a document; two documents may choose the same one. */
function withOwnIds(items: readonly Item[]): Item[] {
  const taken = new Set<string>();
  return items.map((item) => {
    let id = item.id;
    for (let next = 2; taken.has(id); next += 1) id = `${item.id}-${next}`;
    taken.add(id);
    return { ...item, id };
  });
}
