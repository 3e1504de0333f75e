/** Cookies of one visit: some sites redirect in a circle until theirs come back. Kept by origin, capped, never stored. */
export class CookieJar {
  #byOrigin = new Map<string, Map<string, string>>();

  keep(origin: string, headers: readonly [string, string][]): void {
    const jar = this.#byOrigin.get(origin) ?? new Map<string, string>();
    this.#byOrigin.set(origin, jar);
    for (const [name, value] of headers) {
      if (name !== 'set-cookie' || jar.size >= most) continue;
      const match = /^\s{0,10}([^=;\s]{1,100})=([^;]{0,1000})/.exec(value);
      if (match) jar.set(match[1] as string, match[2] as string);
    }
  }

  header(origin: string): Record<string, string> {
    const jar = this.#byOrigin.get(origin);
    return jar?.size ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {};
  }

  /** Changes whenever a cookie does, so that a loop that got one is not taken for a loop. */
  get state(): string {
    return [...this.#byOrigin].map(([origin, jar]) => `${origin} ${[...jar].join(',')}`).join('|');
  }
}

const most = 20;
