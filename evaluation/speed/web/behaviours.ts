import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { pageOf } from './page.ts';

/** What a careful person would say of a link that behaves so. */
export type Truth = 'alive' | 'dead' | 'wrong-title' | 'uncertain';

/** One request to a misbehaving link. `seen` counts the requests to this path, this one included. */
export interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  title: string;
  /** Path of this link, below which it may keep more paths. */
  path: string;
  /** What follows the link's own path: `/2` of `/b/chain-5/7/2`. */
  rest: string;
  seen: number;
  /** Address of another host of this web, without a path. */
  other: string;
}

export interface Behaviour {
  name: string;
  truth: Truth;
  /** Which server it stands on: clear, or one of the TLS ones. */
  on?: 'tls-good' | 'tls-self-signed' | 'tls-expired' | 'tls-wrong-host' | 'refused';
  answer(asked: Asked): void;
}

const html = (more: Record<string, string> = {}) => ({ 'content-type': 'text/html; charset=utf-8', ...more });
const send = (asked: Asked, status: number, headers: Record<string, string>, body: string | Buffer): void => {
  asked.response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers });
  asked.response.end(asked.request.method === 'HEAD' ? undefined : body);
};
const fine = (asked: Asked, more: Record<string, string> = {}): void =>
  send(asked, 200, html(more), pageOf(asked.title));
const status =
  (code: number, more: Record<string, string> = {}) =>
  (asked: Asked) =>
    send(asked, code, html(more), `<!DOCTYPE html><title>${code}</title><h1>${code}</h1>`);
const to = (code: number, where: (asked: Asked) => string) => (asked: Asked) =>
  asked.rest === '/there'
    ? fine(asked)
    : send(asked, code, html({ location: where(asked) }), '<!DOCTYPE html><title>Redirect</title>');
const there = (asked: Asked): string => `${asked.path}/there`;

/** HEAD is answered badly, GET well: whoever asks with GET sees a fine page. */
const badHead = (name: string, answer: (asked: Asked) => void): Behaviour => ({
  name: `head-${name}`,
  truth: 'alive',
  answer: (asked) => (asked.request.method === 'HEAD' ? answer(asked) : fine(asked)),
});
/** The first request fails so, the next ones are fine. */
const once = (name: string, answer: (asked: Asked) => void): Behaviour => ({
  name,
  truth: 'alive',
  answer: (asked) => (asked.seen === 1 ? answer(asked) : fine(asked)),
});
const hang = (): void => undefined;
const reset = ({ request }: Asked): void => void request.socket.resetAndDestroy();
const inAMoment = (): string => new Date(Date.now() + 2000).toUTCString();

const shiftJis =
  '<!DOCTYPE html><html lang="ja"><head>META<title>TITLE</title></head><body><h1>TITLE</h1><p>BODY</p></body></html>';
const cjk = (name: string, charset: 'shift_jis' | 'gbk', by: 'header' | 'meta'): Behaviour => ({
  name,
  truth: 'alive',
  answer(asked) {
    const meta = by === 'meta' ? `<meta charset="${charset}">` : '';
    const [title, body] = cjkTexts[charset];
    const page = shiftJis.replace('META', meta).replaceAll('TITLE', title).replace('BODY', body.repeat(40));
    const type = by === 'header' ? `text/html; charset=${charset}` : 'text/html';
    send(asked, 200, { 'content-type': type }, Buffer.from(cjkBytes(page, charset), 'latin1'));
  },
});

/** Titles of the CJK pages, as they are cited. */
export const cjkTexts = {
  shift_jis: ['港の潮位表を読む', 'このページは測定のために作られたものです。'],
  gbk: ['港口潮汐表的读法', '本页为测量而编写。'],
} as const;

let encode: ((text: string, charset: string) => string) | undefined;
/** Set once by the server, so that this table needs no library of its own. */
export const useEncoder = (encoder: (text: string, charset: string) => string): void => {
  encode = encoder;
};
const cjkBytes = (text: string, charset: string): string =>
  (encode as NonNullable<typeof encode>)(text, charset);

/** A PDF of one page whose metadata has the title. */
function pdfOf(title: string): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${`BT /F 18 Tf 20 150 Td (${title}) Tj ET`.length}>>stream\nBT /F 18 Tf 20 150 Td (${title}) Tj ET\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Title(${title})/Producer(refvouch measuring web, synthetic)>>`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 7\n0000000000 65535 f \n${rows}trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n${start}\n%%EOF`;
}

