import type { Hop } from '../model/evidence.ts';
import { parseUrl } from '../text/parse-url.ts';
import type { WireResponse } from './fetch-port.ts';
import { metaRefresh } from './meta-refresh.ts';

/** Redirects followed before they are taken for a loop. */
export const mostRedirects = 12;

/** Where an answer sends the visitor on: by its Location, or by a meta refresh in the page. `url` is missing where that is none. */
export function nextHop(
  url: URL,
  response: Pick<WireResponse, 'status' | 'headers'>,
  body: Uint8Array,
): { url: URL | undefined; raw: string; via: Hop['via'] } | undefined {
  const location = response.headers.find(([name]) => name === 'location')?.[1];
  if (isRedirect(response.status) && location !== undefined)
    return { url: step(location, url), raw: location, via: 'redirect' };
  const refresh = response.status === 200 ? refreshTarget(response.headers) : undefined;
  if (refresh !== undefined) return { url: step(refresh, url), raw: refresh, via: 'meta-refresh' };
  const type = response.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  if (response.status !== 200 || !/html|^$/i.test(type)) return undefined;
  const target = metaRefresh(body);
  return target === undefined ? undefined : { url: step(target, url), raw: target, via: 'meta-refresh' };
}

/** The `Refresh` header says the same as the meta element, within five seconds; browsers follow both. */
function refreshTarget(headers: WireResponse['headers']): string | undefined {
  const value = headers.find(([name]) => name === 'refresh')?.[1];
  const match =
    /^\s{0,9}(\d{1,4})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}['"]?([^'"]{1,2000})['"]?\s{0,9}$/i.exec(
      value ?? '',
    );
  return match && Number(match[1]) <= 5 ? match[2] : undefined;
}

export const isRedirect = (status: number): boolean =>
  status === 301 || status === 302 || status === 303 || status === 307 || status === 308;

/** The next address. A redirect without a fragment inherits the one before (RFC 9110 10.2.2). */
function step(location: string, base: URL): URL | undefined {
  const next = parseUrl(rightBytes(location), base);
  if (!next) return undefined;
  if (!next.hash && base.hash) next.hash = base.hash;
  return stripped(next);
}

/** Header bytes arrive as Latin-1; many servers send raw UTF-8 in Location. */
function rightBytes(location: string): string {
  if (!/[\u0080-\u00ff]/.test(location)) return location;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(location, 'latin1'));
  } catch {
    return location;
  }
}

/** The URL without credentials, which are never sent where a redirect says so. */
export function stripped(url: URL): URL {
  url.username = '';
  url.password = '';
  return url;
}
