import { createHash } from 'node:crypto';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';

/**
 * A file name for what belongs to a document: its own name in plain letters, and eight digits of a hash of where it lies,
 * so that two documents of one name never share a file and nothing of a path can lead elsewhere.
 */
export function slugOf(path: string, cwd: string): string {
  const full = resolve(cwd, path);
  const way = relative(cwd, full);
  const known = way.startsWith('..') || isAbsolute(way) ? full : way;
  const plain = basename(path)
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain || 'document'}-${createHash('sha256').update(known).digest('hex').slice(0, 8)}`;
}

/** Where a document's ledger lies: in the folder named, else beside its records, else in `refs/` of the working folder. */
export function ledgerPath(path: string, cwd: string, state: string | undefined): string {
  if (path === '-') return resolve(cwd, state ?? 'refs', 'standard-input.ledger.ndjson');
  const folder = dirname(resolve(cwd, path));
  const beside = basename(dirname(folder)) === 'refs';
  if (beside && (state === undefined || resolve(cwd, state) === folder))
    return resolve(folder, 'ledger.ndjson');
  return resolve(cwd, state ?? 'refs', `${slugOf(path, cwd)}.ledger.ndjson`);
}
