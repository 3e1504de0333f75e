import type { Answer, Asked } from '../answer.ts';

/** One service of the scholarly or archived web: its hosts, and what it answers. `state` lives as long as a replica. */
export interface Service {
  name: string;
  hosts: string[];
  /** Undefined where the service has nothing at this address. */
  answer(asked: Asked, state: Map<string, unknown>): Answer | undefined;
}

/** What stands in a path after `prefix`, decoded whether it was sent as one segment or as several. */
export function after(asked: Asked, prefix: string): string | undefined {
  const path = asked.url.pathname;
  if (!path.startsWith(prefix)) return undefined;
  try {
    return decodeURIComponent(path.slice(prefix.length));
  } catch {
    return undefined;
  }
}

export const parameter = (asked: Asked, ...names: string[]): string =>
  names.map((name) => asked.url.searchParams.get(name)).find((value) => value) ?? '';
