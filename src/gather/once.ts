import { parseUrl } from '../text/parse-url.ts';
import { notAsked } from './failure.ts';
import type { Exchange, Exchanged } from './ports.ts';

/** Requests one URL may cost a run. */
const mostRequests = 12;
/** URLs whose requests are counted, and answers that are kept for the next who asks, the newest. */
const mostCounted = 20_000;
const mostKept = 64;
const mostBytes = 512 * 1024;

/**
 * The same exchange, asked once for all who want the same page at the same time: citations of one URL that differ only in
 * their fragment. A good answer is kept for a while, any other may be asked for again, but no URL more than twelve times a
 * run.
 */
export function createOnce(exchange: Exchange): Exchange {
  const running = new Map<string, Promise<Exchanged>>();
  const counts = new Map<string, number>();
  const kept = new Map<string, Exchanged>();
  return async (request) => {
    const url = parseUrl(request.url);
    const plain =
      request.method === undefined && !request.headers && !request.enough && request.follow !== false;
    if (!url || !plain) return exchange(request);
    const fragment = url.hash;
    url.hash = '';
    const known = kept.get(url.href) ?? running.get(url.href);
    if (known) return withFragment(await known, fragment, true);
    const spent = counts.get(url.href) ?? 0;
    if (spent >= mostRequests) return givenUp;
    const asked = exchange({ ...request, url: url.href });
    running.set(url.href, asked);
    try {
      const answer = await asked;
      remember(counts, url.href, spent + answer.requests, mostCounted);
      if (answer.status === 200 && answer.body.length <= mostBytes && fragment)
        remember(kept, url.href, answer, mostKept);
      return withFragment(answer, fragment, false);
    } finally {
      running.delete(url.href);
    }
  };
}

function remember<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value as string);
}

const withFragment = (answer: Exchanged, fragment: string, shared: boolean): Exchanged => ({
  ...answer,
  ...(shared ? { requests: 0 } : {}),
  ...(answer.finalUrl && fragment && !answer.finalUrl.includes('#')
    ? { finalUrl: `${answer.finalUrl}${fragment}` }
    : {}),
});

const givenUp = notAsked(`asked for ${mostRequests} times already in this run`);
