import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mark } from '../../.github/actions/refvouch/issue.mjs';

const entry = fileURLToPath(new URL('../../.github/actions/refvouch/entry.mjs', import.meta.url));

/** Stands in for refvouch: notes how it was called and in what environment, and leaves the files a run leaves. */
const standIn = `
import { mkdirSync, writeFileSync } from 'node:fs';
const args = process.argv.slice(2);
const out = args[args.indexOf('--out') + 1];
mkdirSync(out, { recursive: true });
writeFileSync('called.json', JSON.stringify({ args, environment: process.env }));
const { offline, code, status } = JSON.parse(process.env.STAND_IN);
const citation = { verdict: { status, persistence: { is: 'confirmed' } } };
const report = {
  run: { complete: true, offline },
  tally: { citations: 1, status: { [status]: 1 } },
  documents: [{ path: 'a.md', notes: [{ label: '1', citations: [citation] }] }],
};
writeFileSync(out + '/report.json', JSON.stringify(report));
writeFileSync(out + '/report.md', 'the report');
writeFileSync(out + '/report.sarif', '{}');
writeFileSync(out + '/report.summary.md', 'the summary');
writeFileSync(out + '/report.github.txt', '::error file=a.md::gone\\n');
console.log('::error::said by a document');
process.exitCode = code;
`;

interface Call {
  method: string;
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

let folder = '';
let server: Server;
let calls: Call[] = [];
let stored: { number: number; state: string; title: string; body: string }[] = [];
let comments: { id: number; body: string }[] = [];

/** A GitHub of our own: one repository's issues, comments and code scanning, held in memory. */
function answer(method: string, path: string, body: Record<string, unknown>): unknown {
  const [, number] = /^\/issues\/(\d+)$/.exec(path) ?? [];
  if (method === 'GET' && path.startsWith('/issues?')) return stored;
  if (method === 'GET') return comments;
  if (method === 'POST' && path === '/issues') {
    stored.push({
      number: stored.length + 1,
      state: 'open',
      title: String(body.title),
      body: String(body.body),
    });
    return stored.at(-1);
  }
  if (method === 'PATCH' && number) return Object.assign(stored[Number(number) - 1] ?? {}, body);
  const [, comment] = /^\/issues\/comments\/(\d+)$/.exec(path) ?? [];
  if (method === 'PATCH' && comment) return Object.assign(comments[Number(comment) - 1] ?? {}, body);
  if (path.endsWith('/comments')) comments.push({ id: comments.length + 1, body: String(body.body) });
  return {};
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'refvouch-action-'));
  [calls, stored, comments] = [[], [], []];
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const body = text === '' ? {} : JSON.parse(text);
    const path = (request.url ?? '').replace('/repos/owner/name', '');
    const { authorization } = request.headers;
    calls.push({ method: request.method ?? '', path, authorization, body });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(request.method ?? '', path, body)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  writeFileSync(join(folder, 'stand-in.mjs'), standIn);
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '');
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const base = 'a'.repeat(40);

/** Runs the action's own entry as a runner would, with a fake event. */
function act(
  inputs: Record<string, string>,
  run: { offline?: boolean; code?: number; status?: string } = {},
): Promise<{ code: number; log: string }> {
  writeFileSync(
    join(folder, 'event.json'),
    JSON.stringify({ pull_request: { number: 5, base: { sha: base } } }),
  );
  const given = Object.entries({ files: 'docs\n-rf.md', cli: 'stand-in.mjs', ...inputs });
  const environment = {
    PATH: process.env.PATH,
    CI: 'true',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_REPOSITORY: 'owner/name',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_SHA: 'b'.repeat(40),
    GITHUB_REF: 'refs/pull/5/merge',
    GITHUB_TOKEN: 'a-secret',
    ACTIONS_RUNTIME_TOKEN: 'a-secret',
    NPM_TOKEN: 'a-secret',
    STAND_IN: JSON.stringify({ offline: false, code: 0, status: 'verified', ...run }),
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [entry], { cwd: folder, env: environment });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (log += part));
    child.on('close', (code) => resolve({ code: code ?? -1, log }));
  });
}

