import type { Snapshot } from '../../model/evidence.ts';
import type { Clock, Exchange } from '../ports.ts';
import { at, text } from '../registry/field.ts';

export interface SaveOptions {
  exchange: Exchange;
  clock: Clock;
  /** archive.org S3 keys; they go into one header of requests to the archive itself and nowhere else. */
  accessKey: string;
  secretKey: string;
  waybackBase?: string;
  signal?: AbortSignal;
}

/** A capture made on request; undefined where there was none, which is said elsewhere. */
export type Save = (url: string, signal?: AbortSignal) => Promise<Snapshot | undefined>;

/** `over` where no further page need be asked for: the keys are refused, or the limit is met. */
export type Saved = { snapshot: Snapshot } | { why: string; over?: true };

/** A capture rarely takes longer than this, ms. */
const patienceMs = 180_000;
const askEveryMs = 5_000;

/**
 * Asks Save Page Now 2 for one capture and waits for the job's result (public documentation of the SPN2 API, version
 * 2023-01). A capture made within the last day is taken instead of a new one, so that the service is not asked in vain.
 */
export async function savePage(url: string, options: SaveOptions): Promise<Saved> {
  const base = (options.waybackBase ?? 'https://web.archive.org').replace(/\/$/, '');
  const headers = {
    accept: 'application/json',
    authorization: `LOW ${options.accessKey}:${options.secretKey}`,
  };
  const ask = async (
    path: string,
    body?: string,
  ): Promise<{ value: unknown } | { why: string; over?: true }> => {
    const exchanged = await options.exchange({
      url: `${base}${path}`,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { method: 'POST' as const, body }),
      maxBytes: 256 * 1024,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    if (exchanged.status === 429)
      return { why: 'the archive’s limit of captures is reached; try again later', over: true };
    if (exchanged.status === 401 || exchanged.status === 403)
      return { why: 'the archive refused the keys', over: true };
    if (exchanged.status !== 200)
      return { why: exchanged.failure?.message ?? `the archive answered with status ${exchanged.status}` };
    try {
      return { value: JSON.parse(new TextDecoder().decode(exchanged.body)) as unknown };
    } catch {
      return { why: 'the archive answered with something other than JSON' };
    }
  };

  const room = await ask('/save/status/user');
  if ('value' in room && at(room.value, 'available') === 0)
    return { why: 'the archive has no free capture slot for these keys; try again later', over: true };
  const begun = await ask(
    '/save',
    new URLSearchParams({ url, skip_first_archive: '1', if_not_archived_within: '1d' }).toString(),
  );
  if ('why' in begun) return begun;
  const job = text(at(begun.value, 'job_id'));
  if (!job) return { why: text(at(begun.value, 'message')) ?? 'the archive took no job' };

  const deadline = options.clock.monotonic() + patienceMs;
  while (options.clock.monotonic() < deadline) {
    const state = await ask(`/save/status/${encodeURIComponent(job)}`);
    const status = 'value' in state ? text(at(state.value, 'status')) : undefined;
    if ('value' in state && status === 'success') return asSnapshot(state.value, url, base);
    if ('value' in state && status === 'error')
      return {
        why: text(at(state.value, 'message')) ?? text(at(state.value, 'status_ext')) ?? 'the capture failed',
      };
    try {
      await options.clock.sleep(askEveryMs, options.signal);
    } catch {
      return { why: 'stopped while the archive was at work' };
    }
  }
  return { why: 'the archive had not finished after three minutes' };
}

function asSnapshot(value: unknown, url: string, base: string): Saved {
  const stamp = text(at(value, 'timestamp'));
  const match = stamp && /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp);
  if (!match) return { why: 'the archive named no time for the capture' };
  const [year, month, day, hour, minute, second] = match.slice(1);
  return {
    snapshot: {
      archive: 'Internet Archive',
      original: url,
      memento: `${base}/web/${stamp}/${url}`,
      datetime: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`,
    },
  };
}
