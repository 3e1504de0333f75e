import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PdfPage } from '../read/pdf/pages.ts';
import { UnreadableError } from '../read/unreadable.ts';
import type { PdfLimits } from './pdf-process.ts';

/** Run from its sources, the loader that compiles them takes memory of its own. */
const fromSource = import.meta.url.endsWith('.ts');
/** What a PDF may take; an article takes about 120 MiB and a second. */
const standard: PdfLimits = { memoryMib: fromSource ? 480 : 320, timeMs: fromSource ? 25_000 : 12_000 };

/**
 * Reads a PDF's pages in a process that lives for this one file, so that none can take the run with it. Throws
 * UnreadableError.
 */
export function pdfPagesApart(bytes: Uint8Array, limits: PdfLimits = standard): Promise<PdfPage[]> {
  return new Promise((resolve, reject) => {
    const child = start(limits);
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      child.kill('SIGKILL');
      act();
    };
    const fail = (why: string): void => settle(() => reject(new UnreadableError(why)));
    // The child watches itself; this is for one that waits for ever, or never came so far.
    const timer = setTimeout(() => fail(tooLong(limits)), limits.timeMs * (fromSource ? 3 : 1.5));
    child.once('error', () => fail('cannot be read: no process could be started for it.'));
    child.once('exit', (_code, signal) =>
      fail(
        signal === 'SIGUSR2' || signal === 'SIGABRT'
          ? tooMuch(limits)
          : signal
            ? tooLong(limits)
            : 'is a damaged PDF; save it anew or give its text.',
      ),
    );
    child.once('message', (message: { pages?: PdfPage[]; unreadable?: string }) => {
      if (message.pages) settle(() => resolve(message.pages as PdfPage[]));
      else fail(message.unreadable ?? 'cannot be read as a PDF.');
    });
    child.send({ bytes, limits }, (error) => {
      if (error) fail('cannot be read: its process ended at once.');
    });
  });
}

const tooMuch = ({ memoryMib }: PdfLimits): string =>
  `needs more than ${memoryMib} MiB of memory to be read and is passed over.`;
const tooLong = ({ timeMs }: PdfLimits): string =>
  `takes more than ${Math.round(timeMs / 1000)} s to be read and is passed over.`;

/** With no environment to speak of, and a heap below the cap on all its memory. */
function start({ memoryMib }: PdfLimits): ChildProcess {
  const script = fileURLToPath(
    new URL(fromSource ? './pdf-process.ts' : './pdf-process.js', import.meta.url),
  );
  const loader = fromSource ? ['--import', createRequire(import.meta.url).resolve('tsx')] : [];
  return fork(script, {
    execArgv: [`--max-old-space-size=${Math.floor(memoryMib * 0.75)}`, ...loader],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { PATH: process.env.PATH ?? '' },
  });
}
