import { basename, dirname, join } from 'node:path';
import { type InputOptions, readInput } from './documents.ts';
import type { World } from './invocation.ts';

const mentions =
  /\\(?:bibliography|addbibresource)\s{0,4}(?:\[[^\]\n]{0,200}\])?\s{0,4}\{([^{}\n]{1,400})\}/g;

/**
 * The `.bib` files a LaTeX document names and the `.bbl` beside it, by file name. Only files in the document's own
 * folder or below it are taken.
 */
export async function companionsOf(
  path: string,
  bytes: Uint8Array,
  world: World,
  options: InputOptions,
): Promise<Map<string, Uint8Array>> {
  const companions = new Map<string, Uint8Array>();
  if (!/\.(?:tex|latex|ltx)$/i.test(path)) return companions;
  const text = new TextDecoder().decode(bytes);
  const named = [...text.matchAll(mentions)].flatMap((match) => (match[1] ?? '').split(','));
  const bib = named
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => (name.endsWith('.bib') ? name : `${name}.bib`));
  for (const name of [...bib, basename(path).replace(/\.\w+$/, '.bbl')]) {
    const target = join(dirname(path), name);
    if (name.startsWith('/') || target.startsWith('..') || name.split(/[\\/]/).includes('..')) continue;
    const input = await readInput(target, world, options);
    if ('bytes' in input) companions.set(name, input.bytes);
  }
  return companions;
}
