import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { folderFor, refvouch } from '../check/run.ts';

const cwd = folderFor(afterAll);
const root = fileURLToPath(new URL('../../', import.meta.url));
const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
const cli = join(root, 'src/cli/main.ts');

/** A child with the real streams and signals. */
function start(script: readonly string[]): {
  child: ChildProcess;
  out(): string;
  until(sign: RegExp): Promise<void>;
} {
  const child = spawn(process.execPath, ['--import', tsx, ...script], {
    cwd,
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part) => {
      text += part;
      child.emit('said');
    });
  return {
    child,
    out: () => text,
    until: async (sign) => {
      while (!sign.test(text)) await Promise.race([once(child, 'said'), once(child, 'close')]);
    },
  };
}

describe('Ctrl-C', () => {
  it('once ends a check with a report of what there is, and exit code 3', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/quick') response.end('<title>Quick</title>');
      else server.emit('asked');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    writeFileSync(
      join(cwd, 'slow.md'),
      `References\n\n[1] Ann Bee, “Slow,” 2020, http://127.0.0.1:${port}/slow\n[2] Ann Bee, “Never,” 2020, http://127.0.0.1:${port}/never\n`,
    );
    const asked = once(server, 'asked');
    const flags =
      '--allow-net 127.0.0.1/32 --no-identify --no-archive --pace-ms 0 --format json --state state'.split(
        ' ',
      );
    const { child, out } = start([cli, 'check', 'slow.md', ...flags]);
    await asked;
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    server.closeAllConnections();
    server.close();
    expect(code).toBe(3);
    const report = JSON.parse(out().slice(out().indexOf('{')));
    expect(report.run.complete).toBe(false);
    expect(report.tally.citations).toBe(2);
  });

  it('twice ends at once', async () => {
    const script = join(cwd, 'waits.ts');
    writeFileSync(
      script,
      `import { processWorld } from '${join(root, 'src/cli/world.ts')}';
const world = processWorld();
world.stop.addEventListener('abort', () => world.stdout.write('stopping\\n'));
setInterval(() => {}, 1000);
world.stdout.write('ready\\n');
`,
    );
    const { child, until } = start([script]);
    await until(/ready/);
    child.kill('SIGINT');
    await until(/stopping/);
    child.kill('SIGINT');
    expect((await once(child, 'close'))[0]).toBe(130);
  });
});

it('standard input is read no further than the cap', async () => {
  const { child, out } = start([cli, 'parse', '-', '--max-input-mib', '1']);
  let written = 0;
  child.stdin?.on('error', () => undefined);
  const pour = () => {
    while (child.exitCode === null && written < 64 * 1024 * 1024) {
      written += 65_536;
      if (child.stdin?.write('x'.repeat(65_536)) === false) return;
    }
  };
  child.stdin?.on('drain', pour);
  pour();
  expect((await once(child, 'close'))[0]).toBe(2);
  expect(out()).toContain('standard input is larger than 1 MiB');
  expect(written).toBeLessThan(16 * 1024 * 1024);
});

describe('--watch', () => {
  it('runs again when a document changes, and ends when it is stopped', async () => {
    mkdirSync(join(cwd, 'watched'));
    const path = join(cwd, 'watched/a.md');
    writeFileSync(path, 'References\n\n[1] Ann Bee, “One,” 2020.\n');
    const { child, out, until } = start([cli, 'parse', 'watched', '--watch', '--format', 'text']);
    await until(/“?One[\s\S]*watching/);
    writeFileSync(path, 'References\n\n[1] Ann Bee, “Another,” 2020.\n');
    await until(/Another[\s\S]*watching/);
    child.kill('SIGINT');
    expect((await once(child, 'close'))[0]).toBe(0);
    expect(out().match(/1 notes, 1 citations/g)).toHaveLength(2);
  });

  it('does not take standard input', async () => {
    const { code, stderr } = await refvouch(['lint', '-', '--watch'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--watch needs files');
  });
});

it('--verbose says each hop', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/new?token=sesame-open-now' }).end();
    else response.end('<title>A Title</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(join(cwd, 'hops.md'), `References\n\n[1] Ann Bee, “A Title,” 2020, ${base}/old\n`);
  const flags =
    '--allow-net 127.0.0.1/32 --no-identify --no-archive --pace-ms 0 --format csv --state state --verbose'.split(
      ' ',
    );
  const { stdout, stderr } = await refvouch(['check', 'hops.md', ...flags, '--csv-bom'], { cwd });
  server.close();
  expect(stderr).toContain('read hops.md: markdown, 1 notes, 1 citations');
  expect(stderr).toMatch(
    new RegExp(`cited ${base}/old 301 \\d+ ms\\nrefvouch: → ${base}/new\\S* 200 \\d+ ms`),
  );
  expect(stderr).not.toContain('sesame-open-now');
  expect(stdout.startsWith('\ufeff')).toBe(true);
});

it('SARIF of lint carries the help of the rules', async () => {
  writeFileSync(
    join(cwd, 'lint.md'),
    'References\n\n[1] Ann Bee, “A Title,” 2020, https://a.example/b?utm_source=x\n',
  );
  await refvouch(['lint', 'lint.md', '--format', 'sarif', '--out', join(cwd, 'out')], { cwd });
  const { runs } = JSON.parse(readFileSync(join(cwd, 'out/report.sarif'), 'utf8'));
  const rule = runs[0].tool.driver.rules.find(({ id }: { id: string }) => id === 'url-tracking');
  expect(rule.help.text).toContain('The page is the same without them');
});
