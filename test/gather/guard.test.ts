import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuard } from '../../src/gather/guard.ts';
import type { Address } from '../../src/gather/resolve.ts';
import { openExchange } from './open-exchange.ts';
import { plain, type RawServer, rawServer } from './raw-server.ts';

describe('createGuard', () => {
  const guard = createGuard([]);
  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '::8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::a00:1',
    '100::1',
    '2001::1',
    '2001:0:7f00:1::',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:808:808::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '[::1]',
    'localhost',
    '',
    '1.2.3',
    '999.1.1.1',
  ])('refuses %s', (address) => expect(guard.allows(address)).toBe(false));
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.216.34',
    '172.32.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
    '[2606:4700::1111]',
  ])('allows %s', (address) => expect(guard.allows(address)).toBe(true));
  it('allows what the operator allowed and no more, in the mapped form too', () => {
    const wide = createGuard(['10.1.0.0/16', '::1', '127.0.0.1']);
    expect(['10.1.2.3', '::1', '127.0.0.1', '::ffff:10.1.2.3'].map(wide.allows)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['10.2.0.1', '127.0.0.2', '::2', '192.168.0.1'].map(wide.allows)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(() => createGuard(['10.0.0.0/99'])).toThrow(RangeError);
    expect(() => createGuard(['intranet'])).toThrow(/not an address range/);
  });
  it('never allows a private address, however it is put into IPv6', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.constantFrom('::ffff:', '::', '64:ff9b::', '64:ff9b:1::'),
        byte,
        byte,
        (prefix, a, b) => !guard.allows(`${prefix}10.${a}.${b}.1`),
      ),
    );
  });
});

/** Spellings of loopback and of metadata addresses that URL parsers and resolvers have taken for something else. */
const spellings = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '0177.1',
  '127.0.0.1.',
  '0',
  '0.0.0.0',
  '127.0.0.01',
  '１２７.０.０.１',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '1\u00ad27.0.0.1',
  '%31%32%37.0.0.1',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '[::ffff:a9fe:a9fe]',
  '10.0.0.1',
  '192.168.1.1',
  '172.16.0.1',
  '100.64.0.1',
  '224.0.0.1',
  'user@127.0.0.1',
  'public.example@127.0.0.1',
  'public.example:80@127.0.0.1',
  'public.example\\@127.0.0.1',
];

let server: RawServer;
const looked: string[] = [];
let answer: (host: string) => Address[];
const resolve = async (host: string): Promise<Address[]> => {
  looked.push(host);
  return answer(host);
};
const shut = openExchange({ allowNet: [], resolve });
const loopbackOnly = openExchange({ allowNet: ['127.0.0.1/32'], resolve });
beforeAll(async () => {
  server = await rawServer(
    (socket, { path }) =>
      void socket.write(
        path.startsWith('/to/')
          ? plain('', `location: ${decodeURIComponent(path.slice(4))}\r\n`, '302 Found')
          : path === '/refresh'
            ? plain('<meta http-equiv="refresh" content="0;url=http://127.0.0.2:1/">')
            : plain('inside'),
      ),
  );
});
afterAll(async () => {
  await shut.close();
  await loopbackOnly.close();
  await server.stop();
});

const blocked = { failure: { kind: 'unsafe-target', message: expect.stringMatching(/^blocked by policy/) } };

describe('the connected address', () => {
  it.each(spellings)('refuses http://%s', async (host) => {
    answer = () => [{ address: '127.0.0.1', family: 4 }];
    const before = server.connections.made;
    const { failure } = await shut.exchange({ url: `http://${host}:${server.port}/` });
    expect(['unsafe-target', 'malformed-url']).toContain(failure?.kind);
    expect(server.connections.made).toBe(before);
  });

  it.each([
    ['a private address', ['10.0.0.1']],
    ['loopback', ['127.0.0.1', '::1']],
    ['a mapped address', ['::ffff:127.0.0.1']],
    ['metadata', ['169.254.169.254']],
  ])('refuses a name that leads to %s', async (_, addresses) => {
    answer = () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    expect(await shut.exchange({ url: `http://private.example:${server.port}/` })).toMatchObject(blocked);
  });

  it('never falls back to a refused address of a mixed answer', async () => {
    // 127.0.0.3 is allowed and refuses connections; 127.0.0.1 would answer and is not allowed.
    const only = openExchange({ allowNet: ['127.0.0.3/32'], resolve });
    answer = () => ['127.0.0.3', '127.0.0.1'].map((address) => ({ address, family: 4 }));
    const before = server.connections.made;
    expect(await only.exchange({ url: `http://mixed.example:${server.port}/` })).toMatchObject({
      failure: { kind: 'refused' },
    });
    expect(server.connections.made).toBe(before);
    await only.close();
  });

  it('tries the next allowed address where the first is dead', async () => {
    answer = () => ['127.0.0.3', '127.0.0.1'].map((address) => ({ address, family: 4 }));
    const both = openExchange({ allowNet: ['127.0.0.0/8'], resolve });
    expect(await both.exchange({ url: `http://two.example:${server.port}/` })).toMatchObject({ status: 200 });
    await both.close();
  });

  it('is checked at every connection, so that a name that changes its mind is refused then', async () => {
    let turn = 0;
    answer = () => [{ address: turn++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    const url = `http://rebinding.example:${server.port}/`;
    const one = openExchange({ allowNet: ['127.0.0.1/32'], resolve, perHost: 1 });
    const closing = await rawServer((socket) => void socket.end(plain('x', 'connection: close\r\n')));
    const again = `http://rebinding.example:${closing.port}/`;
    expect(await one.exchange({ url: again })).toMatchObject({ status: 200 });
    expect(await one.exchange({ url: again })).toMatchObject(blocked);
    expect(await loopbackOnly.exchange({ url })).toMatchObject(blocked);
    await one.close();
    await closing.stop();
  });

  it.each([
    'http://127.0.0.2:1/',
    'http://[::1]:1/',
    'http://0x7f.2/',
    '//169.254.169.254/latest/meta-data/',
  ])('a redirect to %s is refused, and the hop is kept', async (target) => {
    const answered = await loopbackOnly.exchange({ url: `${server.base}/to/${encodeURIComponent(target)}` });
    expect(answered).toMatchObject({ ...blocked, hops: [{ status: 302 }, {}] });
  });

  it('a meta refresh to a private address is refused', async () => {
    expect(await loopbackOnly.exchange({ url: `${server.base}/refresh` })).toMatchObject(blocked);
  });

  it('a redirect to a name that leads inside is refused', async () => {
    answer = () => [{ address: '10.0.0.9', family: 4 }];
    const url = `${server.base}/to/${encodeURIComponent('http://inside.example/')}`;
    expect(await loopbackOnly.exchange({ url })).toMatchObject(blocked);
  });

  it.each([
    ['ENOTFOUND', { kind: 'dns-missing' }],
    ['EAI_AGAIN', { kind: 'dns-temporary' }],
    ['ESERVFAIL', { kind: 'dns-temporary' }],
  ])('a look-up that fails with %s', async (code, failure) => {
    answer = () => {
      throw Object.assign(new Error(code), { code });
    };
    expect(await shut.exchange({ url: 'http://nowhere.example/' })).toMatchObject({ failure });
  });

  it('a look-up that never ends is told apart', async () => {
    const stuck = openExchange({ resolve: () => new Promise(() => undefined), connectTimeoutMs: 50 });
    expect(await stuck.exchange({ url: 'http://stuck.example/' })).toMatchObject({
      failure: { kind: 'timeout', phase: 'dns' },
    });
    await stuck.close();
  });
});
