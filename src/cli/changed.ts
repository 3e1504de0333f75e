import { execFile } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Citation } from '../model/citation.ts';
import type { Note } from '../model/note.ts';
import { loadParser } from '../parse/index.ts';
import { readDocument } from '../read/index.ts';
import { UsageError } from './exit.ts';
import type { World } from './invocation.ts';

const run = promisify(execFile);
const most = 64 * 1024 * 1024;

/**
 * Answers whether a citation's text was already in the document at a git revision. Texts are compared without their
 * white space, so that a moved or re-wrapped note counts as unchanged.
 */
export async function unchangedSince(
  revision: string,
  paths: readonly string[],
  world: World,
): Promise<(citation: Citation, note: Note, path: string) => boolean> {
  if (revision.startsWith('-')) throw new UsageError('--changed: a git revision is wanted.');
  const parser = await loadParser();
  const known = new Map<string, Set<string>>();
  for (const path of paths) {
    const bytes = await contentAt(revision, path, world);
    const source = bytes ? await readDocument(path, bytes) : undefined;
    const notes = source && 'text' in source ? parser.parse(source).notes : [];
    known.set(path, new Set(notes.flatMap((note) => note.citations.map((one) => printedText(one, note)))));
  }
  return (citation, note, path) => known.get(path)?.has(printedText(citation, note)) ?? false;
}

const printedText = ({ place }: Citation, note: Note): string =>
  note.text.slice(place.offset - note.place.offset, place.end - note.place.offset).replace(/\s+/g, '');

/** The file's bytes at the revision; undefined where it did not exist then. */
async function contentAt(revision: string, path: string, world: World): Promise<Uint8Array | undefined> {
  const full = resolve(world.cwd, path);
  const git = (...args: string[]) =>
    run('git', args, { cwd: dirname(full), encoding: 'buffer', maxBuffer: most });
  try {
    await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  } catch {
    throw new UsageError(
      `--changed: "${revision}" is no revision of the repository ${path} lies in; fetch it or name another.`,
    );
  }
  try {
    return (await git('show', `${revision}:./${basename(full)}`)).stdout;
  } catch {
    return undefined;
  }
}
