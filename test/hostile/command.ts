import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'dist/cli/main.js');

/** The newest change under a folder, ms. */
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

/** The command as users have it: compiled, where what is compiled is older than its sources. */
export function command(): string {
  if (!existsSync(built) || newest(join(root, 'dist')) < newest(join(root, 'src')))
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root });
  return built;
}

export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  /** Processor time of the command and its children cannot be had; this is by the wall, ms. */
  wallMs: number;
  /** Largest resident memory of the command and of any one of its children, MiB. Linux only, else 0. */
  residentMib: number;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ran>;
}

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Killed after this, ms. */
  killAfterMs?: number;
  input?: string;
  /** Options of Node itself. */
  node?: readonly string[];
}

/** Starts the built command in an environment of its own. */
export function start(args: readonly string[], options: RunOptions = {}): Running {
  const begun = performance.now();
  const child = spawn(process.execPath, [...(options.node ?? []), command(), ...args], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env.PATH ?? '', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
  let residentMib = 0;
  const watch = setInterval(() => {
    residentMib = Math.max(residentMib, ...familyOf(child.pid ?? 0).map(peakOf));
  }, 50);
  const kill = setTimeout(() => child.kill('SIGKILL'), options.killAfterMs ?? 60_000);
  const ended = new Promise<Ran>((settle) => {
    child.once('close', (code, signal) => {
      clearInterval(watch);
      clearTimeout(kill);
      settle({
        code,
        signal,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
        wallMs: performance.now() - begun,
        residentMib,
      });
    });
  });
  return { child, ended };
}

export const run = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  start(args, options).ended;

/** A process and its children, down to the last. */
function familyOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return [pid, ...(children ? children.split(' ').flatMap((id) => familyOf(Number(id))) : [])];
  } catch {
    return [pid];
  }
}

/** The most memory a process has had resident, MiB. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