const alive: Behaviour[] = [
  { name: 'plain', truth: 'alive', answer: (asked) => fine(asked) },
  {
    name: 'gzip',
    truth: 'alive',
    answer: (asked) => send(asked, 200, html({ 'content-encoding': 'gzip' }), gzipSync(pageOf(asked.title))),
  },
  {
    name: 'brotli',
    truth: 'alive',
    answer: (asked) =>
      send(asked, 200, html({ 'content-encoding': 'br' }), brotliCompressSync(pageOf(asked.title))),
  },
  {
    name: 'gzip-unasked',
    truth: 'alive',
    answer: (asked) =>
      send(asked, 200, html({ 'content-encoding': 'x-gzip', vary: '*' }), gzipSync(pageOf(asked.title))),
  },
  {
    name: 'chunked',
    truth: 'alive',
    answer({ response, title }) {
      response.writeHead(200, html());
      const page = pageOf(title);
      for (let at = 0; at < page.length; at += 4000) response.write(page.slice(at, at + 4000));
      response.end();
    },
  },
  {
    name: 'http-1.0',
    truth: 'alive',
    answer({ request, title }) {
      request.socket.end(`HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${pageOf(title)}`);
    },
  },
  {
    name: 'title-late',
    truth: 'alive',
    answer: (asked) =>
      send(
        asked,
        200,
        html(),
        `<!DOCTYPE html><html><body><p>${'Words before the title. '.repeat(8000)}</p><title>${asked.title}</title><h1>${asked.title}</h1></body></html>`,
      ),
  },
  {
    name: 'title-entities',
    truth: 'alive',
    answer: (asked) =>
      send(
        asked,
        200,
        html(),
        `<!DOCTYPE html><title>${[...asked.title].map((sign) => `&#${sign.charCodeAt(0)};`).join('')} &mdash; Measuring Web</title><p>${'Text. '.repeat(400)}</p>`,
      ),
  },
  cjk('shift_jis-header', 'shift_jis', 'header'),
  cjk('shift_jis-meta', 'shift_jis', 'meta'),
  cjk('gbk-header', 'gbk', 'header'),
  cjk('gbk-meta', 'gbk', 'meta'),
  {
    name: 'pdf',
    truth: 'alive',
    answer: (asked) => send(asked, 200, { 'content-type': 'application/pdf' }, pdfOf(asked.title)),
  },
  {
    name: 'body-20-mb',
    truth: 'alive',
    answer({ response, title }) {
      response.writeHead(200, html({ 'content-length': String(20 * 1024 * 1024) }));
      const head = pageOf(title);
      response.write(head);
      let left = 20 * 1024 * 1024 - Buffer.byteLength(head);
      const more = (): void => {
        while (left > 0) {
          const part = Buffer.alloc(Math.min(left, 65_536), 32);
          left -= part.length;
          if (!response.write(part)) return void response.once('drain', more);
        }
        response.end();
      };
      response.on('error', hang);
      more();
    },
  },
  ...[301, 302, 303, 307, 308].map(
    (code): Behaviour => ({
      name: `redirect-${code}`,
      truth: 'alive',
      answer: to(code, there),
    }),
  ),
  {
    name: 'redirect-relative',
    truth: 'alive',
    answer: to(302, ({ path }) => `${path.slice(path.lastIndexOf('/') + 1)}/there`),
  },
  {
    name: 'redirect-cross-host',
    truth: 'alive',
    answer: to(302, ({ other, path }) => `${other}${path}/there`),
  },
  ...[5, 12].map(
    (length): Behaviour => ({
      name: `chain-${length}`,
      truth: 'alive',
      answer: (asked) => {
        const step = Number(asked.rest.slice(1) || 0);
        return step >= length
          ? fine(asked)
          : send(asked, 302, html({ location: `${asked.path}/${step + 1}` }), 'next');
      },
    }),
  ),
  {
    name: 'loop-until-cookie',
    truth: 'alive',
    answer: (asked) =>
      (asked.request.headers.cookie ?? '').includes('seen=1')
        ? fine(asked)
        : send(asked, 302, html({ location: asked.path, 'set-cookie': 'seen=1; Path=/' }), 'again'),
  },
  badHead('405', status(405)),
  badHead('404', status(404)),
  badHead('403', status(403)),
  badHead('501', status(501)),
  badHead('reset', reset),
  badHead('hang', hang),
  once('429-seconds', status(429, { 'retry-after': '1' })),
  once('429-date', (asked) => status(429, { 'retry-after': inAMoment() })(asked)),
  once('503-seconds', status(503, { 'retry-after': '1' })),
  once('503-date', (asked) => status(503, { 'retry-after': inAMoment() })(asked)),
  once('403-retry-after', status(403, { 'retry-after': '1' })),
  once('reset-once', reset),
  once('closed-under-request', ({ request }) => void request.socket.destroy()),
  {
    name: 'slow-headers',
    truth: 'alive',
    answer: (asked) => void setTimeout(() => fine(asked), 1500),
  },
  {
    name: 'slow-body',
    truth: 'alive',
    answer(asked) {
      asked.response.writeHead(200, html());
      const page = pageOf(asked.title);
      const third = Math.ceil(page.length / 3);
      [0, 1, 2].map((part) =>
        setTimeout(() => {
          asked.response.write(page.slice(part * third, (part + 1) * third));
          if (part === 2) asked.response.end();
        }, part * 600),
      );
    },
  },
  {
    name: 'endless-body',
    truth: 'alive',
    answer({ response, title }) {
      response.writeHead(200, html());
      response.write(pageOf(title));
      const timer = setInterval(() => response.write('<p>and more</p>'.repeat(400)), 20);
      const stop = (): void => clearInterval(timer);
      response.on('close', stop).on('error', stop);
    },
  },
  {
    name: 'truncated-body',
    truth: 'alive',
    answer({ request, title }) {
      const page = pageOf(title);
      request.socket.end(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${page.length + 5000}\r\n\r\n${page.slice(0, 20_000)}`,
      );
    },
  },
  {
    name: 'meta-refresh',
    truth: 'alive',
    answer: (asked) =>
      asked.rest === '/there'
        ? fine(asked)
        : send(
            asked,
            200,
            html(),
            `<!DOCTYPE html><meta http-equiv="refresh" content="0; url=${asked.path}/there"><title>One moment</title>`,
          ),
  },
  { name: 'tls-good', truth: 'alive', on: 'tls-good', answer: (asked) => fine(asked) },
];

const notFoundPage =
  '<!DOCTYPE html><html lang="en"><head><title>Page not found | Measuring Web</title></head><body><h1>Page not found</h1><p>Sorry, the page you were looking for does not exist. It may have been moved or deleted.</p></body></html>';

const dead: Behaviour[] = [
  { name: '404', truth: 'dead', answer: status(404) },
  {
    name: '404-big',
    truth: 'dead',
    answer: (asked) => send(asked, 404, html(), pageOf('Page not found', 300_000)),
  },
  { name: '410', truth: 'dead', answer: status(410) },
  { name: '500', truth: 'dead', answer: status(500) },
  { name: 'soft-404', truth: 'dead', answer: (asked) => send(asked, 200, html(), notFoundPage) },
  {
    name: 'soft-404-home',
    truth: 'dead',
    answer: (asked) => send(asked, 302, html({ location: '/' }), 'home'),
  },
  {
    name: 'redirect-to-404',
    truth: 'dead',
    answer: (asked) =>
      asked.rest === '/lost'
        ? status(404)(asked)
        : send(asked, 302, html({ location: `${asked.path}/lost` }), 'lost'),
  },
  {
    name: 'redirect-loop',
    truth: 'dead',
    answer: (asked) => send(asked, 302, html({ location: asked.path }), 'again'),
  },
  { name: 'hang', truth: 'dead', answer: hang },
  { name: 'reset', truth: 'dead', answer: reset },
  { name: 'empty-reply', truth: 'dead', answer: ({ request }) => void request.socket.end() },
  {
    name: 'garbage',
    truth: 'dead',
    answer: ({ request }) => void request.socket.end('\u0000\u0001 this is not HTTP at all\r\n\r\n'),
  },
  { name: 'refused', truth: 'dead', on: 'refused', answer: hang },
  { name: 'tls-self-signed', truth: 'dead', on: 'tls-self-signed', answer: (asked) => fine(asked) },
  { name: 'tls-expired', truth: 'dead', on: 'tls-expired', answer: (asked) => fine(asked) },
  { name: 'tls-wrong-host', truth: 'dead', on: 'tls-wrong-host', answer: (asked) => fine(asked) },
];

const others: Behaviour[] = [
  {
    name: 'wrong-title',
    truth: 'wrong-title',
    answer: (asked) => send(asked, 200, html(), pageOf('Quarterly Figures of the Salt Trade')),
  },
  { name: '401', truth: 'uncertain', answer: status(401, { 'www-authenticate': 'Basic realm="x"' }) },
  { name: '403', truth: 'uncertain', answer: status(403) },
  { name: '429', truth: 'uncertain', answer: status(429) },
  { name: '503', truth: 'uncertain', answer: status(503) },
  { name: '999', truth: 'uncertain', answer: status(999) },
];

export const behaviours: readonly Behaviour[] = [...alive, ...dead, ...others];
