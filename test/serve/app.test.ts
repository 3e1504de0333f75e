import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/serve/app.ts';
import type { Desk } from '../../src/serve/desk.ts';

const desk = {
  language: 'ja',
  page: new Map([['/', { type: 'text/html; charset=utf-8', text: '<p>page</p>' }]]),
  waivers: [],
  now: () => 0,
  read: async () => ({ unreadable: 'is no document.' }),
} as unknown as Desk;
const { app } = createApp(desk, { token: 'secret', port: () => 8400 });
const host = '127.0.0.1:8400';
const cookie = 'refvouch-8400=secret';
const ask = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  app.request(`http://${host}${path}`, { ...init, headers: { host, ...headers } });

describe('the door of the local page', () => {
  it.each([
    ['without a token', '/', {}, 403],
    ['with a wrong token', '/?token=secreT', {}, 403],
    ['with a wrong cookie', '/', { cookie: 'refvouch-8400=x' }, 403],
    ['with the cookie of another port', '/', { cookie: 'refvouch-8401=secret' }, 403],
    ['by a name that was rebound to this machine', '/', { host: 'evil.example:8400', cookie }, 421],
    ['by another port', '/', { host: '127.0.0.1:80', cookie }, 421],
    ['from another origin', '/', { origin: 'https://evil.example', cookie }, 403],
    ['with the cookie', '/', { cookie }, 200],
    ['by its other name', '/', { host: 'localhost:8400', cookie }, 200],
    ['from its own origin', '/api/language', { origin: `http://${host}`, cookie }, 200],
  ])('%s', async (_, path, headers, status) =>
    expect((await ask(path, headers as never)).status).toBe(status),
  );

  it('trades the token for a cookie no other site can send, and takes it out of the address', async () => {
    const answer = await ask('/?token=secret', {});
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toBe('refvouch-8400=secret; Path=/; HttpOnly; SameSite=Strict');
  });

  it('lets nobody write who cannot set a header', async () => {
    const init = { method: 'POST', body: 'x' };
    expect((await ask('/api/cancel', { cookie }, init)).status).toBe(403);
    expect((await ask('/api/cancel', { cookie, 'x-refvouch': 'page' }, init)).status).toBe(200);
  });

  it('seals every answer, refusals too', async () => {
    for (const headers of [{ cookie }, {}] as Record<string, string>[]) {
      const answer = await ask('/', headers);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });
});

describe('what the page may ask', () => {
  const post = (path: string, body: NonNullable<RequestInit['body']>) =>
    ask(path, { cookie, 'x-refvouch': 'page' }, { method: 'POST', body });
  it.each([
    ['a document larger than 16 MiB', '/api/check?name=a.txt', new Uint8Array(16 * 1024 * 1024 + 1), 413],
    ['an empty document', '/api/check?name=a.txt', '', 400],
    ['no JSON', '/api/correct', '{', 400],
    ['a field that is none', '/api/correct', '{"note":0,"citation":0,"lines":{"id":"x"}}', 400],
    ['a note that is none', '/api/correct', '{"note":9,"citation":0,"lines":{}}', 422],
    [
      'a waiver without a reason',
      '/api/waive',
      '{"note":0,"citation":0,"reason":" ","owner":"x","until":"2030-01-01"}',
      400,
    ],
    [
      'a waiver until no day',
      '/api/waive',
      '{"note":0,"citation":0,"reason":"x","owner":"x","until":"soon"}',
      400,
    ],
  ])('not %s', async (_, path, body, status) => expect((await post(path, body)).status).toBe(status));

  it('nothing is taken away before there is something', async () =>
    expect((await ask('/api/take/json', { cookie })).status).toBe(409));
});
