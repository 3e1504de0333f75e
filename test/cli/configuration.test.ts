import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration.ts';
import { configurationJsonSchema } from '../../src/cli/configuration-schema.ts';

const folders: string[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refvouch-config-'));
  folders.push(folder);
});
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true });
});
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const load = (): ReturnType<typeof loadConfiguration> => loadConfiguration(folder, undefined);

describe('loadConfiguration', () => {
  it.each([
    ['refvouch.config.json', '{"paceMs": 300}'],
    ['refvouch.config.yaml', 'paceMs: 300\n'],
    ['package.json', '{"name": "x", "refvouch": {"paceMs": 300}}'],
  ])('reads %s', async (name, text) => {
    put(name, text);
    expect(await load()).toEqual({ path: join(folder, name), values: { paceMs: 300 } });
  });

  it('passes a package.json without the key by', async () => {
    put('package.json', '{"name": "x"}');
    put('refvouch.config.yaml', 'paceMs: 5\n');
    expect((await load())?.values).toEqual({ paceMs: 5 });
  });

  it.each([
    ['refvouch.config.json', '{\n  "paceMs": 1,\n  "perhost": 2\n}', ':3: "perhost" is not a key'],
    ['refvouch.config.yaml', 'paceMs: soon\n', ':1: "paceMs" is wrong'],
    ['package.json', '{\n "refvouch": {\n  "retries": 9 }}', ':3: "retries" is wrong'],
    [
      'refvouch.config.yaml',
      'waivers:\n  - url: x\n    reason: y\n    owner: z\n    until: soon\n',
      ':5: "waivers.0.until" is wrong',
    ],
    ['refvouch.config.json', '[1]', ':1: the configuration is wrong'],
    ['refvouch.config.json', '{', 'is not JSON'],
    ['refvouch.config.yaml', 'a: [', 'is not YAML'],
    ['refvouch.config.yaml', 'paceMs: !!js/function "function(){}"\n', 'refvouch.config.yaml'],
  ])('says in one line what is wrong in %s: %j', async (name, text, message) => {
    put(name, text);
    await expect(load()).rejects.toThrow(message);
    await expect(load()).rejects.toThrow(/^[^\n]+$/);
  });

  it('takes no JavaScript for a configuration', async () => {
    put('refvouch.config.js', 'throw new Error("run")');
    put('.refvouchrc.cjs', 'throw new Error("run")');
    expect(await load()).toBeUndefined();
  });
});

it('the published schema is the one that is checked', () => {
  const path = new URL('../../schema/config.schema.json', import.meta.url);
  const made = `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`;
  if (process.env.UPDATE) writeFileSync(path, made);
  else expect(readFileSync(path, 'utf8')).toBe(made);
});
