/** Cookies of one visit: some sites redirect in a circle until theirs come back. Kept by origin, capped, never stored. */
export class CookieJar {
  #byOrigin = new Map<string, Map<string, string>>();

  keep(origin: string, headers: readonly [string, string][]): void {
    for (const [name, value] of headers) {
      if (name !== 'set-cookie') continue;
      const match = /^\s{0,10}([^=;\s]{1,100})=([^;]{0,1000})/.exec(value);
      if (!match) continue;
      const jar = this.#byOrigin.get(origin) ?? new Map<string, string>();
      const [, cookie, content] = match as unknown as [string, string, string];
      if (/;\s{0,10}max-age\s{0,10}=\s{0,10}(?:0|-\d)/i.test(value)) jar.delete(cookie);
      else if (sendable.test(content) && (jar.has(cookie) || jar.size < most))
        jar.set(cookie, content.trim());
      if (this.#byOrigin.size < mostOrigins) this.#byOrigin.set(origin, jar);
    }
  }

  /** The header for an origin, up to 4 KiB; undefined where there is nothing to send. */
  header(origin: string): string | undefined {
    const jar = this.#byOrigin.get(origin);
    if (!jar?.size) return undefined;
    let header = '';
    for (const [name, value] of jar) {
      const next = `${header === '' ? '' : '; '}${name}=${value}`;
      if (header.length + next.length > 4096) break;
      header += next;
    }
    return header || undefined;
  }

  /** Changes whenever a cookie does, so that a loop that got one is not taken for a loop. */
  get state(): string {
    if (this.#byOrigin.size === 0) return '';
    return [...this.#byOrigin].map(([origin, jar]) => `${origin} ${[...jar].join(',')}`).join('|');
  }
}

const most = 20;
const mostOrigins = 12;
/** What a header may hold. */
const sendable = /^[\x20-\x7e]*$/;
