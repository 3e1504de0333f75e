import type { Pacing, PolitenessOptions } from '../../gather/politeness.ts';
import { work } from '../../scale/worker.ts';
import { exit } from '../exit.ts';
import { openGathering } from '../gathering.ts';
import type { Invocation } from '../invocation.ts';
import type { Settings } from '../settings.ts';
import { openShared } from '../sharing.ts';

/** `refvouch worker`: visits by its own flags and guard what the shared queue brings. */
export async function run(invocation: Invocation): Promise<number> {
  const { settings, world } = invocation;
  const shared = await openShared(settings);
  const counts = { written: 0, 'done-before': 0, 'put-back': 0, refused: 0 };
  const trouble = troubles(invocation);
  try {
    await work({
      ...shared,
      atOnce: settings.int('concurrency'),
      paceMs: settings.int('paceMs'),
      perHost: settings.int('perHost'),
      timeoutMs: settings.int('timeoutMs'),
      open: (pacing) => openGathering(visiting(invocation, pacing), undefined),
      untilDone: settings.bool('untilDone'),
      signal: world.stop,
      trouble,
      done: (outcome) => {
        counts[outcome] += 1;
      },
    });
  } finally {
    await shared.close().catch(trouble);
  }
  if (!settings.bool('quiet'))
    world.stderr.write(
      `refvouch: ${counts.written} visits written, ${counts['put-back']} put back, ${counts['done-before']} done by others, ${counts.refused} refused.\n`,
    );
  return exit.clean;
}

/** The network by this worker's own flags, with the shared pace; registries, archives and recordings are no part of a visit. */
function visiting(invocation: Invocation, pacing: (options: PolitenessOptions) => Pacing): Invocation {
  const { settings, world } = invocation;
  const off = new Set(['identify', 'archive', 'record', 'evidence', 'save', 'render']);
  const own: Settings = {
    ...settings,
    bool: (key) => !off.has(key) && settings.bool(key),
    text: (key) => (off.has(key) ? undefined : settings.text(key)),
  };
  const { ports } = world.gathering ?? {};
  return {
    ...invocation,
    settings: own,
    world: { ...world, gathering: { ...world.gathering, ports: { ...ports, pacing } } },
  };
}

/** The same trouble is told once a minute. What an engine says may hold its address, so only the kind of it is told. */
function troubles({ world, settings }: Invocation): (error: Error) => void {
  const told = new Map<string, number>();
  return (error) => {
    const kind = String((error as NodeJS.ErrnoException).code ?? error.name);
    const now = performance.now();
    if (settings.bool('quiet') || now - (told.get(kind) ?? Number.NEGATIVE_INFINITY) < 60_000) return;
    told.set(kind, now);
    world.stderr.write(`refvouch: the queue or the ledger is in trouble (${kind}); going on.\n`);
  };
}
