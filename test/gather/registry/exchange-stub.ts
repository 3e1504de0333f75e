import type { Exchange, Exchanged } from '../../../src/gather/ports.ts';

export type Answer = { status?: number; body?: unknown; failure?: Exchanged['failure']; complete?: boolean };

/** An exchange answering from a table of `[address pattern, answer]`; what has no row is a failed test. */
export function answering(
  rows: readonly (readonly [string | RegExp, Answer])[],
): Exchange & { asked: string[] } {
  const asked: string[] = [];
  const exchange: Exchange = async ({ url, method = 'GET' }) => {
    asked.push(`${method} ${url}`);
    const row = rows.find(([pattern]) =>
      typeof pattern === 'string' ? url.startsWith(pattern) : pattern.test(url),
    );
    if (!row) throw new Error(`nothing stands for ${url}`);
    const { status, body, failure, complete = true } = row[1];
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
    return {
      hops: [{ url, status, via: 'request' }],
      finalUrl: url,
      ...(failure ? { failure } : { status: status ?? 200 }),
      headers: {},
      body: new TextEncoder().encode(text),
      complete,
      requests: 1,
      from: 'live',
    };
  };
  return Object.assign(exchange, { asked });
}
