import { type Command, commands } from './commands.ts';
import { loadConfiguration } from './configuration.ts';
import { exit, UsageError } from './exit.ts';
import { environmentOf } from './flags.ts';
import type { World } from './invocation.ts';
import { plainCall } from './plain-call.ts';
import { said as say } from './printable.ts';
import { resolveSettings } from './settings.ts';
import { onPullRequest } from './untrusted.ts';

/** Runs one call and answers its exit code; never throws, never prints a stack. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  try {
    const plain = plainCall(argv);
    const command = commands.find(({ name }) => name === plain?.command);
    if (plain && command) return await call(command, plain.files, plain.said, world);
    let code: number = exit.clean;
    const { build } = await import('./spoken-call.ts');
    const program = build(world, async (spoken, files, said) => {
      code = await call(spoken, files, said, world);
    });
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, world);
  }
}

async function call(
  command: Command,
  files: string[],
  said: Record<string, unknown>,
  world: World,
): Promise<number> {
  const file = await loadConfiguration(world.cwd, said.config as string | undefined);
  const asked = said.untrusted ?? world.environment[environmentOf('untrusted')];
  const untrusted =
    asked === undefined
      ? onPullRequest(world.environment)
      : asked === true || asked === '1' || asked === 'true';
  const settings = resolveSettings({ flags: said, environment: world.environment, file, untrusted });
  for (const notice of settings.notices) world.stderr.write(say(notice));
  if (command.arguments.startsWith('FILE') && files.length === 0)
    throw new UsageError(
      `refvouch ${command.name} wants at least one FILE; \`refvouch ${command.name} --help\` shows examples.`,
    );
  const { run } = await command.load();
  const invocation = { files, settings, world, configuration: file, commands };
  if (!settings.bool('watch')) return run(invocation);
  const { watching } = await import('./watch.ts');
  return watching(invocation, run);
}

/** What the parser ends with once it has printed its help or a mistake. */
const isSpoken = (error: unknown): error is Error & { exitCode: number } =>
  error instanceof Error &&
  'exitCode' in error &&
  String((error as { code?: unknown }).code).startsWith('commander.');

function explain(error: unknown, world: World): number {
  if (isSpoken(error)) return error.exitCode === 0 ? exit.clean : exit.usage;
  if (error instanceof UsageError) {
    world.stderr.write(say(error.message));
    return exit.usage;
  }
  const { code, message } = error as NodeJS.ErrnoException;
  world.stderr.write(say(`${plain(code)} ${String(message).split('\n')[0]}`));
  return exit.usage;
}

const causes: Record<string, string> = {
  ENOSPC: 'The disk is full; free some space and run again, finished visits are kept.',
  EROFS: 'The folder is read-only; give --out and --state folders that can be written.',
  EACCES: 'A file or folder may not be written; check permissions or give --out and --state.',
};
const plain = (code: string | undefined): string =>
  causes[code ?? ''] ?? 'Something went wrong that should not; please report it.';
