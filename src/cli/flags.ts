/** One table of flags makes the parser, `--help`, the environment, the configuration file and the README. */

export type FlagKind = 'text' | 'int' | 'bool' | 'list' | 'choice';

export interface Flag {
  /** Long name without the dashes; the setting's name is its camel case. */
  name: string;
  short?: string;
  kind: FlagKind;
  /** What stands for the value in `--help`. */
  value?: string;
  choices?: readonly string[];
  unit?: string;
  /** As shown and as used. `undefined` is said in words in `help`. */
  default?: string | number | boolean | readonly string[];
  min?: number;
  max?: number;
  /** One sentence. */
  help: string;
  example?: string;
  commands: readonly string[];
  /** Never taken from a configuration file that lies in an untrusted checkout. */
  operatorOnly?: boolean;
  /** Not a key of the configuration file at all (about this one call). */
  callOnly?: boolean;
}

const network = ['check'] as const;
const readers = ['parse', 'check', 'export', 'lint', 'fix'] as const;

export const flags: readonly Flag[] = [
  {
    name: 'format',
    short: 'f',
    kind: 'list',
    value: 'NAME',
    help: 'Output format; may repeat or be comma-separated with --out.',
    example: '--format markdown,json --out reports',
    commands: ['parse', 'check', 'lint', 'diff', 'history', 'config'],
  },
  {
    name: 'out',
    short: 'o',
    kind: 'text',
    value: 'DIR',
    help: 'Folder to write the outputs to, a file a format; without it they go to standard output.',
    example: '--out reports',
    commands: ['check', 'parse', 'export', 'lint', 'diff', 'history'],
    operatorOnly: true,
  },
  {
    name: 'name',
    kind: 'text',
    value: 'NAME',
    default: 'report',
    help: 'Name of the files in --out, without their ending.',
    example: '--name article',
    commands: ['check'],
    operatorOnly: true,
  },
  {
    name: 'to',
    short: 't',
    kind: 'choice',
    value: 'NAME',
    choices: ['biblatex', 'bibtex', 'csl-json', 'ris'],
    default: 'biblatex',
    help: 'Bibliography format.',
    example: '--to csl-json',
    commands: ['export'],
  },
  {
    name: 'as',
    kind: 'choice',
    value: 'KIND',
    choices: ['document', 'references', 'notes'],
    default: 'document',
    help: 'Read the input as a whole document, as one bare reference a line, or as one note a line.',
    example: '--as references --format ndjson',
    commands: ['parse'],
    callOnly: true,
  },
  {
    name: 'input-format',
    kind: 'choice',
    value: 'NAME',
    choices: [
      'auto',
      'text',
      'markdown',
      'html',
      'docx',
      'pdf',
      'latex',
      'wikitext',
      'bibtex',
      'csl-json',
      'ris',
      'url-list',
    ],
    default: 'auto',
    help: 'Format of the documents; told from their content by default.',
    commands: readers,
  },
  {
    name: 'max-input-mib',
    kind: 'int',
    value: 'N',
    unit: 'MiB',
    default: 16,
    min: 1,
    max: 1024,
    help: 'Largest document that is read.',
    commands: readers,
    operatorOnly: true,
  },
  {
    name: 'threshold',
    kind: 'text',
    value: 'P',
    default: '0.5',
    help: 'Citations parsed with less confidence than this (0 to 1) are marked for a person.',
    commands: ['parse', 'check', 'lint'],
  },
  {
    name: 'state',
    kind: 'text',
    value: 'DIR',
    help: 'Folder of the ledger and the cache; default `refs/` beside the document’s records.',
    example: '--state .refvouch',
    commands: ['check', 'history'],
    operatorOnly: true,
  },
  {
    name: 'allow-net',
    kind: 'list',
    value: 'CIDR',
    help: 'Address range that may be reached although it is not public; may repeat.',
    example: '--allow-net 10.1.0.0/16',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'concurrency',
    kind: 'int',
    value: 'N',
    default: 16,
    min: 1,
    max: 512,
    help: 'Requests at once over all hosts.',
    commands: network,
  },
  {
    name: 'per-host',
    kind: 'int',
    value: 'N',
    default: 2,
    min: 1,
    max: 10,
    help: 'Requests at once to one host.',
    commands: network,
  },
  {
    name: 'pace-ms',
    kind: 'int',
    value: 'N',
    unit: 'ms',
    default: 1000,
    min: 0,
    max: 3_600_000,
    help: 'Time between the starts of two requests to one host.',
    commands: network,
  },
  {
    name: 'timeout-ms',
    kind: 'int',
    value: 'N',
    unit: 'ms',
    default: 20_000,
    min: 100,
    max: 600_000,
    help: 'Total time a link may take, all hops and retries of a hop included.',
    commands: network,
  },
  {
    name: 'retries',
    kind: 'int',
    value: 'N',
    default: 2,
    min: 0,
    max: 2,
    help: 'Times a failed request is tried again.',
    commands: network,
  },
  {
    name: 'max-body-kib',
    kind: 'int',
    value: 'N',
    unit: 'KiB',
    default: 4096,
    min: 16,
    max: 65_536,
    help: 'Decoded bytes of a page that are read at the most.',
    commands: network,
  },
  {
    name: 'contact',
    kind: 'text',
    value: 'ADDRESS',
    help: 'Mail address or page added to the User-Agent, so that a site can reach you.',
    example: '--contact editor@example.org',
    commands: network,
  },
  {
    name: 'robots',
    kind: 'bool',
    default: false,
    help: 'Ask each host’s robots.txt first and leave out what it disallows.',
    commands: network,
  },
  {
    name: 'identify',
    kind: 'bool',
    default: true,
    help: 'Ask registries and indexes about DOIs and works without a link.',
    commands: network,
  },
  {
    name: 'archive',
    kind: 'bool',
    default: true,
    help: 'Look for archived copies of cited pages.',
    commands: network,
  },
  {
    name: 'save',
    kind: 'choice',
    value: 'WHICH',
    choices: ['none', 'missing', 'all'],
    default: 'none',
    help: 'Ask the Wayback Machine to save pages (keys from WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY).',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'render',
    kind: 'text',
    value: 'PATH',
    help: 'Chromium with which pages that need JavaScript are read (playwright-core must be installed).',
    example: '--render /usr/bin/chromium',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'record',
    kind: 'text',
    value: 'FILE',
    help: 'Keep every exchange in a WARC 1.1 file.',
    example: '--record run.warc.gz',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'replay',
    kind: 'text',
    value: 'FILE',
    help: 'Judge from a recording, with no network at all.',
    example: '--replay run.warc.gz',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'fallback',
    kind: 'text',
    value: 'FILE',
    help: 'Recording to judge from where this machine turns out to have no network.',
    example: '--fallback run.warc.gz',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'evidence',
    kind: 'text',
    value: 'DIR',
    help: 'Write the run’s evidence as one WACZ file into this folder.',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'doi-base',
    kind: 'text',
    value: 'URL',
    default: 'https://doi.org',
    help: 'Where the DOI resolver is asked.',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'crossref-base',
    kind: 'text',
    value: 'URL',
    default: 'https://api.crossref.org',
    help: 'Where Crossref is asked.',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'wayback-base',
    kind: 'text',
    value: 'URL',
    default: 'https://web.archive.org',
    help: 'Where the Wayback Machine is asked.',
    commands: network,
    operatorOnly: true,
  },
  {
    name: 'fail-on',
    kind: 'choice',
    value: 'LEVEL',
    choices: ['never', 'critical', 'error', 'warning', 'info'],
    default: 'error',
    help: 'Lowest severity that makes the exit code 1.',
    commands: ['check', 'lint', 'diff'],
  },
  {
    name: 'baseline',
    kind: 'text',
    value: 'FILE',
    help: 'An earlier JSON report; only what is new counts for the exit code.',
    commands: ['check'],
  },
  {
    name: 'changed',
    kind: 'text',
    value: 'REF',
    help: 'Check only citations whose text changed since this git revision.',
    example: '--changed origin/main',
    commands: ['check'],
    callOnly: true,
  },
  {
    name: 'untrusted',
    kind: 'bool',
    help: 'Take nothing from a configuration in the checkout that widens the network, moves the output or runs code; the default in CI on a pull request.',
    commands: ['parse', 'check', 'export', 'lint', 'fix'],
    operatorOnly: true,
    callOnly: true,
  },
  {
    name: 'config',
    kind: 'text',
    value: 'FILE',
    help: 'Configuration file; by default the nearest refvouch.config.json or .yaml, or the `refvouch` key of package.json.',
    commands: ['parse', 'check', 'export', 'lint', 'fix', 'config'],
    callOnly: true,
  },
  {
    name: 'workflows',
    kind: 'bool',
    default: true,
    help: 'Write the GitHub action and its workflows too.',
    commands: ['init'],
    callOnly: true,
  },
  {
    name: 'force',
    kind: 'bool',
    default: false,
    help: 'Write over what is there.',
    commands: ['init'],
    callOnly: true,
  },
  {
    name: 'lang',
    kind: 'choice',
    value: 'LANG',
    choices: ['en', 'zh', 'ja'],
    default: 'en',
    help: 'Language of the report.',
    commands: ['check', 'lint', 'history', 'serve'],
  },
  {
    name: 'quiet',
    short: 'q',
    kind: 'bool',
    default: false,
    help: 'No progress and no summary on standard error.',
    commands: ['parse', 'check', 'export', 'lint', 'fix'],
    callOnly: true,
  },
  {
    name: 'verbose',
    short: 'v',
    kind: 'bool',
    default: false,
    help: 'Say on standard error what is done.',
    commands: ['parse', 'check', 'export', 'lint', 'fix'],
    callOnly: true,
  },
];

/** `pace-ms` → `paceMs`. */
export const keyOf = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `pace-ms` → `REFVOUCH_PACE_MS`. */
export const environmentOf = (name: string): string => `REFVOUCH_${name.toUpperCase().replaceAll('-', '_')}`;

export const flagsOf = (command: string): Flag[] => flags.filter((flag) => flag.commands.includes(command));
