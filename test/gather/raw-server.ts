import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Asked {
  path: string;
  /** The request head as it came, latin1. */
  head: string;
  /** Requests to this path before. */
  before: number;
}

/** Says what bytes go out; the connection is left to the answer. */
export type RawAnswer = (socket: Socket, asked: Asked) => void;

export interface RawServer {
  port: number;
  base: string;
  asked: Asked[];
  /** Connections made so far, and the most that were open at once. */
  connections: { made: number; most: number };
  stop(): Promise<void>;
}

/** A server of bare sockets on loopback, for answers no HTTP library would send. */
export async function rawServer(answer: RawAnswer, host = '127.0.0.1'): Promise<RawServer> {
  const asked: Asked[] = [];
  const counts = new Map<string, number>();
  const open = new Set<Socket>();
  const connections = { made: 0, most: 0 };
  const server = createServer((socket) => {
    open.add(socket);
    connections.made += 1;
    connections.most = Math.max(connections.most, open.size);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
    let head = '';
    socket.on('data', (bytes) => {
      head += bytes.toString('latin1');
      for (let end = head.indexOf('\r\n\r\n'); end !== -1; end = head.indexOf('\r\n\r\n')) {
        const one = head.slice(0, end);
        head = head.slice(end + 4);
        const path = one.split(' ')[1] ?? '';
        const before = counts.get(path) ?? 0;
        counts.set(path, before + 1);
        const row = { path, head: one, before };
        asked.push(row);
        answer(socket, row);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    base: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    asked,
    connections,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A plain answer with its length. */
export const plain = (body: string | Buffer, headers = '', status = '200 OK'): Buffer => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const head = `HTTP/1.1 ${status}\r\ncontent-type: text/html\r\ncontent-length: ${bytes.length}\r\n${headers}\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
};
