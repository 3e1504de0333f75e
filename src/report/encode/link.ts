/** A URL that may become a live link: http or https, as WHATWG writes it (ASCII throughout); undefined for all else. */
export function liveLink(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return href.replace(/[()<>'"`\\|^{}[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A document's path as a relative URI reference: segments percent-encoded, separators kept. */
export function pathUri(path: string): string {
  const segments = path
    .toWellFormed()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .split('/');
  const encoded = segments
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, percent))
    .join('/');
  return encoded === '-' || encoded === '' ? 'stdin' : encoded;
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
