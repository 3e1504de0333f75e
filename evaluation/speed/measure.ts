import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one run of a whole process cost. */
export interface Cost {
  wallMs: number;
  /** User and system time of the process and the children it waited for, ms. */
  cpuMs: number;
  /** Peak resident memory of the process itself, MiB. */
  peakMiB: number;
  code: number | null;
  stdout: string;
  /** Ended by the time bound. */
  late: boolean;
}

export interface Program {
  command: string;
  args: readonly string[];
  environment?: Record<string, string>;
  /** Keep standard output up to this many characters; the rest is read and thrown away. */
  keep?: number;
  timeoutMs?: number;
  cwd?: string;
}

/** Clock ticks a second in /proc; 100 on every Linux Node runs on. */
const ticks = 100;

/** Runs a program pinned to the first processor (the web has the second) and reads its cost from /proc while it runs. */
export function measure({
  command,
  args,
  environment = {},
  keep = 0,
  timeoutMs = 300_000,
  cwd,
}: Program): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn('taskset', ['-c', '0', command, ...args], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
      ...(cwd ? { cwd } : {}),
    });
    let [peakKiB, cpuTicks, late, stdout] = [0, 0, false, ''];
    const look = (): void => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peakKiB = Math.max(peakKiB, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
        const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        cpuTicks = Math.max(
          cpuTicks,
          [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0),
        );
      } catch {
        // The process has ended between two looks.
      }
    };
    const timer = setInterval(look, 10);
    const bound = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.on('data', (part: Buffer) => {
      if (stdout.length < keep) stdout += part.toString('utf8').slice(0, keep - stdout.length);
    });
    child.on('error', reject);
    child.on('exit', look);
    child.on('close', (code) => {
      clearInterval(timer);
      clearTimeout(bound);
      const wallMs = performance.now() - began;
      resolve({ wallMs, cpuMs: (cpuTicks / ticks) * 1000, peakMiB: peakKiB / 1024, code, stdout, late });
    });
  });
}

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};
