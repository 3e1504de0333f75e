import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  host: string;
  path: string;
  /** Monotonic, ms. */
  at: number;
}

const pageOf = (name: string | undefined): string =>
  `<!DOCTYPE html><html lang="en"><title>Page ${name} of the loopback</title>` +
  `<h1>Page ${name} of the loopback</h1><p>${'Some words of a page. '.repeat(40)}`;

/**
 * Many hosts on the loopback, each an address of 127.0.0.0/8: `/p/N` is a page with a title, `/to/HOST/PATH` redirects to
 * another host, `/gone/N` is a 404. Every request is logged with the moment it came in.
 */
export async function startWeb(latencyMs = 0) {
  const log: Asked[] = [];
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = request.url ?? '/';
    log.push({ host, path, at: performance.now() });
    now.set(host, (now.get(host) ?? 0) + 1);
    most.set(host, Math.max(most.get(host) ?? 0, now.get(host) as number));
    response.once('close', () => now.set(host, (now.get(host) as number) - 1));
    setTimeout(() => {
      const [, kind, target, ...rest] = path.split('/');
      if (kind === 'to') {
        response.writeHead(302, { location: `http://${target}:${port}/${rest.join('/')}` });
        return void response.end();
      }
      response.writeHead(kind === 'gone' ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(pageOf(target));
    }, latencyMs);
  });
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    log,
    most,
    /** The least time between two requests to one host, ms. */
    leastGap(host: string): number {
      const times = log.filter((row) => row.host === host).map(({ at }) => at);
      return Math.min(...times.slice(1).map((at, index) => at - (times[index] as number)));
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
