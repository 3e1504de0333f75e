import type { Exchange, Exchanged } from '../ports.ts';
import { type Service, type ServiceName, services } from './services.ts';

/** What a service said, told apart from what it did not say because it was in trouble. */
export type Said<T> =
  | { outcome: 'answered'; value: T }
  | { outcome: 'not-found' }
  | { outcome: 'unavailable'; why: string };

export interface AskOptions {
  exchange: Exchange;
  /** Other addresses for services, by name. */
  bases?: Partial<Record<ServiceName, string>>;
  /** Sent as the service's contact parameter. */
  contact?: string;
  signal?: AbortSignal;
  /** Told of an answer that came and was no answer, with the address it came from. */
  note?(url: string, why: string): void;
}

/** Decoded bytes of an answer that are read at the most. */
const maxBytes = 2 * 1024 * 1024;
/** Deeper JSON than any of these services sends is not looked at. */
const maxDepth = 60;

/** The address of a question: the service's base, path segments (each encoded), and parameters. */
export function addressOf(
  name: ServiceName,
  segments: readonly string[],
  parameters: Record<string, string>,
  options: AskOptions,
): string {
  const base = (options.bases?.[name] ?? services[name].base).replace(/\/$/, '');
  const path = segments.map(encodeURIComponent).join('/');
  const row: Partial<Service> = services[name];
  const contact = row.contactParameter && options.contact ? { [row.contactParameter]: options.contact } : {};
  const query = new URLSearchParams({ ...parameters, ...contact }).toString();
  return `${base}/${path}${query ? `?${query}` : ''}`;
}

export async function askJson(url: string, accept: string, options: AskOptions): Promise<Said<unknown>> {
  const { said, from } = await fetchText(url, accept, options);
  if (said.outcome !== 'answered') return said;
  const unusable = (why: string): Said<unknown> => {
    // Content negotiation ends at a landing page where an agency does not take part: no trouble of anybody's.
    if (accept !== cslJson) options.note?.(from, why);
    return { outcome: 'unavailable', why };
  };
  try {
    const value: unknown = JSON.parse(said.value);
    return depthOf(value) > maxDepth
      ? unusable('answered with JSON nested too deeply')
      : { outcome: 'answered', value };
  } catch {
    return unusable(
      /^\s*</.test(said.value) ? 'answered with a page instead of JSON' : 'answered with broken JSON',
    );
  }
}

/** What is asked for by content negotiation. */
export const cslJson = 'application/vnd.citationstyles.csl+json';

export const askText = async (url: string, accept: string, options: AskOptions): Promise<Said<string>> =>
  (await fetchText(url, accept, options)).said;

async function fetchText(
  url: string,
  accept: string,
  options: AskOptions,
): Promise<{ said: Said<string>; from: string }> {
  const exchanged = await options.exchange({
    url,
    headers: { accept },
    maxBytes,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const from = exchanged.finalUrl ?? url;
  const value = (): string => new TextDecoder().decode(exchanged.body);
  return { said: troubleOf(exchanged) ?? { outcome: 'answered', value: value() }, from };
}

/** A service in trouble is `unavailable`; only its own 404 or 410 is `not-found`. */
function troubleOf(exchanged: Exchanged): Exclude<Said<never>, { outcome: 'answered' }> | undefined {
  const { status, failure } = exchanged;
  if (failure && status === undefined) return { outcome: 'unavailable', why: failure.message };
  if (status === 404 || status === 410) return { outcome: 'not-found' };
  if (status === 429) return { outcome: 'unavailable', why: 'asked us to slow down (429)' };
  if (status === undefined || status < 200 || status >= 300)
    return { outcome: 'unavailable', why: `answered with status ${status ?? 'none'}` };
  if (failure) return { outcome: 'unavailable', why: failure.message };
  if (!exchanged.complete) return { outcome: 'unavailable', why: 'sent a longer answer than is read' };
  return undefined;
}

/** Depth by an explicit stack, so that a hostile answer cannot exhaust ours. */
function depthOf(value: unknown): number {
  let deepest = 0;
  const open: [unknown, number][] = [[value, 1]];
  while (open.length > 0 && deepest <= maxDepth) {
    const [next, depth] = open.pop() as [unknown, number];
    deepest = Math.max(deepest, depth);
    if (typeof next === 'object' && next !== null)
      for (const child of Object.values(next)) open.push([child, depth + 1]);
  }
  return deepest;
}
