import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect as dial, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch as undiciFetch } from 'undici';
import type { Answer, Asked } from './answer.ts';
import { escaped, plain, syntheticHeader, syntheticNotice } from './answer.ts';
import type { Mode } from './modes.ts';
import { modes } from './modes.ts';
import { answerOf, hosts } from './world.ts';

export interface ReplicaOptions {
  /** Port of the http world. Default 0: any free one. */
  port?: number;
  /** What "slow" means here, in milliseconds. Default 300. */
  slowMs?: number;
  /** Bad days: host → mode. Can be changed later through `Replica.modes`. */
  modes?: Record<string, Mode>;
}

export interface LogLine {
  /** Milliseconds, monotonic, so that pace can be measured. */
  at: number;
  scheme: 'http' | 'https';
  host: string;
  path: string;
  method: string;
  status: number;
  userAgent?: string;
}

type ConnectCallback = (error: Error | null, socket: Socket | null) => void;
type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void;

/** A small web on loopback, every page of it synthetic. */
export interface Replica {
  address: '127.0.0.1';
  port: number;
  /** `http://127.0.0.1:PORT`; `BASE/@host/path` is that host's path, for settings that take a service's base. */
  base: string;
  log: LogLine[];
  modes: Map<string, Mode>;
  /** undici's own fetch, for any address of this world; the address and Host stay as asked. Redirects by hand. */
  fetch: typeof undiciFetch;
  /** Where a host is served: one port for what http reaches, another for https. Throws ENOTFOUND. */
  resolve(host: string, scheme?: 'http' | 'https'): { address: string; port: number };
  /** In the shape of undici's `buildConnector()`: dials the replica for every host it knows, in clear for https too. */
  connect(options: { hostname: string; protocol: string }, callback: ConnectCallback): void;
  /** In the shape of `dns.lookup`: loopback for a host of this world, ENOTFOUND for any other. */
  lookup(host: string, options: object, callback: LookupCallback): void;
  stop(): Promise<void>;
}

const unknownHost = (host: string) =>
  Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
    code: 'ENOTFOUND',
    errno: -3008,
    syscall: 'getaddrinfo',
    hostname: host,
  });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += (part as Buffer).length;
    if (length > 1_000_000) break;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

const mounted = /^\/@([a-z0-9.-]+)(\/[^\n]*)?$/i;

/** What is asked for: by the Host header, or below `/@host/` on a loopback address. */
function addressOf(request: IncomingMessage, scheme: 'http' | 'https') {
  const target = request.url ?? '/';
  const mount = mounted.exec(target);
  if (mount)
    return { scheme: 'https' as const, host: mount[1]!.toLowerCase(), path: mount[2] ?? '/', mount: true };
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  return { scheme, host, path: target, mount: false };
}

const withinMount = (location: string) => location.replace(/^https?:\/\//, '/@');

function send(response: ServerResponse, answer: Answer, method: string, mount: boolean): void {
  const headers: Record<string, string> = { ...answer.headers, [syntheticHeader]: syntheticNotice };
  if (mount && headers.location) headers.location = withinMount(headers.location);
  headers['content-length'] = String(answer.body.length);
  response.writeHead(answer.status, headers);
  response.end(method === 'HEAD' ? undefined : answer.body);
}

/** Starts the replica on 127.0.0.1. */
export async function startReplica(options: ReplicaOptions = {}): Promise<Replica> {
  const log: LogLine[] = [];
  const active = new Map<string, Mode>(Object.entries(options.modes ?? {}));
  const counts = new Map<string, number>();
  const state = new Map<string, unknown>();
  const slowMs = options.slowMs ?? 300;

  const handle = async (request: IncomingMessage, response: ServerResponse, world: 'http' | 'https') => {
    const at = performance.now();
    const { scheme, host, path, mount } = addressOf(request, world);
    const method = request.method ?? 'GET';
    const body = await bodyOf(request);
    const key = `${method} ${scheme}://${host}${path}`;
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    // Joined as text: a path that begins with two slashes is still a path.
    const url = new URL(`${scheme}://${host || 'unknown.invalid'}${path}`);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, String(v)]));
    const asked: Asked = { method, scheme, host, url, headers, body, before };
    const mode = active.get(host);
    const answer =
      (mode && modes[mode](asked)) ??
      (hosts.has(host) ? answerOf(asked, state) : plain(`no such host here: ${escaped(host)}`, 421));
    if (answer.slow) await sleep(answer.slow * slowMs);
    log.push({ at, scheme, host, path, method, status: answer.status, userAgent: headers['user-agent'] });
    send(response, answer, method, mount);
  };
  const open = (world: 'http' | 'https', port: number) =>
    new Promise<Server>((resolve, reject) => {
      const server = createServer((request, response) => {
        handle(request, response, world).catch((error: unknown) => {
          if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
          response.end(`the replica failed: ${String(error)}`);
        });
      });
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve(server));
    });
  const servers = { http: await open('http', options.port ?? 0), https: await open('https', 0) };
  const ports = {
    http: (servers.http.address() as AddressInfo).port,
    https: (servers.https.address() as AddressInfo).port,
  };
  return faced(servers, ports, log, active);
}

function faced(
  servers: Record<'http' | 'https', Server>,
  ports: Record<'http' | 'https', number>,
  log: LogLine[],
  active: Map<string, Mode>,
): Replica {
  const resolve: Replica['resolve'] = (host, scheme = 'https') => {
    if (host !== '127.0.0.1' && !hosts.has(host.toLowerCase())) throw unknownHost(host);
    return { address: '127.0.0.1', port: ports[scheme] };
  };
  const connect: Replica['connect'] = (target, callback) => {
    let where: { address: string; port: number };
    try {
      where = resolve(target.hostname, target.protocol === 'http:' ? 'http' : 'https');
    } catch (error) {
      queueMicrotask(() => callback(error as Error, null));
      return;
    }
    const socket = dial({ host: where.address, port: where.port, noDelay: true });
    const failed = (error: Error) => callback(error, null);
    socket.once('error', failed).once('connect', () => {
      socket.off('error', failed);
      callback(null, socket);
    });
  };
  const agent = new Agent({ connect: connect as never });
  return {
    address: '127.0.0.1',
    port: ports.http,
    base: `http://127.0.0.1:${ports.http}`,
    log,
    modes: active,
    resolve,
    connect,
    fetch: (input, init) => undiciFetch(input, { redirect: 'manual', dispatcher: agent, ...init }),
    lookup(host, options, callback) {
      if (!hosts.has(host.toLowerCase())) return callback(unknownHost(host), '');
      if ('all' in options && options.all) return callback(null, [{ address: '127.0.0.1', family: 4 }]);
      callback(null, '127.0.0.1', 4);
    },
    async stop() {
      await agent.close();
      await Promise.all(
        Object.values(servers).map(
          (server) =>
            new Promise<void>((done) => {
              server.close(() => done());
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}
