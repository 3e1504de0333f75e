import { commands } from './commands.ts';
import { type Flag, flagsOf, keyOf } from './flags.ts';

/** A call as it was typed: the command's name, its files, and what was said by setting. */
export interface PlainCall {
  command: string;
  files: string[];
  said: Record<string, unknown>;
}

/**
 * A call that says nothing but what the tables know, read without loading the parser that explains mistakes and prints
 * help. Undefined for any other, which is that parser's to read.
 */
export function plainCall([name, ...rest]: readonly string[]): PlainCall | undefined {
  const command = commands.find((one) => one.name === name);
  if (!command) return undefined;
  const known = spellings(flagsOf(command.name));
  const call: PlainCall = { command: command.name, files: [], said: {} };
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] as string;
    if (word === '-' || !word.startsWith('-')) {
      call.files.push(word);
      continue;
    }
    const cut = word.startsWith('--') ? word.indexOf('=') : -1;
    const found = known.get(cut === -1 ? word : word.slice(0, cut));
    if (!found) return undefined;
    const { flag, no } = found;
    const key = keyOf(flag.name);
    if (flag.kind === 'bool') {
      if (cut !== -1) return undefined;
      call.said[key] = !no;
      continue;
    }
    if (cut === -1) at += 1;
    const value = cut === -1 ? rest[at] : word.slice(cut + 1);
    if (value === undefined) return undefined;
    call.said[key] = flag.kind === 'list' ? [...((call.said[key] as string[]) ?? []), value] : value;
  }
  return call.files.length > 0 && command.arguments === '' ? undefined : call;
}

function spellings(flags: readonly Flag[]): Map<string, { flag: Flag; no: boolean }> {
  const known = new Map<string, { flag: Flag; no: boolean }>();
  for (const flag of flags) {
    known.set(`--${flag.name}`, { flag, no: false });
    if (flag.short) known.set(`-${flag.short}`, { flag, no: false });
    if (flag.kind === 'bool' && flag.default === true) known.set(`--no-${flag.name}`, { flag, no: true });
  }
  return known;
}
