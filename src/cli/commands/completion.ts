import { completionScript, type Shell, shells } from '../completions.ts';
import { exit, UsageError } from '../exit.ts';
import type { Invocation } from '../invocation.ts';

/** `refvouch completion SHELL`. */
export async function run({ files, world, commands }: Invocation): Promise<number> {
  const shell = files[0];
  if (!shells.includes(shell as Shell))
    throw new UsageError(`refvouch completion wants one of ${shells.join(', ')}.`);
  world.stdout.write(completionScript(shell as Shell, commands));
  return exit.clean;
}
