import { lint, settle } from '../../lint/index.ts';
import { type Enqueued, enqueue } from '../../scale/enqueue.ts';
import { exit } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { dayOf, lintOptionsOf } from '../lint-options.ts';
import { complaint, readAll } from '../reading.ts';
import { openLedger } from '../sharing.ts';

/** `refvouch enqueue`: read and parse documents here, leave their links to the workers. */
export async function run(invocation: Invocation): Promise<number> {
  const { settings, world } = invocation;
  const store = await openLedger(settings);
  try {
    const tally = await enqueue(documents(invocation), store, settings.int('priority'));
    if (!settings.bool('quiet'))
      world.stderr.write(
        `refvouch: ${tally.documents} documents, ${tally.citations} citations; ${tally.links} links, ${tally.added} of them new to the ledger.\n`,
      );
    if (world.stop.aborted) return exit.inconclusive;
    return tally.documents === 0 ? exit.usage : exit.clean;
  } finally {
    await store.close();
  }
}

async function* documents(invocation: Invocation): AsyncGenerator<Enqueued> {
  const { world, configuration } = invocation;
  const rules = configuration?.values.rules;
  const options = lintOptionsOf(invocation, dayOf(world.environment));
  for await (const reading of readAll(invocation)) {
    if (world.stop.aborted) return;
    if ('unreadable' in reading) {
      world.stderr.write(complaint(reading));
      continue;
    }
    const notes = reading.notes.map((note) => ({ ...note, findings: settle(note.findings, rules) }));
    const { format, language } = reading.source;
    yield {
      path: reading.path,
      format,
      ...(language ? { language } : {}),
      notes,
      findings: [...settle(reading.findings, rules), ...lint(reading.source, notes, options)],
    };
  }
}
