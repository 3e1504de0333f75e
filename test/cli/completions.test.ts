import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { completionScript, shells } from '../../src/cli/completions.ts';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

describe('completions', () => {
  it.each(shells)('%s takes the script', (shell) => {
    if (!has(shell)) return void console.log(`skipped: ${shell} is not installed`);
    const folder = mkdtempSync(join(tmpdir(), 'refvouch-completion-'));
    const path = join(folder, 'script');
    writeFileSync(path, completionScript(shell, commands));
    const checked = spawnSync(shell, ['-n', path]);
    rmSync(folder, { recursive: true });
    expect({ status: checked.status, said: checked.stderr.toString() }).toEqual({ status: 0, said: '' });
  });

  it('bash offers commands, flags of a command and the choices of a flag', () => {
    const offered = (...words: string[]): string[] => {
      const call = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _refvouch; echo "\${COMPREPLY[@]}"`;
      const script = `${completionScript('bash', commands)}\n${call}`;
      return spawnSync('bash', ['-c', script]).stdout.toString().trim().split(' ');
    };
    expect(offered('refvouch', 'ex')).toEqual(['export']);
    expect(offered('refvouch', 'export', '--to', 'b')).toEqual(['biblatex', 'bibtex']);
    expect(offered('refvouch', 'check', '--no-')).toContain('--no-archive');
  });
});
