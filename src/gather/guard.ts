import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Which addresses may be connected to: public unicast, and what the operator allowed. */
export interface Guard {
  allows(address: string): boolean;
  /** Whether a host written as an address lies in a network the operator named as allowed. */
  isOwn(host: string): boolean;
}

type Range = ReturnType<typeof ipaddr.parseCIDR>;
type Parsed = ipaddr.IPv4 | ipaddr.IPv6;

/** IPv6 that is routed at all (RFC 4291: 2000::/3); everything else is special or not yet given out. */
const global6 = ipaddr.parseCIDR('2000::/3');

/** Public by number, private by use: Azure's host answers its guests there. Other clouds use ranges that are refused anyway. */
const hostsOfClouds = ['168.63.129.16/32'];

/** Ranges of IPv6 inside 2000::/3 that are documentation or were never public (IANA special-purpose registry). */
const special6 = ['2001::/23', '2001:db8::/32', '3fff::/20', '3ffe::/16', '2002::/16', '2620:4f:8000::/48'];

const refused = [...hostsOfClouds, ...special6].map(parseRange);

/**
 * Refuses every address that is not public unicast. IPv4 that is embedded in IPv6 (mapped, compatible, NAT64, 6to4, Teredo)
 * is refused whatever it carries, since a gateway would carry it on and no public host needs such a spelling. Throws a
 * `RangeError` for an allowed range that is none.
 */
export function createGuard(allowed: readonly string[]): Guard {
  const ranges = allowed.map(parseRange);
  return {
    allows(address) {
      const parsed = parse(address);
      if (!parsed) return false;
      if ([parsed, ...embedded(parsed)].some((form) => inAny(form, ranges))) return true;
      return isPublic(parsed);
    },
    isOwn(host) {
      const parsed = parse(host);
      return parsed !== undefined && inAny(parsed, ranges);
    },
  };
}

function isPublic(address: Parsed): boolean {
  if (inAny(address, refused)) return false;
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  return inAny(address, [global6]) && address.range() === 'unicast';
}

const inAny = (address: Parsed, ranges: readonly Range[]): boolean =>
  ranges.some((range) => address.kind() === range[0].kind() && address.match(range as never));

function parseRange(cidr: string): Range {
  const text = cidr.includes('/') ? cidr : `${cidr}/${cidr.includes(':') ? 128 : 32}`;
  try {
    return ipaddr.parseCIDR(text);
  } catch {
    throw new RangeError(
      `--allow-net: "${cidr}" is not an address range; write it as 10.0.0.0/8 or fd00::/8.`,
    );
  }
}

function parse(address: string): Parsed | undefined {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  // Short and octal spellings are no addresses here: what is connected is always written out.
  return isIP(bare) ? ipaddr.parse(bare) : undefined;
}

/** IPv4 addresses an IPv6 address carries: what an operator allowed as IPv4 is allowed in these forms too. */
function embedded(address: Parsed): Parsed[] {
  if (address.kind() === 'ipv4') return [];
  const six = address as ipaddr.IPv6;
  return six.isIPv4MappedAddress() ? [six.toIPv4Address()] : [];
}

/** Refused by policy: never connected, never dead. */
export class UnsafeTarget extends Error {
  override name = 'UnsafeTarget' as const;
  readonly code = 'UNSAFE_TARGET';
}
