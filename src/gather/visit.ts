import { createHash } from 'node:crypto';
import type { Evidence } from '../model/evidence.ts';
import { parseUrl } from '../text/parse-url.ts';
import { redact } from '../text/redact.ts';
import type { PageReading, ReadPage } from './page/index.ts';
import type { Clock, Exchange, Exchanged, Visit } from './ports.ts';
import type { Render } from './render.ts';

export interface VisitOptions {
  exchange: Exchange;
  readPage: ReadPage;
  clock: Clock;
  /** Shows pages that are empty without their scripts. */
  render?: Render;
  /** Said with every visit, where the pages visited are not the real ones. */
  synthetic?: string;
}

/** Headers that matter to a verdict; the rest is not kept. */
const kept = [
  'content-type',
  'content-language',
  'content-length',
  'server',
  'cf-mitigated',
  'cf-ray',
  'x-datadome',
  'x-amzn-waf-action',
  'x-sucuri-id',
  'x-akamai-transformed',
  'retry-after',
  'link',
  'last-modified',
  'memento-datetime',
  'x-robots-tag',
  'www-authenticate',
  'refresh',
];

/** Characters of one header kept. */
const longest = 1000;

/** One visit: the exchange, a second one before a 404 or 410 is believed, and what the page says. */
export function createVisit({ exchange, readPage, clock, render, synthetic }: VisitOptions): Visit {
  return async (url, purpose, signal) => {
    const ask = () => exchange({ url, ...(signal ? { signal } : {}) });
    const at = new Date(clock.now()).toISOString();
    let answer = await ask();
    let requests = answer.requests;
    if ((answer.status === 404 || answer.status === 410) && purpose === 'cited') {
      const again = await ask();
      requests += again.requests;
      // Whatever the second answer is, it is the one believed; a failure in it leaves the first standing unconfirmed.
      if (again.status !== undefined) answer = again;
    }
    let reading =
      answer.status !== undefined && answer.body.length > 0
        ? await readPage(pageInput(url, answer))
        : undefined;
    if (render && purpose === 'cited' && answer.status === 200 && reading && isEmpty(reading)) {
      const shown = await render(answer.finalUrl ?? url);
      if (shown)
        reading = await readPage({
          ...pageInput(url, answer),
          bytes: shown,
          contentType: 'text/html; charset=utf-8',
        });
    }
    return evidenceOf(url, purpose, at, answer, requests, reading, synthetic);
  };
}

/** A body that scripts would fill. */
const isEmpty = ({ page }: PageReading): boolean =>
  page.kind === 'html' && page.textLength < 300 && (page.counts.scripts ?? 0) > 0;

const pageInput = (url: string, answer: Exchanged) => ({
  bytes: answer.body,
  url: answer.finalUrl ?? url,
  contentType: answer.headers['content-type'],
  headers: answer.headers,
  fragment: parseUrl(url)?.hash ? url.slice(url.indexOf('#') + 1) : undefined,
  complete: answer.complete,
});

function evidenceOf(
  url: string,
  purpose: Evidence['purpose'],
  at: string,
  answer: Exchanged,
  requests: number,
  reading: PageReading | undefined,
  synthetic: string | undefined,
): Evidence {
  const { hops, finalUrl, status, failure, headers, complete, record, from } = answer;
  return {
    url: redact(url),
    purpose,
    at,
    from,
    hops,
    ...(finalUrl === undefined ? {} : { finalUrl }),
    ...(status === undefined ? {} : { status }),
    ...(failure ? { failure } : {}),
    headers: Object.fromEntries(
      kept.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name].slice(0, longest)]])),
    ),
    ...(headers['content-type'] ? { contentType: headers['content-type'].slice(0, 200) } : {}),
    ...(reading?.charset ? { charset: reading.charset } : {}),
    ...(reading?.charsetFrom ? { charsetFrom: reading.charsetFrom } : {}),
    bytes: answer.body.length,
    complete,
    ...(reading?.title ? { title: reading.title } : {}),
    titles: reading?.titles ?? [],
    ...(reading ? { page: reading.page } : {}),
    ...(answer.body.length > 0 ? { digest: createHash('sha256').update(answer.body).digest('hex') } : {}),
    requests,
    ...(record ? { record } : {}),
    ...(synthetic ? { synthetic } : {}),
  };
}
