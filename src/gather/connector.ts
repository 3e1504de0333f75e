import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type Guard, UnsafeTarget } from './guard.ts';

export interface Address {
  address: string;
  family: number;
}

/** Answers all addresses of a host, or fails as `dns.lookup` does. */
export type Resolve = (host: string) => Promise<Address[]>;

export interface ConnectorOptions {
  guard: Guard;
  resolve?: Resolve;
  connectTimeoutMs: number;
  headersTimeoutMs: number;
  bodyTimeoutMs: number;
  /** Connections to one origin at the most. */
  perHost: number;
  /** Dials instead of the system, in tests; IP literals are still checked. */
  connect?: buildConnector.connector;
}

const resolveBySystem: Resolve = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, found) =>
      error ? reject(error) : resolve(found),
    );
  });

/**
 * An undici agent that connects to checked addresses only. The check sits in the lookup, so that the address connected
 * is the one that was checked, and again before the connector for IP literals, which never reach a lookup.
 */
export function createAgent({
  guard,
  resolve = resolveBySystem,
  connectTimeoutMs,
  headersTimeoutMs,
  bodyTimeoutMs,
  perHost,
  connect: dial,
}: ConnectorOptions): Agent {
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const safe = found.filter(({ address }) => guard.allows(address));
        const first = safe[0];
        if (!first) return callback(refusal(host), '', 0);
        if (options.all) return (callback as unknown as (error: null, found: Address[]) => void)(null, safe);
        return callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
  const connect =
    dial ??
    buildConnector({
      lookup,
      timeout: connectTimeoutMs,
      autoSelectFamily: true,
      maxCachedSessions: 0,
    } as buildConnector.BuildOptions);
  return new Agent({
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) && !guard.allows(host)) return callback(refusal(host), null);
      return connect(options, callback);
    },
    connections: Math.min(10, perHost),
    pipelining: 1,
    headersTimeout: headersTimeoutMs,
    bodyTimeout: bodyTimeoutMs,
    maxHeaderSize: 64 * 1024,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
  });
}

const refusal = (host: string): UnsafeTarget =>
  new UnsafeTarget(`blocked by policy: ${host} is not a public address`);
