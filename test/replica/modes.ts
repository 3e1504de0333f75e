import type { Answer, Asked } from './answer.ts';
import { bytes, json, plain } from './answer.ts';

/** Bad days a service can have, switched on for a host. */
export const modes = {
  /** 503 with a page of apology. */
  unavailable: () =>
    bytes(
      503,
      'text/html; charset=utf-8',
      '<html><head><title>503 Service Temporarily Unavailable</title></head><body><h1>503 Service Temporarily Unavailable</h1></body></html>',
    ),
  /** 200 and a page where data was asked for. */
  html: () =>
    bytes(
      200,
      'text/html; charset=utf-8',
      '<!DOCTYPE html><html><head><title>Scheduled maintenance</title></head><body><h1>We will be back soon</h1></body></html>',
    ),
  /** 429, and when to come back. */
  'limited-with-retry-after': () => plain('Too many requests', 429, { 'retry-after': '1' }),
  /** 429, and nothing else. */
  limited: () => plain('Too many requests', 429),
  /** 429 the first time only. */
  'limited-once': (asked: Asked) =>
    asked.before === 0 ? plain('Too many requests', 429, { 'retry-after': '1' }) : undefined,
  /** 200 and a broken document. */
  truncated: () => bytes(200, 'application/json', '{"status":"ok","message":{"items":[{"DOI":"10.5'),
  /** 200 and nothing known: an empty CDX, an empty list. */
  empty: (asked: Asked) =>
    /\/cdx\/|\/availab|\/books$/.test(asked.url.pathname)
      ? json(asked.url.pathname.includes('/cdx/') ? [] : {})
      : plain('', 404),
} as const satisfies Record<string, (asked: Asked) => Answer | undefined>;

export type Mode = keyof typeof modes;
