import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDocuments, readInput } from '../../src/cli/documents.ts';
import type { World } from '../../src/cli/invocation.ts';
import { writeWhole } from '../../src/cli/write.ts';

const root = mkdtempSync(join(tmpdir(), 'refvouch-documents-'));
const cwd = join(root, 'work');
const world = { cwd, stdin: async () => new TextEncoder().encode('from standard input') } as unknown as World;

beforeAll(() => {
  for (const folder of ['articles/deep', 'articles/drafts', 'articles/node_modules/x'])
    mkdirSync(join(cwd, folder), { recursive: true });
  for (const path of [
    'articles/a.md',
    'articles/deep/b.txt',
    'articles/drafts/c.md',
    'articles/node_modules/x/README.md',
    'articles/d.png',
  ])
    writeFileSync(join(cwd, path), `# ${path}`);
  writeFileSync(join(cwd, 'articles/.gitignore'), 'drafts/\n*.tex\n');
  writeFileSync(join(cwd, 'articles/deep/.gitignore'), 'own.md\n!kept.tex\n');
  for (const path of [
    'articles/deep/own.md',
    'articles/own.md',
    'articles/deep/kept.tex',
    'articles/gone.tex',
  ])
    writeFileSync(join(cwd, path), path);
  writeFileSync(join(root, 'secret.txt'), 'not yours');
  symlinkSync(join(root, 'secret.txt'), join(cwd, 'link.txt'));
  symlinkSync(root, join(cwd, 'outward'));
  symlinkSync(join(cwd, 'articles/a.md'), join(cwd, 'inside.md'));
  writeFileSync(join(cwd, 'big.txt'), 'x'.repeat(2000));
  execFileSync('mkfifo', [join(cwd, 'pipe.txt')]);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('listDocuments', () => {
  it('walks folders, honours ignore files and leaves out what is no document', async () => {
    expect(await listDocuments(['articles'], world)).toEqual([
      'articles/a.md',
      'articles/deep/b.txt',
      'articles/deep/kept.tex',
      'articles/own.md',
    ]);
  });
  it('expands globs, keeps named files and standard input, and lists each once', async () => {
    expect(await listDocuments(['-', 'articles/**/*.md', 'articles/a.md'], world)).toEqual([
      '-',
      'articles/a.md',
      'articles/own.md',
    ]);
  });
  it('says so when nothing is found', async () => {
    await expect(listDocuments(['*.nothing'], world)).rejects.toThrow('No document found for *.nothing');
  });
});

describe('readInput', () => {
  const read = (path: string) => readInput(path, world, { maxBytes: 1000 });
  it('reads a file, standard input, and a link that stays inside', async () => {
    expect(await read('articles/a.md')).toMatchObject({ path: 'articles/a.md', bytes: expect.anything() });
    expect(await read('-')).toMatchObject({ path: '-', bytes: expect.anything() });
    expect(await read('inside.md')).toHaveProperty('bytes');
  });
  it.each([
    ['none.md', 'does not exist'],
    ['link.txt', 'leads out of this folder'],
    ['outward/secret.txt', 'leads out of this folder'],
    ['big.txt', '--max-input-mib'],
    ['pipe.txt', 'not a regular file'],
    ['articles', 'not a regular file'],
    ['/dev/zero', 'not a regular file'],
  ])('%s: %s', async (path, reason) => {
    expect(await read(path)).toMatchObject({ path, unreadable: expect.stringContaining(reason) });
  });
});

describe('writeWhole', () => {
  it('replaces a planted link instead of following it, and leaves nothing half-done', async () => {
    const target = join(cwd, 'out/report.md');
    mkdirSync(join(cwd, 'out'));
    symlinkSync(join(root, 'secret.txt'), target);
    await writeWhole(target, 'mine\ud800');
    expect(readFileSync(join(root, 'secret.txt'), 'utf8')).toBe('not yours');
    expect(readFileSync(target, 'utf8')).toBe('mine\ufffd');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['report.md']);
    expect(existsSync(join(cwd, 'out/report.md'))).toBe(true);
  });
});
