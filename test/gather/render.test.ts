import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/gather/page/index.ts';
import type { Exchange, Exchanged } from '../../src/gather/ports.ts';
import { createRenderer } from '../../src/gather/render.ts';

const executablePath = '/usr/bin/chromium';

describe.skipIf(!existsSync(executablePath))(
  'rendering (skipped where /usr/bin/chromium is not there)',
  () => {
    it('shows what scripts write, and lets the browser connect nowhere by itself', async () => {
      let reached = 0;
      const server = createServer((_, answer) => {
        reached += 1;
        answer.end('secret');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const inside = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const pages: Record<string, string> = {
        'https://shell.example/a': `<title>App</title><div id="root"></div><script>fetch(${JSON.stringify(inside)}).then(t => t.text()).then(t => { document.title = t }).catch(() => { document.getElementById('root').innerHTML = '<h1>A long story of gates</h1>' })</script>`,
      };
      const exchange: Exchange = async ({ url }): Promise<Exchanged> => {
        const body = pages[url];
        const shared = { hops: [], complete: true, requests: 1, from: 'live' as const };
        return body === undefined
          ? {
              ...shared,
              headers: {},
              body: new Uint8Array(),
              failure: { kind: 'unsafe-target', message: 'refused' },
            }
          : {
              ...shared,
              status: 200,
              headers: { 'content-type': 'text/html; charset=utf-8' },
              body: Buffer.from(body),
            };
      };
      const renderer = await createRenderer({ executablePath, exchange });
      const bytes = await renderer.render('https://shell.example/a');
      await renderer.close();
      server.close();
      expect(reached).toBe(0);
      const seen = await readPage({ bytes: bytes ?? new Uint8Array(), url: 'https://shell.example/a' });
      expect(seen.title).toBe('A long story of gates');
    }, 60_000);
  },
);
