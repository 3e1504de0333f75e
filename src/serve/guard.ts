import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** What the guard goes by; the port is known once the server listens. */
export interface Door {
  token: string;
  port(): number;
}

const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/**
 * Only this machine, by its loopback name (a name that was rebound to it has another Host), and only who has the token:
 * once in the address, from then on in a cookie that no other site's request carries.
 */
export function guard({ token, port }: Door): MiddlewareHandler {
  return async (context, next) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    const host = context.req.header('host') ?? '';
    if (host !== `127.0.0.1:${port()}` && host !== `localhost:${port()}`)
      return context.text('This page answers to its own address only.', 421);
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}`) return refused(context);
    const cookie = `refvouch-${port()}`;
    const said = context.req.query('token');
    if (said !== undefined) {
      if (!same(said, token)) return refused(context);
      setCookie(context, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect('/', 303);
    }
    if (!same(getCookie(context, cookie) ?? '', token)) return refused(context);
    // No form of another site can set a header of its own.
    if (context.req.method !== 'GET' && context.req.header('x-refvouch') !== 'page') return refused(context);
    return next();
  };
}

const refused = (context: Context): Response =>
  context.text('Open the address that refvouch serve printed, token and all.', 403);
