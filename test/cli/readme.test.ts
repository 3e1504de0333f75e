import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import type { World } from '../../src/cli/invocation.ts';
import { main } from '../../src/cli/program.ts';

const path = new URL('../../README.md', import.meta.url);

/** What a call prints, at the width the README is set in. */
async function printed(...argv: string[]): Promise<string> {
  const parts: string[] = [];
  const stream = { write: (part: string) => void parts.push(part), isTTY: false, columns: 100 };
  const world = {
    cwd: '/',
    environment: {},
    stdout: stream,
    stderr: stream,
    stop: new AbortController().signal,
  } as unknown as World;
  expect(await main(argv, world)).toBe(0);
  return parts.join('').trimEnd();
}

it('the README shows the command line as --help prints it', async () => {
  const sections = [`\`\`\`\n${await printed('--help')}\n\`\`\``];
  for (const { name } of commands)
    sections.push(`### refvouch ${name}\n\n\`\`\`\n${await printed(name, '--help')}\n\`\`\``);
  const wanted = `<!-- cli -->\n${sections.join('\n\n')}\n<!-- /cli -->`;
  const text = readFileSync(path, 'utf8');
  const updated = text.replace(/<!-- cli -->[\s\S]*?<!-- \/cli -->/, () => wanted);
  if (process.env.UPDATE) writeFileSync(path, updated);
  else expect(text).toBe(updated);
});
