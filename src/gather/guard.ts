import ipaddr from 'ipaddr.js';

/** Which addresses may be connected to: public unicast, and what the operator allowed. */
export interface Guard {
  allows(address: string): boolean;
}

type Range = ReturnType<typeof ipaddr.parseCIDR>;

/**
 * Refuses every address that is not public unicast, after unwrapping IPv4 that is embedded in IPv6 (mapped, compatible,
 * NAT64 64:ff9b::/96, 6to4 2002::/16, Teredo 2001::/32), since a gateway would carry it on. Throws for a range that is none.
 */
export function createGuard(allowed: readonly string[]): Guard {
  const ranges = allowed.map(parseRange);
  return {
    allows(address) {
      const parsed = parse(address);
      if (!parsed) return false;
      const forms = [parsed, ...embedded(parsed)];
      if (
        forms.some((form) =>
          ranges.some((range) => form.kind() === range[0].kind() && form.match(range as never)),
        )
      )
        return true;
      return forms.every((form) => form.range() === 'unicast');
    },
  };
}

function parseRange(cidr: string): Range {
  const text = cidr.includes('/') ? cidr : `${cidr}/${cidr.includes(':') ? 128 : 32}`;
  try {
    return ipaddr.parseCIDR(text);
  } catch {
    throw new RangeError(`"${cidr}" is not an address range; write it as 10.0.0.0/8 or fd00::/8.`);
  }
}

function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return ipaddr.isValid(bare) ? ipaddr.parse(bare) : undefined;
}

/** IPv4 addresses an IPv6 address carries. */
function embedded(address: ipaddr.IPv4 | ipaddr.IPv6): (ipaddr.IPv4 | ipaddr.IPv6)[] {
  if (address.kind() === 'ipv4') return [];
  const bytes = address.toByteArray();
  const at = (from: number): ipaddr.IPv4 => new ipaddr.IPv4(bytes.slice(from, from + 4));
  const six = address as ipaddr.IPv6;
  const zeros = bytes.slice(0, 12).every((byte) => byte === 0);
  if (six.isIPv4MappedAddress()) return [six.toIPv4Address()];
  if (zeros && bytes.slice(12).some((byte) => byte > 1)) return [at(12)];
  if (bytes[0] === 0x00 && bytes[1] === 0x64 && bytes[2] === 0xff && bytes[3] === 0x9b) return [at(12)];
  if (bytes[0] === 0x20 && bytes[1] === 0x02) return [at(2)];
  if (bytes[0] === 0x20 && bytes[1] === 0x01 && bytes[2] === 0 && bytes[3] === 0)
    return [new ipaddr.IPv4(bytes.slice(12, 16).map((byte) => byte ^ 0xff))];
  return [];
}

/** Refused by policy: never connected, never dead. */
export class UnsafeTarget extends Error {
  override name = 'UnsafeTarget' as const;
  readonly code = 'UNSAFE_TARGET';
}
