import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Desk } from './desk.ts';

export type { Desk, Opened, PageFile } from './desk.ts';

export interface Serving {
  /** The address to open, token and all. */
  url: string;
  /** Stops the run under way and lets go of every connection. */
  close(): Promise<void>;
}

/** Opens the desk on loopback. Port 0 takes any that is free; rejects where the port is taken. */
export async function serveDesk(desk: Desk, port = 0): Promise<Serving> {
  const token = randomBytes(24).toString('base64url');
  let listening = port;
  const { app, sitting } = createApp(desk, { token, port: () => listening });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  listening = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${listening}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        sitting.cancel();
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
