/** Headers that go to the origin they were meant for and nowhere else, and never into a recording. */
const secret = new Set(['authorization', 'cookie', 'proxy-authorization']);

const common = {
  accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
  'accept-language': '*',
  'accept-encoding': 'gzip, br, deflate',
};

export interface HeaderParts {
  userAgent: string;
  /** What the caller asked to send. */
  asked: Record<string, string> | undefined;
  /** Whether this hop is of the origin the caller asked for. */
  sameOrigin: boolean;
  cookie: string | undefined;
  /** For the first origin only. */
  authorization: string | undefined;
}

/** The headers of one hop. */
export function headersFor({
  userAgent,
  asked,
  sameOrigin,
  cookie,
  authorization,
}: HeaderParts): Record<string, string> {
  const headers: Record<string, string> = { 'user-agent': userAgent, ...common };
  if (cookie) headers.cookie = cookie;
  if (authorization && sameOrigin) headers.authorization = authorization;
  for (const [name, value] of Object.entries(asked ?? {}))
    if (sameOrigin || !secret.has(name.toLowerCase())) headers[name.toLowerCase()] = value;
  return headers;
}

/** Headers as a recording may keep them. */
export const visible = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !secret.has(name)));

/** `Basic` credentials out of a URL (RFC 7617); undefined where it has none. */
export function basicOf(url: URL): string | undefined {
  if (!url.username && !url.password) return undefined;
  const text = (part: string): string => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };
  return `Basic ${Buffer.from(`${text(url.username)}:${text(url.password)}`).toString('base64')}`;
}

/** Headers by name, repeated ones joined by `, `; cookies are left out. */
export function joined(headers: readonly (readonly [string, string])[]): Record<string, string> {
  const all = new Map<string, string>();
  for (const [name, value] of headers) {
    if (name === 'set-cookie') continue;
    const known = all.get(name);
    all.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  return Object.fromEntries(all);
}
