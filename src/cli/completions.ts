import { type Flag, flagsOf } from './flags.ts';

/** What a completion needs to know of a command. */
export interface Completed {
  name: string;
  summary: string;
}

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A completion script, made from the tables of commands and flags. */
export const completionScript = (shell: Shell, commands: readonly Completed[]): string =>
  ({ bash, zsh, fish })[shell](commands);

const long = (flag: Flag): string[] =>
  flag.kind === 'bool' && flag.default === true
    ? [`--${flag.name}`, `--no-${flag.name}`]
    : [`--${flag.name}`];
const choicesOf = (command: Completed): Flag[] => flagsOf(command.name).filter((flag) => flag.choices);
/** Text within single quotes of any of the three shells. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function bash(commands: readonly Completed[]): string {
  const values = commands.flatMap((command) =>
    choicesOf(command).map(
      (flag) =>
        `    ${command.name}:--${flag.name}) COMPREPLY=($(compgen -W ${quoted((flag.choices ?? []).join(' '))} -- "$word")); return ;;`,
    ),
  );
  const options = commands.map(
    (command) => `    ${command.name}) words=${quoted(flagsOf(command.name).flatMap(long).join(' '))} ;;`,
  );
  return `# refvouch for bash: source <(refvouch completion bash)
_refvouch() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(commands.map(({ name }) => name).join(' '))} -- "$word"))
    return
  fi
  case "$command:$before" in
${values.join('\n')}
  esac
  case "$command" in
${options.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _refvouch refvouch
`;
}

/** Brackets and colons mean something to _arguments. */
const plain = (text: string): string => text.replace(/[[\]:]/g, ' ').replaceAll("'", '’');

function zsh(commands: readonly Completed[]): string {
  const describe = commands.map(({ name, summary }) => `    ${quoted(`${name}:${plain(summary)}`)}`);
  const cases = commands.map((command) => {
    const rows = flagsOf(command.name).flatMap((flag) =>
      long(flag).map((name) => {
        const value =
          flag.kind === 'bool' ? '' : flag.choices ? `:value:(${flag.choices.join(' ')})` : ':value:_files';
        return `        ${quoted(`${flag.kind === 'list' ? '*' : ''}${name}[${plain(flag.help)}]${value}`)}`;
      }),
    );
    return `      ${command.name}) _arguments ${['', ...rows, "        '*:file:_files'"].join(' \\\n')} ;;`;
  });
  return `#compdef refvouch
# refvouch for zsh: refvouch completion zsh > "\${fpath[1]}/_refvouch"
_refvouch() {
  local -a commands
  commands=(
${describe.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
  else
    local command="$words[2]"
    shift words; (( CURRENT-- ))
    case "$command" in
${cases.join('\n')}
    esac
  fi
}
compdef _refvouch refvouch
`;
}

/** In fish, single quotes take a backslash before a quote. */
const fishQuoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function fish(commands: readonly Completed[]): string {
  const rows = commands.flatMap((command) => [
    `complete -c refvouch -n __fish_use_subcommand -a ${command.name} -d ${fishQuoted(command.summary)}`,
    ...flagsOf(command.name).flatMap((flag) =>
      long(flag).map((name) =>
        [
          `complete -c refvouch -n '__fish_seen_subcommand_from ${command.name}' -l ${name.slice(2)}`,
          ...(flag.short && name === `--${flag.name}` ? [`-s ${flag.short}`] : []),
          ...(flag.choices
            ? [`-x -a ${fishQuoted(flag.choices.join(' '))}`]
            : flag.kind === 'bool'
              ? []
              : ['-r']),
          `-d ${fishQuoted(flag.help)}`,
        ].join(' '),
      ),
    ),
  ]);
  return `# refvouch for fish: refvouch completion fish > ~/.config/fish/completions/refvouch.fish\n${rows.join('\n')}\n`;
}
