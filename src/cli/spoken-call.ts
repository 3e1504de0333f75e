import { Command as Commander, Option } from 'commander';
import { type Command, commands } from './commands.ts';
import { type Flag, flagsOf } from './flags.ts';
import type { World } from './invocation.ts';
import { shown } from './printable.ts';
import { version } from './version.ts';

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
    writeErr: (text) => world.stderr.write(shown(text)),
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
