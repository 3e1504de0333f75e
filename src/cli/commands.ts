import type { Invocation } from './invocation.ts';

/** A verb of the command line. The code behind it is loaded when it is called, not before. */
export interface Command {
  name: string;
  summary: string;
  /** How its arguments are written in `--help`. */
  arguments: string;
  examples: readonly { line: string; what: string }[];
  load(): Promise<{ run(invocation: Invocation): Promise<number> }>;
}

export const commands: readonly Command[] = [
  {
    name: 'check',
    summary: 'Visit what the documents cite and say whether it still stands and is still what was cited.',
    arguments: 'FILE...',
    examples: [
      { line: 'refvouch check article.md', what: 'a report on the terminal' },
      {
        line: 'refvouch check article.docx --format markdown,json --out reports',
        what: 'two files in reports/',
      },
      { line: 'refvouch check article.md --record run.warc.gz', what: 'keep every exchange' },
      { line: 'refvouch check article.md --replay run.warc.gz', what: 'judge again, without network' },
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'lint',
    summary: 'Find mechanical faults of notes and bibliographies, without any network.',
    arguments: 'FILE...',
    examples: [
      { line: 'refvouch lint article.docx', what: 'a line a finding' },
      { line: 'refvouch lint refs.bib --format json --fail-on warning', what: 'for a script' },
    ],
    load: () => import('./commands/lint.ts'),
  },
  {
    name: 'fix',
    summary: 'Mend what can be mended safely, in place; with --dry-run show it as a diff.',
    arguments: 'FILE...',
    examples: [
      { line: 'refvouch fix article.md --dry-run', what: 'a unified diff, nothing written' },
      {
        line: 'refvouch fix article.docx --report report.json',
        what: 'also put in the addresses pages moved to',
      },
    ],
    load: () => import('./commands/fix.ts'),
  },
  {
    name: 'parse',
    summary: 'Read documents and print their notes and citations.',
    arguments: 'FILE...',
    examples: [
      { line: 'refvouch parse article.txt --format json', what: 'notes, citations and CSL items as JSON' },
      {
        line: 'refvouch parse --as references --format ndjson - < refs.txt',
        what: 'one JSON line a reference',
      },
    ],
    load: () => import('./commands/parse.ts'),
  },
  {
    name: 'export',
    summary: 'Write the citations of documents as a bibliography.',
    arguments: 'FILE...',
    examples: [
      { line: 'refvouch export article.txt --to biblatex > article.bib', what: 'BibLaTeX' },
      { line: 'refvouch export article.txt --to csl-json', what: 'CSL-JSON' },
      {
        line: 'refvouch export --from-report reports/report.json --to ris',
        what: 'RIS for Zotero, with archived copies and what was found as tags',
      },
    ],
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'diff',
    summary: 'Say what recovered, rotted or moved between two JSON reports.',
    arguments: 'OLD.json NEW.json',
    examples: [
      { line: 'refvouch diff before.json after.json --format markdown', what: 'for a pull request comment' },
    ],
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'history',
    summary: 'Say from the ledgers how long links live, how soon they are mended, and which hosts rot.',
    arguments: '[DOCUMENT...]',
    examples: [
      { line: 'refvouch history article.md', what: 'of one document, as Markdown' },
      {
        line: 'refvouch history --state .refvouch --format html,badge,shields --out public',
        what: 'of every ledger there: a page, a badge, and the JSON shields.io makes one from',
      },
    ],
    load: () => import('./commands/history.ts'),
  },
  {
    name: 'enqueue',
    summary: 'Put documents and their links into a queue that many machines work on.',
    arguments: 'FILE...',
    examples: [
      {
        line: "refvouch enqueue 'corpus/**' --engine postgres://queue.example.org/refvouch",
        what: 'each URL once, however many articles cite it',
      },
      {
        line: 'refvouch enqueue new.md --priority 1',
        what: 'before all that waits (REFVOUCH_ENGINE is set)',
      },
    ],
    load: () => import('./commands/enqueue.ts'),
  },
  {
    name: 'worker',
    summary: 'Visit what is due, politely together with every other worker; start as many as wanted.',
    arguments: '',
    examples: [
      {
        line: 'refvouch worker --engine postgres://queue.example.org/refvouch --contact editor@example.org',
        what: 'serves for ever, re-checks included',
      },
      { line: 'refvouch worker --until-done', what: 'ends when nothing is due' },
    ],
    load: () => import('./commands/worker.ts'),
  },
  {
    name: 'collect',
    summary: 'Report on queued documents from what workers saw so far; nothing is visited.',
    arguments: '[PATH...]',
    examples: [
      { line: 'refvouch collect --format json > report.json', what: 'all documents, as check reports them' },
      { line: 'refvouch collect corpus/one.md', what: 'one of them, by the path it was queued under' },
    ],
    load: () => import('./commands/collect.ts'),
  },
  {
    name: 'queue',
    summary: 'Say what is waiting, running, put off by host and failed.',
    arguments: '',
    examples: [{ line: 'refvouch queue --format json', what: 'for a dashboard' }],
    load: () => import('./commands/queue.ts'),
  },
  {
    name: 'serve',
    summary:
      'Open a page on this machine to drop documents on, watch them being checked and mend what was misread.',
    arguments: '',
    examples: [
      { line: 'refvouch serve', what: 'prints the address to open in a browser' },
      { line: 'refvouch serve --lang ja --port 8400', what: 'in Japanese, always at the same port' },
    ],
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'config',
    summary: 'Print every setting as resolved, and from where: flag, environment, file or default.',
    arguments: '',
    examples: [{ line: 'refvouch config --format json', what: 'as JSON' }],
    load: () => import('./commands/config.ts'),
  },
  {
    name: 'init',
    summary: 'Write a configuration, the GitHub action and its workflows; nothing is overwritten unasked.',
    arguments: '',
    examples: [
      { line: 'refvouch init', what: 'all of it' },
      { line: 'refvouch init --no-workflows', what: 'the configuration alone' },
    ],
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'completion',
    summary: 'Print the completions for a shell: bash, zsh or fish.',
    arguments: 'SHELL',
    examples: [{ line: 'source <(refvouch completion bash)', what: 'for this session' }],
    load: () => import('./commands/completion.ts'),
  },
];

export const commandNames = commands.map((command) => command.name);
