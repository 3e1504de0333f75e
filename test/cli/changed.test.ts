import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unchangedSince } from '../../src/cli/changed.ts';
import type { World } from '../../src/cli/invocation.ts';
import { loadParser } from '../../src/parse/index.ts';
import { readDocument } from '../../src/read/index.ts';

const before = `正文。[^1]又。[^2]

[^1]: 王缉思：《大国战略》，中信出版社，2016年，第53页。
[^2]: Stephen M. Walt, The Origins of Alliances. Cornell University Press, 1987.
`;
const after = `又。[^2]正文。[^1]新。[^3]

[^2]: Stephen M. Walt, The Origins of
    Alliances. Cornell University Press, 1987.
[^1]: 王缉思：《大国战略》，中信出版社，2017年，第53页。
[^3]: 「日米首脳会談」、外務省、2022年5月23日、https://www.mofa.go.jp/mofaj/na/na1/us/page3_003322.html
`;

let folder = '';
const world = () => ({ cwd: folder }) as World;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refvouch-changed-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: folder });
  git('init', '-q');
  writeFileSync(join(folder, 'article.md'), before);
  git('add', '.');
  git('commit', '-qm', 'first');
  writeFileSync(join(folder, 'article.md'), after);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('unchangedSince', () => {
  it('knows a moved and re-wrapped note, and tells an altered and a new one', async () => {
    const unchanged = await unchangedSince('HEAD', ['article.md'], world());
    const source = await readDocument('article.md', new TextEncoder().encode(after));
    if ('unreadable' in source) throw new Error(source.unreadable);
    const { notes } = (await loadParser()).parse(source);
    const told = Object.fromEntries(
      notes.flatMap((note) => note.citations.map((one) => [note.label, unchanged(one, note, 'article.md')])),
    );
    expect(told).toEqual({ 1: false, 2: true, 3: false });
  });

  it('takes every citation of a document that was not there as new', async () => {
    writeFileSync(join(folder, 'new.md'), after);
    const unchanged = await unchangedSince('HEAD', ['new.md'], world());
    const source = await readDocument('new.md', new TextEncoder().encode(after));
    if ('unreadable' in source) throw new Error(source.unreadable);
    const note = (await loadParser()).parse(source).notes[0];
    expect(unchanged(note!.citations[0]!, note!, 'new.md')).toBe(false);
  });

  it.each(['no-such-revision', '--upload-pack=evil', ''])('refuses %j in one line', async (revision) => {
    await expect(unchangedSince(revision, ['article.md'], world())).rejects.toThrow(/^--changed: [^\n]+$/);
  });
});
