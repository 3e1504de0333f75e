import { type ChildProcess, spawn } from 'node:child_process';
import type { World } from '../../src/cli/invocation.ts';
import { main } from '../../src/cli/program.ts';
import type { WorkerSettings } from './worker-process.ts';

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

const entry = new URL('./worker-process.ts', import.meta.url).pathname;
const loader = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;

/** A worker as a process of its own, to be killed and frozen. */
export const spawnWorker = (settings: WorkerSettings): ChildProcess =>
  spawn(process.execPath, ['--import', loader, entry, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
