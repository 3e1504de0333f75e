import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A real server of a test's own: in a temporary folder, on a free port of the loopback. */
export interface TestServer {
  url: string;
  /** Ends it as a crash would, and starts it again on the same port with what it had written. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The newest PostgreSQL there is, Debian's or one on the path; undefined where there is none. */
export const postgresFolder: string | undefined = (() => {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base)
    ? readdirSync(base).sort((one, other) => Number(other) - Number(one))
    : [];
  const folders = [
    ...versions.map((version) => join(base, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return folders.find(
    (folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
})();

export const hasRedis: boolean = spawnSync('redis-server', ['--version']).status === 0;

/** root may not run PostgreSQL; the account Debian makes for it may. */
const account: { uid: number; gid: number } | undefined = (() => {
  if (process.getuid?.() !== 0) return undefined;
  const id = (what: string) => Number(spawnSync('id', [what, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u') || 65_534, gid: id('-g') || 65_534 };
})();

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });

async function until(ready: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await ready()) return;
    await wait(50);
  }
  throw new Error(`${what} did not start`);
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once('exit', done));

export async function startPostgres(): Promise<TestServer> {
  const bin = postgresFolder as string;
  const folder = mkdtempSync(join(tmpdir(), 'refvouch-postgres-'));
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'refvouch', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...account, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const settings = ['max_connections=200', 'shared_buffers=64MB'].flatMap((row) => ['-c', row]);
  const run = () =>
    spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, ...settings],
      { ...account, cwd: folder, stdio: 'ignore' },
    );
  const asked = ['-h', '127.0.0.1', '-p', String(port), '-U', 'refvouch', '-c', 'SELECT 1', 'postgres'];
  const ready = () => spawnSync(join(bin, 'psql'), asked, { ...account, cwd: folder }).status === 0;
  let child = run();
  await until(ready, 'PostgreSQL');
  return {
    url: `postgres://refvouch@127.0.0.1:${port}/postgres`,
    restart: async () => {
      // SIGQUIT: out at once, with recovery from its log at the next start.
      child.kill('SIGQUIT');
      await ended(child);
      child = run();
      await until(ready, 'PostgreSQL');
    },
    stop: async () => {
      child.kill('SIGQUIT');
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startRedis(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'refvouch-redis-'));
  const port = await freePort();
  const options = ['--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'no', '--save', ''];
  const run = () => spawn('redis-server', ['--port', String(port), ...options], { stdio: 'ignore' });
  let child = run();
  await until(() => answers(port), 'Redis');
  return {
    url: `redis://127.0.0.1:${port}`,
    // Nothing is kept on disk: it comes back empty, the worst that can happen to a queue.
    restart: async () => {
      child.kill('SIGKILL');
      await ended(child);
      child = run();
      await until(() => answers(port), 'Redis');
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
