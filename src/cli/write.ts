import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: a new file beside it (exclusive, links not followed), synced, then renamed over
 * it. A link standing at `path` is replaced, never followed.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.refvouch-${randomBytes(8).toString('hex')}.tmp`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
  const handle = await open(temporary, flags, 0o644);
  try {
    if (typeof content === 'string') await handle.writeFile(content.toWellFormed());
    else if (content instanceof Uint8Array) await handle.writeFile(content);
    else for (const part of content) await handle.writeFile(part.toWellFormed());
    await handle.sync();
  } catch (cause) {
    await handle.close();
    await unlink(temporary).catch(() => undefined);
    throw cause;
  }
  await handle.close();
  await rename(temporary, path);
}
