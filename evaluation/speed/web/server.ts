import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net';
import { parseArgs } from 'node:util';
import iconv from 'iconv-lite';
import { type Behaviour, behaviours, useEncoder } from './behaviours.ts';
import { certificatesFor } from './certificates.ts';
import { pageOf, titleOf } from './page.ts';

/**
 * The measuring web, a process of its own: every address of 127.1.0.0/16 is a host of it. `/p/N` is a fine page of about
 * 30 KB, `/b/NAME/N` misbehaves as its row says. Prints one line of JSON with its ports, then serves until it is ended.
 * On SIGUSR2 it prints one line with what each host was asked at the most at once and how fast.
 */
const { values } = parseArgs({
  options: {
    'latency-ms': { type: 'string', default: '0' },
    certificates: { type: 'string', default: '/tmp/refvouch-measuring-web' },
  },
});
const latencyMs = Number(values['latency-ms']);
useEncoder((text, charset) => iconv.encode(text, charset).toString('latin1'));

const byName = new Map(behaviours.map((behaviour) => [behaviour.name, behaviour]));
const seen = new Map<string, number>();
/** By host: requests under way, the most at once, and the starts in ms. */
const log = new Map<string, { now: number; most: number; starts: number[] }>();
const pages = Array.from({ length: 64 }, (_, index) => Buffer.from(pageOf(`@TITLE${index}@`)));

/** The page's bytes with the title put in: cheap, so that the client is what is measured. */
function pageBytes(id: number): Buffer {
  const template = pages[id % pages.length] as Buffer;
  return Buffer.from(
    template.toString('latin1').replaceAll(`@TITLE${id % pages.length}@`, titleOf(id)),
    'latin1',
  );
}

function plainPage(id: number, response: ServerResponse, head: boolean): void {
  const body = pageBytes(id);
  const answer = (): void => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
    response.end(head ? undefined : body);
  };
  if (latencyMs > 0) setTimeout(answer, latencyMs);
  else answer();
}

function misbehave(behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): void {
  const [, , name, id = '0', ...rest] = (request.url ?? '/').split('/');
  const path = `/b/${name}/${id}`;
  const key = `${request.headers.host} ${request.url} ${request.method === 'HEAD'}`;
  seen.set(key, (seen.get(key) ?? 0) + 1);
  behaviour.answer({
    request,
    response,
    title: titleOf(Number(id) || 0),
    path,
    rest: rest.length > 0 ? `/${rest.join('/')}` : '',
    seen: seen.get(key) as number,
    other: `http://127.1.0.2:${port}`,
  });
}

function watch(request: IncomingMessage, response: ServerResponse): void {
  const host = request.headers.host ?? '';
  const row = log.get(host) ?? { now: 0, most: 0, starts: [] };
  log.set(host, row);
  row.now += 1;
  row.most = Math.max(row.most, row.now);
  row.starts.push(performance.now());
  response.once('close', () => {
    row.now -= 1;
  });
}

const listener: RequestListener = (request, response) => {
  watch(request, response);
  request.on('error', () => undefined);
  const [, kind, name] = (request.url ?? '/').split('/');
  const behaviour = kind === 'b' ? byName.get(name ?? '') : undefined;
  if (behaviour) return misbehave(behaviour, request, response);
  if (kind === 'p') return plainPage(Number(name) || 0, response, request.method === 'HEAD');
  if (request.url === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return void response.end(pageOf('Measuring Web', 4000));
  }
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
  return void response.end('<!DOCTYPE html><title>404 Not Found</title><h1>404 Not Found</h1>');
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '0.0.0.0', 4096, () => resolve((server.address() as AddressInfo).port)),
  );

const clear = createServer({ keepAliveTimeout: 30_000 }, listener);
const port = await listen(clear);
const certificates = certificatesFor('127.1.0.1', values.certificates);
const secure: Record<string, number> = {};
for (const [name, pair] of Object.entries(certificates.of))
  secure[name] = await listen(createSecureServer(pair, listener));
// A port that was just free and is closed again refuses whoever comes.
const shut = createSocketServer();
const refused = await listen(shut);
shut.close();

process.on('SIGUSR2', () => {
  const rows = [...log].map(([host, { most, starts }]) => ({
    host,
    most,
    requests: starts.length,
    leastGapMs: Math.min(...starts.slice(1).map((start, index) => start - (starts[index] as number))),
  }));
  log.clear();
  process.stdout.write(`${JSON.stringify({ hosts: rows })}\n`);
});
process.stdout.write(`${JSON.stringify({ port, secure, refused, authority: certificates.authorityPath })}\n`);
