import { resolve } from 'node:path';
import { UsageError } from './exit.ts';
import type { World } from './invocation.ts';

/** One thing to put out: what it is called in the output folder, and how it is made. */
export interface Output {
  /** File name within --out; never taken from a document or a page. */
  name: string;
  render(): Promise<string | Iterable<string>> | string;
}

/** To files in the folder where one is given, else to standard output, where there is room for one only. */
export async function putOut(
  outputs: readonly Output[],
  folder: string | undefined,
  world: World,
): Promise<void> {
  if (folder === undefined) {
    if (outputs.length > 1) throw new UsageError('Several formats at once need --out DIR.');
    for (const output of outputs) {
      const whole = await output.render();
      for (const part of typeof whole === 'string' ? [whole] : whole) world.stdout.write(part);
    }
    return;
  }
  const { writeWhole } = await import('./write.ts');
  for (const output of outputs)
    await writeWhole(resolve(world.cwd, folder, output.name), await output.render());
}

/** The formats asked for, checked against those there are. */
export function chosen(asked: readonly string[], known: readonly string[], fallback: string): string[] {
  const formats = asked.length ? asked : [fallback];
  for (const format of formats)
    if (!known.includes(format))
      throw new UsageError(`--format: "${format}" is not one of ${known.join(', ')}.`);
  return [...new Set(formats)];
}
