import nock from 'nock';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchPort, type Gathering, openGather } from '../../src/index.ts';

/** What sites answer, through any `fetch`: the port a caller hands in instead of the guarded one. */
let gathering: Gathering;
beforeAll(async () => {
  gathering = await openGather({
    tool: { name: 'refvouch', version: '0', url: 'https://example.org' },
    concurrency: 2,
    perHost: 2,
    paceMs: 0,
    timeoutMs: 5000,
    retries: 0,
    maxBodyBytes: 100_000,
    allowNet: [],
    identify: false,
    archive: false,
    ports: { fetch: fetchPort(globalThis.fetch) },
  });
});
afterEach(() => nock.cleanAll());

describe('a fetch of the caller’s', () => {
  it('follows redirects by hand, with every hop kept', async () => {
    nock('https://journal.example')
      .get('/old')
      .reply(301, '', { location: '/new' })
      .get('/new')
      .reply(200, '<title>Tide Tables</title><h1>Tide Tables</h1>', { 'content-type': 'text/html' });
    const { status, hops, title, finalUrl } = await gathering.visit('https://journal.example/old', 'cited');
    expect({ status, title, finalUrl }).toEqual({
      status: 200,
      title: 'Tide Tables',
      finalUrl: 'https://journal.example/new',
    });
    expect(hops.map((hop) => hop.status)).toEqual([301, 200]);
  });

  it('asks a second time before a 404 is believed', async () => {
    const asked = nock('https://journal.example').get('/gone').times(2).reply(404, 'no');
    expect((await gathering.visit('https://journal.example/gone', 'cited')).status).toBe(404);
    expect(asked.isDone()).toBe(true);
  });

  it('says who asks', async () => {
    nock('https://journal.example', {
      reqheaders: { 'user-agent': /^refvouch\/0 \(\+https:\/\/example\.org\)$/ },
    })
      .get('/who')
      .reply(200, '<title>Who</title>', { 'content-type': 'text/html' });
    expect((await gathering.visit('https://journal.example/who', 'cited')).status).toBe(200);
  });
});
