import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../../src/cli/invocation.ts';
import { main } from '../../src/cli/program.ts';
import type { Report } from '../../src/model/report.ts';
import type { Replica } from '../replica/server.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** A folder that goes with the test. */
export function folderFor(after: (clean: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'refvouch-test-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What of gathering sends every host of the replica's world to the replica, in real sockets. */
export const towards = (replica: Replica): World['gathering'] => ({
  ports: {
    connect: replica.connect as never,
    resolve: async (host) => [{ address: replica.resolve(host).address, family: 4 }],
  },
  synthetic: 'The pages are synthetic.',
});

/** Runs the command line in this process. */
export async function refvouch(
  args: readonly string[],
  {
    cwd,
    gathering,
    environment = {},
    stdin = '',
    stop,
  }: Partial<Omit<World, 'stdin' | 'stdout' | 'stderr'>> & { stdin?: string } = {},
): Promise<Ran> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const stream = (parts: string[]) => ({
    write: (text: string) => void parts.push(text),
    isTTY: false,
    columns: 100,
  });
  const code = await main(args, {
    cwd: cwd ?? process.cwd(),
    environment,
    stdout: stream(stdout),
    stderr: stream(stderr),
    stdin: async () => new TextEncoder().encode(stdin),
    stop: stop ?? new AbortController().signal,
    ...(gathering ? { gathering } : {}),
  });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

export const reportIn = (path: string): Report => JSON.parse(readFileSync(path, 'utf8')) as Report;
