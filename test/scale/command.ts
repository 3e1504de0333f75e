import { type ChildProcess, spawn } from 'node:child_process';
import type { World } from '../../src/cli/invocation.ts';
import { main } from '../../src/cli/program.ts';

/** Runs one call in this process. */
export async function call(
  cwd: string,
  ...argv: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const texts = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      texts[name] += text;
    },
    isTTY: false,
    columns: 100,
  });
  const world: World = {
    cwd,
    environment: {},
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: async () => new Uint8Array(),
    stop: new AbortController().signal,
  };
  return { code: await main(argv, world), ...texts };
}

const entry = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const loader = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;

/** A worker as a process of its own, to be killed and frozen. `before` is put in front of node. */
export function spawnWorker(
  argv: readonly string[],
  cwd: string,
  before: readonly string[] = [],
): ChildProcess {
  const [command, ...rest] = [...before, process.execPath, '--import', loader, entry, 'worker', ...argv];
  return spawn(command as string, rest, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
