import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Invocation, World } from '../../src/cli/invocation.ts';
import { deskOf, loadPage } from '../../src/cli/serving.ts';
import { resolveSettings } from '../../src/cli/settings.ts';
import { type Desk, type PageFile, type Serving, serveDesk } from '../../src/serve/index.ts';
import { towards } from '../check/run.ts';
import type { Replica } from '../replica/server.ts';

/** The page as the build makes it, in a folder that goes again. */
export async function builtPage(): Promise<Map<string, PageFile>> {
  const folder = await mkdtemp(join(tmpdir(), 'refvouch-page-'));
  try {
    const configFile = new URL('../../vite.page.config.ts', import.meta.url).pathname;
    await build({ configFile, logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } });
    return await loadPage(pathToFileURL(`${folder}/`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A desk whose web is the replica. */
export function deskTowards(replica: Replica, page: Map<string, PageFile>, more: Partial<Desk> = {}): Desk {
  const flags = { paceMs: 0, state: join(tmpdir(), 'refvouch-none'), identify: false };
  const settings = resolveSettings({ flags, environment: {}, file: undefined, untrusted: false });
  const quiet = { write: () => undefined, isTTY: false, columns: 80 };
  const world: World = {
    cwd: tmpdir(),
    environment: {},
    stdout: quiet,
    stderr: quiet,
    stdin: async () => new Uint8Array(),
    stop: new AbortController().signal,
    gathering: towards(replica),
  };
  const invocation: Invocation = { files: [], settings, commands: [], world };
  return { ...deskOf(invocation, page), ...more };
}

export const served = (desk: Desk): Promise<Serving> => serveDesk(desk);
