import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { said, shown } from '../../src/cli/printable.ts';
import { main } from '../../src/cli/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile-said-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command in this process, with what it wrote. */
async function call(...argv: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(argv, {
    cwd: folder,
    environment: {},
    stdout: { write: (text: string) => void out.push(text), isTTY: false, columns: 80 },
    stderr: { write: (text: string) => void err.push(text), isTTY: false, columns: 80 },
    stdin: async () => new Uint8Array(),
    stop: new AbortController().signal,
  });
  return { code, out: out.join(''), err: err.join('') };
}

const commands = '\n::set-output name=a::b\r\n##[error]x\u001b[31m\u001b]0;t\u0007\u202e\ud800';
const obeyed = /^\s*::|##\[|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/m;

describe('what is said on standard error', () => {
  it('stays one line and commands nobody', () => {
    expect(said(`a${commands}`)).not.toMatch(obeyed);
    expect(said(`a${commands}`).trimEnd()).not.toContain('\n');
    expect(said(commands).isWellFormed()).toBe(true);
    expect(shown(`error:${commands}`)).not.toMatch(obeyed);
  });
  it.each([
    [['parse', `no${commands}.txt`]],
    [['parse', `--no${commands}`]],
    [['lint', '--format', commands, 'a.txt']],
    [['check', `no${commands}.txt`]],
    [[commands]],
  ])('whatever the arguments are (%#)', async (argv) => {
    const { code, out, err } = await call(...argv);
    expect(code).toBe(2);
    expect(err).not.toMatch(obeyed);
    expect(out).not.toMatch(obeyed);
    expect(err).not.toContain('    at ');
  });
  it('a document’s own words command nobody on standard output either', async () => {
    writeFileSync(
      join(folder, 'a.txt'),
      `Notes\n\n[1] A. Author, Title ##[error]x, 2020, https://a.example/\n`,
    );
    for (const format of ['json', 'ndjson', 'text'])
      expect((await call('parse', 'a.txt', '--format', format)).out).not.toMatch(/##\[/);
  });
});

describe('outputs', () => {
  it('replace a planted link and never follow it', async () => {
    writeFileSync(join(folder, 'b.txt'), 'Notes\n\n[1] A. Author, Title, 2020.\n');
    writeFileSync(join(folder, 'victim'), 'precious');
    symlinkSync(join(folder, 'victim'), join(folder, 'parse.json'));
    const { code } = await call('parse', 'b.txt', '--format', 'json', '--out', '.');
    expect(code).toBe(0);
    const { readFileSync, lstatSync } = await import('node:fs');
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious');
    expect(lstatSync(join(folder, 'parse.json')).isSymbolicLink()).toBe(false);
  });
});
