import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UsageError } from './exit.ts';
import type { World } from './invocation.ts';

/** A document as the command line hands it on: its name as the user wrote it and its bytes, or why there are none. */
export type Input = { path: string; bytes: Uint8Array } | { path: string; unreadable: string };

export interface InputOptions {
  maxBytes: number;
}

/** Endings that are looked at when a folder is walked; a file named outright is read whatever its name. */
const endings =
  'txt,text,md,markdown,mdx,qmd,rmd,html,htm,xhtml,docx,pdf,tex,latex,wiki,wikitext,mediawiki,re,adoc,rst,bib,bibtex,ris';
const ignoreFiles = ['.gitignore', '.refvouchignore'];

/** Every document meant by the arguments, in order, each once. `-` is standard input. */
export async function listDocuments(files: readonly string[], world: World): Promise<string[]> {
  const found: string[] = [];
  for (const argument of files) {
    if (argument === '-') found.push('-');
    else found.push(...(await expand(argument, world.cwd)));
  }
  const distinct = [...new Set(found)];
  if (distinct.length === 0)
    throw new UsageError(
      `No document found for ${files.join(' ') || 'no argument'}; give files, folders, globs or -.`,
    );
  return distinct;
}

async function expand(argument: string, cwd: string): Promise<string[]> {
  const info = await lstat(resolve(cwd, argument)).catch(() => undefined);
  if (info?.isDirectory()) return walk(`**/*.{${endings}}`, resolve(cwd, argument), argument);
  if (info || !/[*?{}[\]]/.test(argument)) return [argument];
  return walk(argument.replaceAll('\\', '/'), cwd, '');
}

async function walk(pattern: string, root: string, prefix: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const paths = await glob([pattern], {
    cwd: root,
    dot: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
  });
  const isIgnored = await ignoreRules(root);
  const kept: string[] = [];
  for (const path of paths.sort()) if (!(await isIgnored(path))) kept.push(path);
  return kept.map((path) => (prefix ? `${prefix.replace(/[\\/]$/, '')}/${path}` : path));
}

/** Whether a path under `root` is left out by the ignore files of the folders it lies in, each for what is below it. */
async function ignoreRules(root: string): Promise<(path: string) => Promise<boolean>> {
  const { default: ignore } = await import('ignore');
  const folders = new Map<string, ReturnType<typeof ignore>>();
  const rulesOf = async (folder: string) => {
    const known = folders.get(folder);
    if (known) return known;
    const rules = ignore();
    for (const name of ignoreFiles) {
      const found = await readInput(join(root, folder, name), { cwd: root }, { maxBytes: 1024 * 1024 });
      if ('bytes' in found) rules.add(new TextDecoder().decode(found.bytes));
    }
    folders.set(folder, rules);
    return rules;
  };
  return async (path) => {
    if (path.startsWith('..') || isAbsolute(path)) return false;
    const steps = path.split('/');
    let ignored = false;
    // The deepest file that says something of the path has the last word.
    for (let depth = 0; depth < steps.length; depth += 1) {
      const rules = await rulesOf(steps.slice(0, depth).join('/'));
      const verdict = rules.test(steps.slice(depth).join('/'));
      if (verdict.ignored) ignored = true;
      else if (verdict.unignored) ignored = false;
    }
    return ignored;
  };
}

/** Reads one document: regular files only, capped, no link that leads out of the folder it was named in. */
export async function readInput(
  path: string,
  world: Pick<World, 'cwd'> & Partial<Pick<World, 'stdin'>>,
  options: InputOptions,
): Promise<Input> {
  const tooLarge = `is larger than ${Math.floor(options.maxBytes / 1024 / 1024)} MiB; raise --max-input-mib to read it.`;
  if (path === '-' && world.stdin) {
    const bytes = await world.stdin(options.maxBytes);
    return bytes.length > options.maxBytes
      ? { path, unreadable: `standard input ${tooLarge}` }
      : { path, bytes };
  }
  const full = resolve(world.cwd, path);
  try {
    if (!(await staysInside(full, world.cwd)))
      return {
        path,
        unreadable: 'is a symbolic link that leads out of this folder; name its target instead.',
      };
    const handle = await open(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const opened = await handle.stat();
      if (!opened.isFile()) return { path, unreadable: 'is not a regular file; name a document.' };
      if (opened.size > options.maxBytes) return { path, unreadable: tooLarge };
      const bytes = await handle.readFile();
      return bytes.length > options.maxBytes ? { path, unreadable: tooLarge } : { path, bytes };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    return { path, unreadable: reasonOf((cause as NodeJS.ErrnoException).code) };
  }
}

/** Whether links on the way to `path` stay under the working folder or, for a file elsewhere, under its own folder. */
async function staysInside(path: string, cwd: string): Promise<boolean> {
  const root = isUnder(path, cwd) ? cwd : dirname(path);
  const [target, base] = await Promise.all([realpath(path), realpath(root)]);
  return isUnder(target, base);
}

function isUnder(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}

const reasons: Record<string, string> = {
  ENOENT: 'does not exist; check the name.',
  EACCES: 'may not be read; check its permissions.',
  EISDIR: 'is a folder; name the files in it or give the folder with a trailing slash.',
  ENXIO: 'is not a regular file; name a document.',
  ELOOP: 'is a symbolic link that leads nowhere.',
};
const reasonOf = (code: string | undefined): string =>
  reasons[code ?? ''] ?? `cannot be read (${code ?? 'unknown error'}).`;
