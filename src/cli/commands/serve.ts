import { serveDesk } from '../../serve/index.ts';
import { exit, UsageError } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { deskOf, loadPage } from '../serving.ts';

/** `refvouch serve`: the page on loopback, until it is stopped. */
export async function run(invocation: Invocation): Promise<number> {
  const { settings, world } = invocation;
  const port = settings.int('port');
  const serving = await serveDesk(deskOf(invocation, await loadPage()), port).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') throw cause;
      throw new UsageError(`--port: ${port} cannot be used (${cause.code}); give another, or 0 for any.`);
    },
  );
  world.stdout.write(`${serving.url}\n`);
  if (!settings.bool('quiet'))
    world.stderr.write('refvouch: open this address in a browser on this machine; Ctrl-C ends it.\n');
  await new Promise<void>((resolve) => {
    if (world.stop.aborted) resolve();
    world.stop.addEventListener('abort', () => resolve(), { once: true });
  });
  await serving.close();
  return exit.clean;
}
