import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const article = join(root, 'refs/us-japan-alliance/references.txt');

let folder = '';
let hook = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refvouch-startup-'));
  const loader = join(folder, 'loader.mjs');
  writeFileSync(
    loader,
    `import { appendFileSync } from 'node:fs';
     export async function load(url, context, next) {
       appendFileSync(process.env.LOADED, url + '\\n');
       return next(url, context);
     }`,
  );
  hook = join(folder, 'hook.mjs');
  writeFileSync(
    hook,
    `import { register } from 'node:module'; register(${JSON.stringify(pathToFileURL(loader).href)});`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a call loads: packages by name, our own rooms (or files, where they stand in no room), sorted. */
async function loadedBy(...call: string[]): Promise<{ packages: string[]; rooms: string[] }> {
  const log = join(folder, `${call[0]?.replace(/\W/g, '')}.log`);
  writeFileSync(log, '');
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  await run(
    process.execPath,
    ['--import', tsx, '--import', pathToFileURL(hook).href, join(root, 'src/cli/main.ts'), ...call],
    { cwd: folder, env: { ...process.env, LOADED: log }, maxBuffer: 64 * 1024 * 1024 },
  );
  const urls = readFileSync(log, 'utf8')
    .split('\n')
    .map((url) => url.replace(/[?#].*$/, ''));
  const distinct = (names: (string | undefined)[]): string[] =>
    [...new Set(names.filter((name) => name !== undefined))].sort();
  return {
    packages: distinct(urls.map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1])),
    rooms: distinct(
      urls.map((url) => {
        if (!url.startsWith(pathToFileURL(join(root, 'src/')).href)) return undefined;
        const [room, next, ...deeper] = url.slice(pathToFileURL(join(root, 'src/')).href.length).split('/');
        // Of the rooms every call passes through, each file counts.
        return room === 'cli' || room === 'text' || room === 'read'
          ? [room, next, ...deeper].join('/').replace(/\.ts$/, '')
          : room;
      }),
    ),
  };
}

// Of the reports' room only the encoder of JSON is loaded, for what is printed.
describe('what is loaded before it is needed', { timeout: 60_000 }, () => {
  it('--version loads its own file and the one that knows the number', async () => {
    const { packages, rooms } = await loadedBy('--version');
    expect(packages).toEqual([]);
    expect(rooms).toEqual(['cli/main', 'cli/version']);
  });

  it('parse loads the reader of its format and the parser: no network, no judge, no schema, no commander', async () => {
    const { packages, rooms } = await loadedBy('parse', article, '--format', 'json');
    expect(packages).toEqual(['lilconfig']);
    expect(rooms.filter((room) => !/^(?:cli|text|read)\//.test(room))).toEqual(['parse', 'report']);
    expect(rooms.filter((room) => room.startsWith('read/'))).toEqual(readers);
    expect(rooms.filter((room) => room.startsWith('cli/commands/'))).toEqual(['cli/commands/parse']);
  });

  it('export loads the exporters beside that', async () => {
    const { packages, rooms } = await loadedBy('export', article, '--to', 'biblatex');
    expect(packages).toEqual(['lilconfig']);
    expect(rooms.filter((room) => !/^(?:cli|text|read)\//.test(room))).toEqual(['export', 'parse', 'report']);
    expect(rooms.filter((room) => room.startsWith('read/'))).toEqual(readers);
    expect(rooms).not.toContain('cli/report-in');
  });
});

const readers = ['decode', 'detect', 'index', 'source', 'text', 'unreadable', 'url-list'].map(
  (file) => `read/${file}`,
);
