import dns from 'node:dns';
import pLimit from 'p-limit';

export interface Address {
  address: string;
  family: number;
}

/** Answers all addresses of a host, or fails with the code of `dns.lookup`. */
export type Resolve = (host: string) => Promise<Address[]>;

/** The system's own look-up runs on a pool of four threads that files and decoders share; one is left to them. */
const lookupsAtOnce = 3;
/** After this long the name servers are asked directly as well: a few dead ones must not hold up all others. */
const patienceMs = 1500;
const keepMs = 60_000;
const mostKept = 5000;

interface Entry {
  found: Promise<Address[]>;
  until: number;
}

/** Looks hosts up as the system does, each once a minute. */
export function createResolver(now: () => number): Resolve {
  const limit = pLimit(lookupsAtOnce);
  const direct = new dns.promises.Resolver({ timeout: 3000, tries: 2 });
  const known = new Map<string, Entry>();
  return (host) => {
    const entry = known.get(host);
    if (entry && entry.until > now()) return entry.found;
    const found = resolveOnce(host, limit, direct);
    known.delete(host);
    known.set(host, { found, until: now() + keepMs });
    found.catch(() => known.delete(host));
    if (known.size > mostKept) known.delete(known.keys().next().value as string);
    return found;
  };
}

async function resolveOnce(
  host: string,
  limit: ReturnType<typeof pLimit>,
  direct: dns.promises.Resolver,
): Promise<Address[]> {
  const byName = host.includes('.') && !/\.local\.?$/i.test(host);
  const system = limit(() => bySystem(host));
  try {
    return await (byName ? firstOf(system, direct, host) : system);
  } catch (error) {
    if (byName && (error as NodeJS.ErrnoException).code === 'ENOTFOUND')
      throw await confirmed(error, direct, host);
    throw error;
  }
}

const bySystem = (host: string): Promise<Address[]> =>
  new Promise((resolve, reject) => {
    dns.lookup(host, { all: true, verbatim: true }, (error, found) =>
      error ? reject(error) : resolve(found),
    );
  });

/** The system's answer, or where it is slow the name servers' own, whichever comes first. */
async function firstOf(
  system: Promise<Address[]>,
  direct: dns.promises.Resolver,
  host: string,
): Promise<Address[]> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined);
    timer.unref();
  });
  try {
    const quick = await Promise.race([system, slow]);
    if (quick) return quick;
    return await Promise.any([system, byServers(direct, host)]).catch((error: AggregateError) => {
      throw error.errors[0];
    });
  } finally {
    clearTimeout(timer);
  }
}

async function byServers(direct: dns.promises.Resolver, host: string): Promise<Address[]> {
  const [six, four] = await Promise.allSettled([direct.resolve6(host), direct.resolve4(host)]);
  const found = [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
  ];
  if (found.length === 0) throw four.status === 'rejected' ? four.reason : new Error('no address');
  return found;
}

/** Codes by which a name server says that it was in trouble itself. */
const serverTrouble = new Set(['ESERVFAIL', 'EREFUSED', 'ETIMEOUT', 'ENOTIMP', 'EFORMERR', 'EBADRESP']);

/**
 * The system says ENOTFOUND for a name that does not exist, for one without addresses, and sometimes for a server in
 * trouble. The name servers are asked once more: only what they deny too is missing. Where they cannot be asked at all
 * (`ECONNREFUSED`), the system's word stands.
 */
async function confirmed(error: unknown, direct: dns.promises.Resolver, host: string): Promise<unknown> {
  try {
    await byServers(direct, host);
    return Object.assign(new Error(`${host} was found by one look-up and not by another`), {
      code: 'EAI_AGAIN',
    });
  } catch (second) {
    const code = String((second as NodeJS.ErrnoException).code ?? '');
    if (serverTrouble.has(code)) return Object.assign(new Error(`the name server failed`), { code });
    return code === 'ENODATA' ? Object.assign(new Error(`${host} has no address`), { code }) : error;
  }
}
