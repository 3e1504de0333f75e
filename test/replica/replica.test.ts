import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifest, printedDois } from './manifest.ts';
import { type Replica, startReplica } from './server.ts';

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica({ slowMs: 20 });
});
afterAll(() => replica.stop());

/** Follows by hand, as a checker does, and keeps every hop. */
async function visit(address: string) {
  const hops: { url: string; status: number }[] = [];
  let url = address;
  for (let hop = 0; hop < 10; hop += 1) {
    const response = await replica.fetch(url);
    const body = new Uint8Array(await response.arrayBuffer());
    hops.push({ url, status: response.status });
    const to = response.headers.get('location');
    if (!to || response.status < 300 || response.status > 399) return { hops, response, body };
    url = new URL(to, url).href;
  }
  throw new Error('a loop');
}

describe('the manifest', () => {
  it('has the 32 distinct addresses of the article', () => {
    expect(manifest.length).toBe(32);
    expect(new Set(manifest.map((row) => row.url)).size).toBe(32);
    expect(printedDois.length).toBe(1);
  });

  it.each([...manifest, ...printedDois])('$url: $does.kind', async (row) => {
    const { hops, response } = await visit(row.url);
    console.log(hops.map((h) => h.status).join(' '), response.headers.get('content-type'));
  });
});
