import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { listDocuments } from './documents.ts';
import { UsageError } from './exit.ts';
import type { Invocation } from './invocation.ts';

/** Quiet time after the last change before a run, ms: editors write a file in several steps. */
const settleMs = 200;

/**
 * Runs, and runs again whenever a document is changed, added or taken away, until the run is stopped. The exit code is
 * that of the last run. What refvouch itself writes into `--out` sets nothing off.
 */
export async function watching(
  invocation: Invocation,
  run: (invocation: Invocation) => Promise<number>,
): Promise<number> {
  const { files, settings, world } = invocation;
  if (files.includes('-')) throw new UsageError('--watch needs files: standard input is read once.');
  const out = settings.text('out');
  const isOwn = (path: string): boolean =>
    out !== undefined && !relative(resolve(world.cwd, out), resolve(world.cwd, path)).startsWith('..');
  for (;;) {
    const paths = (await listDocuments(files, world)).filter((path) => !isOwn(path));
    const before = await stampOf(paths, world.cwd);
    const folders = new Set(paths.map((path) => dirname(resolve(world.cwd, path))));
    const changes = watchFolders([...folders]);
    try {
      const code = await run(invocation);
      if (!settings.bool('quiet') && !world.stop.aborted)
        world.stderr.write('refvouch: watching; Ctrl-C ends it.\n');
      const now = async () =>
        stampOf(
          (await listDocuments(files, world).catch(() => [])).filter((path) => !isOwn(path)),
          world.cwd,
        );
      while ((await now()) === before) {
        if (world.stop.aborted) return code;
        await changes.next(world.stop);
      }
      if (world.stop.aborted) return code;
    } finally {
      changes.close();
    }
  }
}

/** Names, sizes and times of the documents as one text. */
async function stampOf(paths: readonly string[], cwd: string): Promise<string> {
  const rows = paths.map(async (path) => {
    const about = await stat(resolve(cwd, path)).catch(() => undefined);
    return `${path}\u0000${about?.size}\u0000${about?.mtimeMs}`;
  });
  return (await Promise.all(rows)).join('\n');
}

/** Folders rather than files are watched: most editors put a new file in the place of the old one. */
function watchFolders(folders: readonly string[]) {
  let wake = (): void => {};
  let pending = false;
  const changed = (): void => {
    pending = true;
    wake();
  };
  const watchers: FSWatcher[] = folders.map((folder) => watch(folder, changed).on('error', changed));
  return {
    /** Resolves some quiet time after a change, or at once when the run is stopped. */
    async next(stop: AbortSignal): Promise<void> {
      const waitFor = (ms: number | undefined): Promise<void> =>
        new Promise((done) => {
          const timer = ms === undefined ? undefined : setTimeout(done, ms);
          wake = () => {
            clearTimeout(timer);
            done();
          };
          stop.addEventListener('abort', wake, { once: true });
        });
      if (!pending && !stop.aborted) await waitFor(undefined);
      while (pending && !stop.aborted) {
        pending = false;
        await waitFor(settleMs);
      }
    },
    close(): void {
      for (const watcher of watchers) watcher.close();
    },
  };
}
