import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from './measure.ts';
import { anchorsOf, articleOf, type CitedLink } from './web/links.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const at = (path: string): string => join(root, path);

export interface Tool {
  name: string;
  /** Undefined where it is not installed. */
  version(): string | undefined;
  /** The call that checks these links, with the files it reads written into `folder`. */
  program(links: readonly CitedLink[], folder: string, authority: string): Program;
}

const versionBy = (command: string, ...args: string[]): string | undefined => {
  try {
    return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .split('\n')[0];
  } catch {
    return undefined;
  }
};
const put = (folder: string, name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** refvouch with the flags of the measurement: no pace, no limit a host, networks of our own allowed. */
export const refvouchArguments = (document: string, folder: string, ...more: string[]): string[] => [
  at('dist/cli/main.js'),
  'check',
  document,
  '--format',
  'json',
  '--out',
  join(folder, 'out'),
  '--state',
  join(folder, 'state'),
  '--allow-net',
  '127.0.0.0/8',
  '--concurrency',
  '64',
  '--no-identify',
  '--no-archive',
  '--quiet',
  '--fail-on',
  'never',
  ...more,
];

export const refvouch: Tool = {
  name: 'refvouch',
  version: () => versionBy(process.execPath, at('dist/cli/main.js'), '--version'),
  program: (links, folder, authority) => ({
    command: process.execPath,
    args: refvouchArguments(
      put(folder, 'article.md', articleOf(links)),
      folder,
      '--pace-ms',
      '0',
      '--per-host',
      '64',
    ),
    environment: { NODE_EXTRA_CA_CERTS: authority },
  }),
};

export const bareUndici: Tool = {
  name: 'bare undici with title',
  version: () => versionBy(process.execPath, '--version'),
  program: (links, folder, authority) => ({
    command: process.execPath,
    args: [
      at('evaluation/speed/bare-undici.mjs'),
      put(folder, 'urls.txt', links.map(({ url }) => url).join('\n')),
    ],
    environment: { NODE_EXTRA_CA_CERTS: authority },
    keep: 16_000_000,
  }),
};

export const curl: Tool = {
  name: 'curl --parallel',
  version: () => versionBy('curl', '--version'),
  program: (links, folder, authority) => ({
    command: 'curl',
    args: [
      '--parallel',
      '--parallel-max',
      '64',
      '--parallel-immediate',
      '--silent',
      '--write-out',
      '%{http_code}\\t%{exitcode}\\t%{url}\\n',
      '--location',
      '--max-time',
      '20',
      '--cacert',
      authority,
      '--config',
      put(folder, 'curl.txt', links.map(({ url }) => `url = "${url}"\noutput = "/dev/null"`).join('\n')),
    ],
    keep: 16_000_000,
  }),
};

export const linkinator: Tool = {
  name: 'linkinator',
  version: () =>
    existsSync(at('node_modules/linkinator/package.json'))
      ? versionBy(
          process.execPath,
          '-p',
          `require(${JSON.stringify(at('node_modules/linkinator/package.json'))}).version`,
        )
      : undefined,
  program: (links, folder, authority) => {
    put(folder, 'index.html', anchorsOf(links));
    return {
      command: process.execPath,
      args: [
        at('node_modules/linkinator/build/src/cli.js'),
        'index.html',
        '--concurrency',
        '64',
        '--format',
        'json',
        '--retry',
        '--timeout',
        '20000',
      ],
      cwd: folder,
      environment: { NODE_EXTRA_CA_CERTS: authority },
      keep: 64_000_000,
    };
  },
};

export const linkchecker: Tool = {
  name: 'linkchecker',
  version: () => versionBy('linkchecker', '--version'),
  program: (links, folder) => ({
    command: 'linkchecker',
    args: [
      '--threads',
      '64',
      '--recursion-level',
      '1',
      '--timeout',
      '20',
      '--no-status',
      '--check-extern',
      '--output',
      'csv',
      '--verbose',
      put(folder, 'index.html', anchorsOf(links)),
    ],
    keep: 64_000_000,
  }),
};

export const tools: readonly Tool[] = [refvouch, bareUndici, curl, linkinator, linkchecker];
