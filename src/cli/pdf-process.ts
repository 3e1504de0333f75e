import { isMainThread, Worker } from 'node:worker_threads';
import { pdfPages } from '../read/pdf/pages.ts';
import { UnreadableError } from '../read/unreadable.ts';

/**
 * The process a PDF is read in: takes the file's bytes from its parent, answers with the pages or with why there are
 * none. A thread beside the one at work watches time and memory, which no timer could while a hostile file holds the
 * loop, and ends the process when either runs out.
 */
export interface PdfLimits {
  /** Resident memory of the whole process. */
  memoryMib: number;
  /** Of the processor, so that a busy machine passes over nothing it could read. */
  timeMs: number;
}

const watch = `
  const { memoryMib, timeMs } = require('node:worker_threads').workerData;
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if (process.memoryUsage.rss() > memoryMib * 1048576) process.kill(process.pid, 'SIGUSR2');
    if ((user + system) / 1000 > timeMs) process.kill(process.pid, 'SIGKILL');
  }, 20);
`;

if (isMainThread && process.send) {
  process.once('message', (message: { bytes: Uint8Array; limits: PdfLimits }) => {
    new Worker(watch, { eval: true, workerData: message.limits }).unref();
    pdfPages(message.bytes).then(
      (pages) => answer({ pages }),
      (cause: unknown) =>
        answer({ unreadable: cause instanceof UnreadableError ? cause.message : 'cannot be read as a PDF.' }),
    );
  });
}

function answer(message: unknown): void {
  process.send?.(message, () => process.exit(0));
}
