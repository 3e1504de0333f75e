import type { Exchange } from './ports.ts';

/** What robots.txt (RFC 9309) disallows for us, asked once a host; a file that cannot be had allows everything but for a server error. */
export function createRobots(exchange: Exchange, agent: string): (url: URL) => Promise<string | undefined> {
  const known = new Map<string, Promise<(url: URL) => boolean>>();
  const read = async (origin: string): Promise<(url: URL) => boolean> => {
    const { default: robotsParser } = await import('robots-parser');
    const answer = await exchange({ url: `${origin}/robots.txt`, maxBytes: 512 * 1024 });
    if (answer.status === undefined || answer.status >= 500) return () => answer.status === undefined;
    if (answer.status !== 200) return () => true;
    const rules = (
      robotsParser as unknown as (
        url: string,
        text: string,
      ) => { isAllowed(url: string, agent: string): boolean | undefined }
    )(`${origin}/robots.txt`, new TextDecoder().decode(answer.body));
    // Percent-encoded letters are decoded first, or `%70rivate` would slip past `/private`.
    return (url) => rules.isAllowed(`${origin}${unreserved(url.pathname)}${url.search}`, agent) !== false;
  };
  return async (url) => {
    let rules = known.get(url.origin);
    if (!rules) {
      rules = read(url.origin);
      known.set(url.origin, rules);
    }
    return (await rules)(url) ? undefined : 'robots.txt asks not to be visited here';
  };
}

const unreserved = (path: string): string =>
  path.replace(/%([2-7][0-9a-f])/gi, (whole, hex: string) =>
    /[\w.~-]/.test(String.fromCharCode(Number.parseInt(hex, 16)))
      ? String.fromCharCode(Number.parseInt(hex, 16))
      : whole,
  );
