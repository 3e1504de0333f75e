import { exit } from '../exit.ts';
import type { Invocation } from '../invocation.ts';

/** `refvouch check`. */
export async function run(_invocation: Invocation): Promise<number> {
  return exit.inconclusive;
}
