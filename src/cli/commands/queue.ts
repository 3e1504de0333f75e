import { exit } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { chosen } from '../output.ts';
import { printable } from '../printable.ts';
import { openShared } from '../sharing.ts';

/** `refvouch queue`: where things stand, in the engine and in the ledger. */
export async function run({ settings, world }: Invocation): Promise<number> {
  const [format] = chosen(settings.list('format'), ['text', 'json'], 'text');
  const shared = await openShared(settings);
  try {
    const [engine, ledger] = [await shared.engine.state(), await shared.store.ledger()];
    if (format === 'json') {
      world.stdout.write(`${JSON.stringify({ engine, ledger }, null, 2)}\n`);
      return exit.clean;
    }
    const rows: [string, number][] = [
      ['links', ledger.links],
      ['never visited', ledger.unseen],
      ['visits made', ledger.visits],
      ['due', ledger.due],
      ['waiting in the engine', engine.waiting],
      ['running', engine.running],
      ['delayed', engine.delayed],
      ['failed', engine.failed],
      ['requests under way', ledger.underWay],
    ];
    for (const [what, count] of rows) world.stdout.write(`${String(count).padStart(9)}  ${what}\n`);
    if (ledger.delayed.length > 0) world.stdout.write('hosts put off:\n');
    for (const { host, ms, links } of ledger.delayed)
      world.stdout.write(
        `${(ms / 1000).toFixed(1).padStart(8)}s  ${printable(host)} (${links} links wait)\n`,
      );
    return exit.clean;
  } finally {
    await shared.close();
  }
}
