import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer as createClear, type Server, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { openExchange } from './open-exchange.ts';
import { plain } from './raw-server.ts';

const read = (name: string): string => readFileSync(new URL(`fixtures/tls/${name}`, import.meta.url), 'utf8');
const key = read('leaf.key');
const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
const { exchange, close } = openExchange({ resolve, authorities: [read('ca.pem')], connectTimeoutMs: 300 });
afterAll(close);

async function secure(certificate: string): Promise<{ port: number; stop(): void }> {
  const server: Server = createServer({ key, cert: read(certificate) }, (socket) => {
    socket.on('error', () => undefined).on('data', () => socket.end(plain('secure')));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, stop: () => server.close() };
}

describe('TLS', () => {
  it.each([
    ['a good certificate', 'good.pem', 'good.example', { status: 200 }],
    [
      'one that has run out',
      'expired.pem',
      'good.example',
      { failure: { kind: 'tls-invalid', code: 'CERT_HAS_EXPIRED' } },
    ],
    [
      'one for another host',
      'good.pem',
      'other.example',
      { failure: { kind: 'tls-invalid', code: 'ERR_TLS_CERT_ALTNAME_INVALID' } },
    ],
    [
      'one signed by itself',
      'self-signed.pem',
      'good.example',
      { failure: { kind: 'tls-invalid', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
    ],
  ])('%s', async (_, certificate, host, outcome) => {
    const server = await secure(certificate);
    expect(await exchange({ url: `https://${host}:${server.port}/` })).toMatchObject(outcome);
    server.stop();
  });

  it('is not switched off by the environment', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const server = await secure('self-signed.pem');
    expect(await exchange({ url: `https://good.example:${server.port}/` })).toMatchObject({
      failure: { kind: 'tls-invalid' },
    });
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    server.stop();
  });

  it.each<[string, (socket: Socket) => unknown, object]>([
    ['a host that never answers', () => undefined, { kind: 'timeout', phase: 'tls' }],
    ['a host that speaks clear text', (socket) => socket.end(plain('clear')), { kind: 'tls-invalid' }],
    ['a host that closes', (socket) => socket.destroy(), { kind: 'reset' }],
  ])('%s', async (_, answer, failure) => {
    const server = createClear((socket) => {
      socket.on('error', () => undefined).once('data', () => answer(socket));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    expect(await exchange({ url: `https://good.example:${port}/` })).toMatchObject({ failure });
    server.close();
  });
});
