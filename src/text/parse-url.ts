/** WHATWG parsing that answers instead of throwing (`URL.parse` is not in every Node this runs on). */
export function parseUrl(text: string | URL, base?: URL): URL | undefined {
  const href = String(text);
  return URL.canParse(href, base?.href) ? new URL(href, base) : undefined;
}
