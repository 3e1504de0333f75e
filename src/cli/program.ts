import { Command as Commander, CommanderError, Option } from 'commander';
import { type Command, commands } from './commands.ts';
import { loadConfiguration } from './configuration.ts';
import { exit, UsageError } from './exit.ts';
import { environmentOf, type Flag, flagsOf } from './flags.ts';
import type { World } from './invocation.ts';
import { resolveSettings } from './settings.ts';
import { onPullRequest } from './untrusted.ts';
import { version } from './version.ts';

/** Runs one call and answers its exit code; never throws, never prints a stack. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  let code: number = exit.clean;
  const program = build(world, async (command, files, said) => {
    code = await call(command, files, said, world);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, world);
  }
}

type Action = (command: Command, files: string[], said: Record<string, unknown>) => Promise<void>;

/** The parser, made from the two tables. */
export function build(world: World, action: Action): Commander {
  const program = new Commander('refvouch')
    .description('Does each cited source still stand, and is it still what was cited?')
    .version(version(), '-V, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print this help.')
    .addHelpText('after', `\n${manners}`)
    .configureHelp({ helpWidth: Math.min(world.stdout.columns, 110) })
    .showSuggestionAfterError(true);
  prepare(program, world);
  for (const command of commands) {
    const sub = program
      .command(command.name)
      .summary(command.summary)
      .description(command.summary)
      .usage(`[options] ${command.arguments}`);
    prepare(sub, world);
    sub.helpOption('-h, --help', 'Print this help.');
    if (command.arguments) sub.argument('[files...]');
    for (const flag of flagsOf(command.name)) addOptions(sub, flag);
    sub.addHelpText('after', examplesOf(command));
    sub.action(async (...parts: unknown[]) => {
      const files = Array.isArray(parts[0]) ? (parts[0] as string[]) : [];
      await action(command, files, sub.opts());
    });
  }
  return program;
}

const manners = `Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage or configuration, 3 the run could not conclude (offline).
Every flag can also be set as REFVOUCH_<NAME> in the environment or as a key of refvouch.config.json.`;

function prepare(command: Commander, world: World): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => world.stdout.write(text),
    writeErr: (text) => world.stderr.write(text),
  });
}

function addOptions(command: Commander, flag: Flag): void {
  const names = `${flag.short ? `-${flag.short}, ` : ''}--${flag.name}`;
  const help = describe(flag);
  if (flag.kind === 'bool') {
    command.addOption(new Option(names, help));
    if (flag.default === true) command.addOption(new Option(`--no-${flag.name}`, `Turn --${flag.name} off.`));
    return;
  }
  const option = new Option(`${names} <${flag.value ?? 'VALUE'}>`, help);
  if (flag.kind === 'list')
    option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  command.addOption(option);
}

/** One sentence, its unit, its choices, its default, an example. */
export function describe(flag: Flag): string {
  const parts = [
    flag.choices ? `one of ${flag.choices.join(', ')}` : '',
    flag.unit ? `in ${flag.unit}` : '',
    flag.default !== undefined && flag.default !== false ? `default ${String(flag.default)}` : '',
    flag.example ? `as in ${flag.example}` : '',
  ].filter(Boolean);
  return parts.length ? `${flag.help} (${parts.join('; ')})` : flag.help;
}

const examplesOf = (command: Command): string =>
  command.examples.length
    ? `\nExamples:\n${command.examples.map(({ line, what }) => `  ${line}\n      ${what}`).join('\n')}\n`
    : '';

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
  for (const notice of settings.notices) world.stderr.write(`refvouch: ${notice}\n`);
  if (command.arguments.startsWith('FILE') && files.length === 0)
    throw new UsageError(
      `refvouch ${command.name} wants at least one FILE; \`refvouch ${command.name} --help\` shows examples.`,
    );
  const { run } = await command.load();
  return run({ files, settings, world, configuration: file, commands });
}

function explain(error: unknown, world: World): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.clean : exit.usage;
  if (error instanceof UsageError) {
    world.stderr.write(`refvouch: ${error.message}\n`);
    return exit.usage;
  }
  const { code, message } = error as NodeJS.ErrnoException;
  world.stderr.write(`refvouch: ${plain(code)} ${String(message).split('\n')[0]}\n`);
  return exit.usage;
}

const causes: Record<string, string> = {
  ENOSPC: 'The disk is full; free some space and run again, finished visits are kept.',
  EROFS: 'The folder is read-only; give --out and --state folders that can be written.',
  EACCES: 'A file or folder may not be written; check permissions or give --out and --state.',
};
const plain = (code: string | undefined): string =>
  causes[code ?? ''] ?? 'Something went wrong that should not; please report it.';
