import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExchange } from './open-exchange.ts';
import { plain, type RawAnswer, type RawServer, rawServer } from './raw-server.ts';

const text = (body: Uint8Array) => Buffer.from(body).toString();
const chunked = (...chunks: string[]) =>
  `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n${chunks.join('')}`;
const redirect = (to: string, more = '') => plain('', `location: ${to}\r\n${more}`, '302 Found');

/** Bad framing and broken answers: what is sent, and what it must come to. */
const broken: Record<string, { sends: RawAnswer; outcome: object }> = {
  'an empty reply': { sends: (socket) => socket.end(), outcome: { failure: { kind: 'reset' } } },
  'a reset': { sends: (socket) => socket.resetAndDestroy(), outcome: { failure: { kind: 'reset' } } },
  garbage: {
    sends: (socket) => socket.end('\x00\x01\x02 hello\r\n\r\n'),
    outcome: { failure: { kind: 'protocol' } },
  },
  'HTTP/0.9': {
    sends: (socket) => socket.end('<html>old</html>'),
    outcome: { failure: { kind: 'protocol' } },
  },
  'a greeting of another protocol': {
    sends: (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
    outcome: { failure: { kind: 'protocol' } },
  },
  'a length that is none': {
    sends: (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: ten\r\n\r\nx'),
    outcome: { failure: { kind: 'protocol' } },
  },
  'two lengths': {
    sends: (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxy'),
    outcome: { failure: { kind: 'protocol' } },
  },
  'a length and chunks': {
    sends: (socket) =>
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n',
      ),
    outcome: { failure: { kind: 'protocol' } },
  },
  'a body shorter than its length': {
    sends: (socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 50\r\n\r\nshort'),
    outcome: { status: 200, complete: false, failure: { kind: 'reset' } },
  },
  'a chunk size that is none': {
    sends: (socket) => socket.end(chunked('zz\r\nhello\r\n')),
    outcome: { status: 200, complete: false, failure: { kind: 'reset' } },
  },
  'chunks without an end': {
    sends: (socket) => socket.end(chunked('5\r\nhello\r\n')),
    outcome: { status: 200, complete: false, failure: { kind: 'reset' } },
  },
  'headers larger than 64 KiB': {
    sends: (socket) => socket.end(`HTTP/1.1 200 OK\r\n${`x: ${'y'.repeat(1000)}\r\n`.repeat(100)}\r\n`),
    outcome: { failure: { kind: 'too-large' } },
  },
  'interim answers without end': {
    sends: (socket) => socket.write('HTTP/1.1 102 Processing\r\n\r\n'.repeat(500)),
    outcome: { failure: { kind: 'protocol' } },
  },
  'trailers larger than 64 KiB': {
    sends: (socket) =>
      socket.end(chunked('1\r\nx\r\n', '0\r\n', `t: ${'y'.repeat(1000)}\r\n`.repeat(100), '\r\n')),
    outcome: { status: 200, complete: false },
  },
  'an unknown status': { sends: (socket) => socket.end(plain('x', '', '799 Odd')), outcome: { status: 799 } },
  'no content': {
    sends: (socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'),
    outcome: { status: 204, complete: true },
  },
  'not modified, unasked': {
    sends: (socket) => socket.end('HTTP/1.1 304 Not Modified\r\n\r\n'),
    outcome: { status: 304, complete: true },
  },
  'a redirect to nothing': {
    sends: (socket) => socket.end(redirect('http://[')),
    outcome: { failure: { kind: 'malformed-url' } },
  },
  'a redirect to a file': {
    sends: (socket) => socket.end(redirect('file:///etc/passwd')),
    outcome: { failure: { kind: 'unsupported-scheme' } },
  },
  'a redirect without a place': {
    sends: (socket) => socket.end(plain('', '', '301 Moved')),
    outcome: { status: 301 },
  },
};

let server: RawServer;
let routes: Record<string, RawAnswer>;
const open = openExchange();
beforeAll(async () => {
  server = await rawServer((socket, asked) => {
    const name = decodeURIComponent(asked.path.slice(1).split('?')[0] ?? '');
    (
      broken[name]?.sends ??
      routes[name.split('/')[0] ?? ''] ??
      ((one) => one.end(plain('nothing here', '', '404 Not Found')))
    )(socket, asked);
  });
});
afterAll(async () => {
  await open.close();
  await server.stop();
});
const get = (path: string, exchange = open.exchange) =>
  exchange({ url: `${server.base}/${encodeURI(path)}` });

routes = {
  hop: (socket, { path }) => {
    const at = Number(path.split('/')[2]);
    socket.write(at === 0 ? plain('<title>end</title>') : redirect(`/hop/${at - 1}`));
  },
  ring: (socket) => socket.write(redirect('/ring')),
  // Goes round until its cookie comes back.
  cookie: (socket, { head }) =>
    void socket.write(
      /^cookie: seen=1$/im.test(head)
        ? plain('let in')
        : redirect('/cookie', 'set-cookie: seen=1; Path=/\r\n'),
    ),
  // Goes round for ever, with a new cookie each time.
  newcookie: (socket, { before }) => void socket.write(redirect('/newcookie', `set-cookie: n=${before}\r\n`)),
  away: (socket, { path }) =>
    void socket.write(redirect(decodeURIComponent(path.slice('/away/'.length)), 'set-cookie: mine=1\r\n')),
  big: (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n');
    const more = (): void => {
      while (!socket.destroyed && socket.write('y'.repeat(65_536)));
      socket.once('drain', more);
    };
    more();
  },
  slow: (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<title>slow</title>');
    const timer = setInterval(() => socket.write('.'), 20);
    socket.on('close', () => clearInterval(timer));
  },
  slowhead: (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => socket.write('x: y\r\n'), 20);
    socket.on('close', () => clearInterval(timer));
  },
  silent: () => undefined,
  flaky: (socket, { before }) => (before === 0 ? socket.resetAndDestroy() : void socket.write(plain('back'))),
  later: (socket, { before }) =>
    void socket.write(before === 0 ? plain('', 'retry-after: 7\r\n', '503 Busy') : plain('back')),
  muchlater: (socket) => void socket.write(plain('', 'retry-after: 3600\r\n', '429 Slow down')),
  broken: (socket) => void socket.write(plain('', '', '500 Oops')),
  extensions: (socket) => {
    socket.write(chunked());
    const timer = setInterval(() => socket.write(`1${';e=f'.repeat(200)}\r\nx\r\n`), 2);
    socket.on('close', () => clearInterval(timer));
  },
  utf8: (socket) =>
    void socket.write(
      Buffer.concat([
        Buffer.from('HTTP/1.1 302 Found\r\nlocation: /'),
        Buffer.from('章'),
        Buffer.from('\r\ncontent-length: 0\r\n\r\n'),
      ]),
    ),
  章: (socket) => void socket.write(plain('chapter')),
  refresh: (socket) => void socket.write(plain('<meta http-equiv="refresh" content="0; url=/hop/0">')),
  odd: (socket) =>
    void socket.write(plain('x', '__proto__: 1\r\nconstructor: 2\r\nset-cookie: a=b\r\nx: 1\r\nx: 2\r\n')),
};

describe('an answer that is not what it should be', () => {
  it.each(Object.entries(broken))('%s', async (name, { outcome }) => {
    expect(await get(name)).toMatchObject(outcome);
  });

  it('a refused connection', async () => {
    expect(await open.exchange({ url: 'http://127.0.0.1:1/' })).toMatchObject({
      failure: { kind: 'refused' },
    });
  });

  it('a header named like a property of objects is a header', async () => {
    const { headers } = await get('odd');
    expect(Object.entries(headers)).toEqual(
      expect.arrayContaining([
        ['__proto__', '1'],
        ['constructor', '2'],
        ['x', '1, 2'],
      ]),
    );
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('bodies closed under a reader, by the hundred, leave the process alive', async () => {
    const body = 'z'.repeat(100_000);
    const one = await rawServer((socket, { path }) => {
      const status = Number(path.slice(1)) % 2 ? '302 Found' : '200 OK';
      socket.end(
        `HTTP/1.1 ${status}\r\ncontent-type: text/html\r\nlocation: /end\r\ncontent-length: 200000\r\n\r\n${body}`,
      );
    });
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        open.exchange({ url: `${one.base}/${at}`, maxBytes: 20_000, follow: false }),
      ),
    );
    await one.stop();
    expect(answers.every(({ status }) => status === 200 || status === 302)).toBe(true);
  });
});

describe('redirects', () => {
  it('are followed by hand, and every hop is kept', async () => {
    const answer = await get('hop/3');
    expect(answer.hops.map(({ status, location }) => [status, location])).toEqual([
      [302, `${server.base}/hop/2`],
      [302, `${server.base}/hop/1`],
      [302, `${server.base}/hop/0`],
      [200, undefined],
    ]);
    expect(answer).toMatchObject({ status: 200, finalUrl: `${server.base}/hop/0`, requests: 4 });
  });
  it('end after twelve', async () => {
    expect(await get('hop/12')).toMatchObject({ status: 200 });
    expect(await get('hop/13')).toMatchObject({ failure: { kind: 'redirect-loop' }, requests: 13 });
  });
  it('in a ring end at once; a ring that wants its cookie back is left by it', async () => {
    expect(await get('ring')).toMatchObject({ failure: { kind: 'redirect-loop' }, requests: 1 });
    expect(await get('cookie')).toMatchObject({ status: 200, requests: 2 });
  });
  it('with ever new cookies end before the URL was asked for too often', async () => {
    const { failure, requests } = await get('newcookie');
    expect(failure?.kind).toBe('redirect-loop');
    expect(requests).toBeLessThanOrEqual(6);
  });
  it('keep the fragment, and understand raw UTF-8 in a Location and a meta refresh', async () => {
    expect(await get('hop/1#part')).toMatchObject({ finalUrl: `${server.base}/hop/0#part` });
    expect(text((await get('utf8')).body)).toBe('chapter');
    expect((await get('refresh')).hops.map(({ via }) => via)).toEqual(['request', 'meta-refresh']);
  });
  it('are never followed where that is not wanted, and HEAD is never used', async () => {
    expect(await open.exchange({ url: `${server.base}/hop/1`, follow: false })).toMatchObject({
      status: 302,
    });
    expect(server.asked.every(({ head }) => head.startsWith('GET '))).toBe(true);
  });
});

describe('secrets', () => {
  const authorized = (one: RawServer) =>
    one.asked.map(({ head }) => /^(authorization|cookie): .*$/im.exec(head)?.[0]);
  it('credentials, the caller’s headers and cookies do not go to another origin', async () => {
    const other = await rawServer((socket) => void socket.write(plain('other')));
    const keen = openExchange({ urlCredentials: true });
    const before = server.asked.length;
    const url = `http://me:pa%40ss@127.0.0.1:${server.port}/away/${encodeURIComponent(`${other.base}/x`)}`;
    const answer = await keen.exchange({ url });
    await keen.exchange({
      url: `${server.base}/away/${encodeURIComponent(`${other.base}/y`)}`,
      headers: { Authorization: 'LOW a:b' },
    });
    await keen.close();
    expect(server.asked.slice(before).map(({ head }) => /^authorization: (.*)$/im.exec(head)?.[1])).toEqual([
      `Basic ${Buffer.from('me:pa@ss').toString('base64')}`,
      'LOW a:b',
    ]);
    expect(authorized(other)).toEqual([undefined, undefined]);
    expect(JSON.stringify(answer)).not.toMatch(/pa(?:%40|@)ss|me:/);
    await other.stop();
  });
  it('credentials in a URL are not sent unless asked for', async () => {
    const before = server.asked.length;
    await open.exchange({ url: `http://me:secret@127.0.0.1:${server.port}/hop/0` });
    expect(server.asked.slice(before).map(({ head }) => /authorization|secret/i.test(head))).toEqual([false]);
  });
});

describe('limits', () => {
  it('an endless body ends at the cap, alive', async () => {
    const answer = await open.exchange({ url: `${server.base}/big`, maxBytes: 300_000 });
    expect(answer).toMatchObject({ status: 200, complete: false });
    expect(answer.failure).toBeUndefined();
    expect(answer.body.length).toBe(300_000);
  });
  it.each([
    [
      'a body at one byte a time',
      'slow',
      { status: 200, complete: false, failure: { kind: 'timeout', phase: 'total' } },
    ],
    ['headers without end', 'slowhead', { failure: { kind: 'timeout', phase: 'total' } }],
    ['silence', 'silent', { failure: { kind: 'timeout', phase: 'total' } }],
    [
      'chunk extensions without end',
      'extensions',
      { status: 200, complete: false, failure: { phase: 'total' } },
    ],
  ])('%s meets the total deadline', async (_, path, outcome) => {
    const quick = openExchange({ timeoutMs: 250 });
    const began = performance.now();
    expect(await get(path, quick.exchange)).toMatchObject(outcome);
    expect(performance.now() - began).toBeLessThan(2000);
    await quick.close();
  });
  it('waiting for a host’s turn is not held against the link', async () => {
    const paced = openExchange({ timeoutMs: 150, paceMs: 60, perHost: 1 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => get('hop/0', paced.exchange)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    await paced.close();
  });
  it('a run that is stopped says nothing of the link', async () => {
    const controller = new AbortController();
    const asked = open.exchange({ url: `${server.base}/silent`, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('stopped by SIGINT')), 30);
    expect(await asked).toMatchObject({ failure: { kind: 'not-attempted' } });
  });
  it('a gzip bomb is cut at the cap', async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20));
    const one = await rawServer((socket) => void socket.write(plain(bomb, 'content-encoding: gzip\r\n')));
    const answer = await open.exchange({ url: one.base, maxBytes: 100_000 });
    await one.stop();
    expect(answer).toMatchObject({ status: 200, complete: false });
    expect(answer.body.length).toBe(100_000);
  });
});

describe('retries', () => {
  const waits: number[] = [];
  let slept = 0;
  const clock = {
    now: () => Date.UTC(2026, 0, 1) + slept,
    monotonic: () => performance.now() + slept,
    sleep: async (ms: number) => {
      waits.push(ms);
      slept += ms;
    },
  };
  const patient = openExchange({ retries: 2, clock, random: () => 0.5, timeoutMs: 20_000 });
  afterAll(() => patient.close());
  it.each([
    ['a connection closed under the request is tried again', 'flaky', { status: 200, requests: 2 }, [250]],
    ['a server error, twice more', 'broken', { status: 500, requests: 3 }, [250, 500]],
    ['as long after as it asks', 'later', { status: 200, requests: 2 }, [7000]],
    ['not where it asks for too long', 'muchlater', { status: 429, requests: 1 }, []],
    ['not a missing page', 'missing', { status: 404, requests: 1 }, []],
    ['not a body that broke off', 'a body shorter than its length', { status: 200, requests: 1 }, []],
  ])('%s', async (_, path, outcome, asked) => {
    waits.length = 0;
    expect(await get(path, patient.exchange)).toMatchObject(outcome);
    expect(waits).toEqual(asked);
  });
  it('a host’s budget of retries ends', async () => {
    const before = server.asked.length;
    const mean = openExchange({ retries: 2, clock });
    await Promise.all(Array.from({ length: 20 }, (_, at) => get(`broken?${at}`, mean.exchange)));
    await mean.close();
    expect(server.asked.length - before).toBe(30);
  });
  it('never more than ten connections to a host', async () => {
    const one = await rawServer((socket) => void setTimeout(() => socket.write(plain('x')), 5));
    const many = openExchange({ perHost: 10 });
    await Promise.all(Array.from({ length: 100 }, (_, at) => many.exchange({ url: `${one.base}/${at}` })));
    await many.close();
    await one.stop();
    expect(one.connections.most).toBeLessThanOrEqual(10);
  });
});
