import { connect as dialTcp, isIP, type Socket } from 'node:net';
import { createSecureContext, connect as dialTls, rootCertificates, type SecureContext } from 'node:tls';
import { Agent, type buildConnector, Pool } from 'undici';
import { type Guard, UnsafeTarget } from './guard.ts';
import type { Address, Resolve } from './resolve.ts';

export interface ConnectorOptions {
  guard: Guard;
  resolve: Resolve;
  /** For the look-up, for the connection and for the TLS handshake, each. */
  connectTimeoutMs: number;
  /** Connections to a host at the most. */
  perHost(hostname: string): number;
  /** Certificate authorities beside the platform's own, PEM. */
  authorities?: readonly string[];
  /** Dials instead of the system, in tests; IP literals are still checked. */
  connect?: buildConnector.connector;
}

/**
 * An undici agent that connects to checked addresses only. Every address of a host is looked at once, refused ones are
 * never tried, and the address that is dialled is the one that was checked; IP literals take the same way.
 */
export function createAgent(options: ConnectorOptions): Agent {
  return new Agent({
    connect: options.connect ? guarded(options.guard, options.connect) : dialler(options),
    factory: (origin, pool) =>
      new Pool(origin, { ...pool, connections: options.perHost(new URL(origin).hostname) }),
    pipelining: 1,
    // The link's own deadline counts; undici's coarse timers only stand behind it.
    headersTimeout: 600_000,
    bodyTimeout: 600_000,
    maxHeaderSize: 64 * 1024,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
  });
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

const guarded =
  (guard: Guard, dial: buildConnector.connector): buildConnector.connector =>
  (options, callback) => {
    const host = bare(options.hostname);
    if (isIP(host) && !guard.allows(host)) return callback(refusal(host), null);
    return dial(options, callback);
  };

function dialler({
  guard,
  resolve,
  connectTimeoutMs,
  authorities,
}: ConnectorOptions): buildConnector.connector {
  // One context for all, since making one reads every authority.
  let context: SecureContext | undefined;
  const open = async (hostname: string, protocol: string, port: number): Promise<Socket> => {
    const host = bare(hostname);
    const family = isIP(host);
    const found = family ? [{ address: host, family }] : await inTime(resolve(host), connectTimeoutMs);
    const safe = found.filter(({ address }) => guard.allows(address));
    if (found.length === 0) throw coded('ENOTFOUND', `${host} has no address`);
    if (safe.length === 0) throw refusal(host);
    const socket = await firstOpen(alternating(safe).slice(0, mostTried), port, connectTimeoutMs);
    if (socket.remoteAddress === undefined || !guard.allows(socket.remoteAddress)) {
      socket.destroy();
      throw socket.remoteAddress === undefined ? coded('ECONNRESET', 'closed at once') : refusal(host);
    }
    if (protocol !== 'https:') return socket;
    context ??= createSecureContext(authorities ? { ca: [...rootCertificates, ...authorities] } : {});
    return secured(socket, host, context, connectTimeoutMs);
  };
  return ({ hostname, protocol, port }, callback) => {
    open(hostname, protocol, Number(port) || (protocol === 'https:' ? 443 : 80)).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

const refusal = (host: string): UnsafeTarget =>
  new UnsafeTarget(`blocked by policy: ${host} is not a public address`);

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

/** Addresses of one host that are tried, one after the other. */
const mostTried = 4;
/** How long a dead address may hold up the next one. */
const stepMs = 2500;

/** IPv4 and IPv6 in turn, the resolver's first choice first, so that one dead family costs one step only. */
function alternating(addresses: readonly Address[]): Address[] {
  const [same, other] = [true, false].map((wanted) =>
    addresses.filter(({ family }) => (family === addresses[0]?.family) === wanted),
  ) as [Address[], Address[]];
  return same
    .flatMap((address, at) => [address, ...(other[at] ? [other[at]] : [])])
    .concat(other.slice(same.length));
}

function inTime(found: Promise<Address[]>, ms: number): Promise<Address[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(coded('DNS_TIMEOUT', 'the name was not looked up in time')), ms);
    found.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function firstOpen(addresses: readonly Address[], port: number, ms: number): Promise<Socket> {
  const until = performance.now() + ms;
  let failed: unknown;
  for (const [at, { address }] of addresses.entries()) {
    const left = until - performance.now();
    if (left <= 0) break;
    try {
      return await opened(address, port, at + 1 < addresses.length ? Math.min(left, stepMs) : left);
    } catch (error) {
      failed ??= error;
    }
  }
  throw failed;
}

function opened(host: string, port: number, ms: number): Promise<Socket> {
  const socket = dialTcp({ host, port, noDelay: true, keepAlive: true });
  return settled(socket, 'connect', ms, coded('UND_ERR_CONNECT_TIMEOUT', 'no connection in time'));
}

/** TLS over a socket that is connected already, its certificate checked whatever the environment says. */
function secured(raw: Socket, host: string, secureContext: SecureContext, ms: number): Promise<Socket> {
  const socket = dialTls({
    socket: raw,
    host,
    secureContext,
    ...(isIP(host) ? {} : { servername: host.replace(/\.$/, '') }),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
  });
  return settled(socket, 'secureConnect', ms, coded('TLS_TIMEOUT', 'no TLS handshake in time'));
}

function settled(socket: Socket, event: string, ms: number, late: Error): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(late), ms);
    const closed = (): void => fail(coded('ECONNRESET', 'closed before it was open'));
    socket
      .once('error', fail)
      .once('close', closed)
      .once(event, () => {
        clearTimeout(timer);
        socket.off('error', fail).off('close', closed);
        // Until undici listens, a reset must not be an uncaught error.
        socket.on('error', () => undefined);
        resolve(socket);
      });
  });
}
