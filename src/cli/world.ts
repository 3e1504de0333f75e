import type { World } from './invocation.ts';

/** The real process: its streams, its signals. The first Ctrl-C or SIGTERM stops cleanly, the second at once. */
export function processWorld(): World {
  const controller = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
    controller.abort(new Error(`stopped by ${signal}`));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // A reader that has gone away (`| head`) is no error of ours.
  const onPipe = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  };
  process.stdout.on('error', onPipe);
  process.stderr.on('error', onPipe);
  return {
    cwd: process.cwd(),
    environment: process.env,
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    stdin: readStandardInput,
    stop: controller.signal,
  };
}

const stream = (target: NodeJS.WriteStream) => ({
  write: (text: string) => void target.write(text),
  isTTY: target.isTTY === true,
  columns: target.columns ?? 80,
});

let standardInput: Promise<Uint8Array> | undefined;

/** Read once; whoever asks again gets the same bytes. */
function readStandardInput(maxBytes: number): Promise<Uint8Array> {
  standardInput ??= drain(maxBytes);
  return standardInput;
}

/** What is beyond the cap is never taken in; that there is more shows in the length. */
async function drain(maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    length += (chunk as Uint8Array).length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks);
}
