import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: a new file beside it (exclusive, links not followed), synced, then renamed over
 * it. A link standing at `path` is replaced, never followed.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.refvouch-${randomBytes(8).toString('hex')}.tmp`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
  const handle = await open(temporary, flags, 0o644);
  try {
    await handle.writeFile(typeof content === 'string' ? content.toWellFormed() : content);
    await handle.sync();
  } catch (cause) {
    await handle.close();
    await unlink(temporary).catch(() => undefined);
    throw cause;
  }
  await handle.close();
  await rename(temporary, path);
}