const called = () =>
  JSON.parse(readFileSync(join(folder, 'called.json'), 'utf8')) as {
    args: string[];
    environment: Record<string, string>;
  };

describe('the action', () => {
  it('hands files over as they are, behind --, and compares with the base of the pull request', async () => {
    expect((await act({ changed: 'auto' })).code).toBe(0);
    const { args } = called();
    expect(args.slice(args.indexOf('--'))).toEqual(['--', 'docs', '-rf.md']);
    expect(args[args.indexOf('--changed') + 1]).toBe(base);
  });

  it('gives refvouch neither tokens nor inputs', async () => {
    await act({ token: 'a-secret' });
    expect(JSON.stringify(called().environment)).not.toContain('a-secret');
    expect(called().environment.CI).toBe('true');
  });

  it('stops workflow commands while refvouch speaks', async () => {
    const { log } = await act({});
    const token = /::stop-commands::(\S+)/.exec(log)?.[1];
    expect(log.indexOf('::error::said by a document')).toBeGreaterThan(log.indexOf('::stop-commands::'));
    expect(log.indexOf(`::${token}::`)).toBeGreaterThan(log.indexOf('::error::said by a document'));
  });

  it('writes outputs, the summary and the annotations', async () => {
    const { code, log } = await act({}, { code: 1, status: 'gone' });
    expect(code).toBe(1);
    const output = readFileSync(join(folder, 'output'), 'utf8');
    expect(output).toMatch(/exit-code<<(\S+)\n1\n\1\n/);
    expect(output).toMatch(/gone<<(\S+)\n1\n\1\n/);
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toBe('the summary');
    expect(log).toContain('::error file=a.md::gone');
  });

  it('writes one comment on the pull request and renews it', async () => {
    await act({ comment: 'true', token: 'a-secret' });
    await act({ comment: 'true', token: 'a-secret' });
    expect(comments.map(({ body }) => body)).toEqual(['<!-- refvouch: pull request -->\nthe report']);
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'PATCH']);
    expect(calls.every(({ authorization }) => authorization === 'Bearer a-secret')).toBe(true);
  });

  it('opens one issue, keeps it, and closes it when the links recover', async () => {
    const given = { issue: 'true', token: 'a-secret', 'fail-on': 'never' };
    for (let time = 0; time < 3; time += 1) await act(given, { status: 'gone' });
    expect(stored).toMatchObject([{ number: 1, state: 'open', body: `${mark}\nthe report` }]);
    expect(calls.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    await act(given, { status: 'verified' });
    expect(stored).toMatchObject([{ number: 1, state: 'closed' }]);
    await act(given, { status: 'gone' });
    expect(stored).toMatchObject([{ number: 1, state: 'open' }]);
  });

  it('touches no issue, and fails nothing, where the runner was offline', async () => {
    const { code, log } = await act(
      { issue: 'true', token: 'a-secret' },
      { offline: true, code: 3, status: 'gone' },
    );
    expect(code).toBe(0);
    expect(stored).toEqual([]);
    expect(log).toContain('::warning title=refvouch::The run could not conclude');
  });

  it('sends the SARIF file to code scanning, gzipped', async () => {
    await act({ sarif: 'true', token: 'a-secret' });
    const { body } = calls[0] as Call;
    expect(gunzipSync(Buffer.from(String(body.sarif), 'base64')).toString()).toBe('{}');
    expect(body).toMatchObject({ commit_sha: 'b'.repeat(40), ref: 'refs/pull/5/merge' });
  });

  it.each([
    [{ files: '' }, 'names no document'],
    [{ 'fail-on': 'sometimes' }, 'is one of error'],
    [{ comment: 'yes' }, 'is true or false'],
    [{ version: '1; rm -rf /' }, 'is no version'],
    [{ comment: 'true' }, '"token" is needed'],
  ])('says in one line what is wrong with %j', async (inputs, message) => {
    const { code, log } = await act(inputs);
    expect(code).toBe(1);
    expect(log).toContain(message);
    expect(log.trim().split('\n').at(-1)).toMatch(/^::error title=refvouch::/);
  });
});
