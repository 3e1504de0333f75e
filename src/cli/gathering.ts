import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Gathering } from '../gather/world.ts';
import { isSameWork, judge } from '../judge/index.ts';
import type { Citation } from '../model/citation.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Item } from '../model/item.ts';
import { UsageError } from './exit.ts';
import type { Invocation } from './invocation.ts';
import type { Settings } from './settings.ts';
import { about } from './version.ts';

/** Opens the network, or a recording in its stead, as the settings say. */
export async function openGathering(
  { settings, world }: Invocation,
  replay: string | undefined,
): Promise<Gathering> {
  const { openGather } = await import('../gather/world.ts');
  const path = (key: string): string | undefined => {
    const value = settings.text(key);
    return value === undefined ? undefined : resolve(world.cwd, value);
  };
  const { WAYBACK_ACCESS_KEY: accessKey, WAYBACK_SECRET_KEY: secretKey } = world.environment;
  const record = replay === undefined ? path('record') : undefined;
  const state = path('state') ?? resolve(world.cwd, 'refs');
  if (record !== undefined) await mkdir(dirname(record), { recursive: true });
  try {
    return await openGather({
      tool: about(),
      ...optional('contact', settings.text('contact')),
      concurrency: settings.int('concurrency'),
      perHost: settings.int('perHost'),
      paceMs: settings.int('paceMs'),
      timeoutMs: settings.int('timeoutMs'),
      retries: settings.int('retries'),
      maxBodyBytes: settings.int('maxBodyKib') * 1024,
      allowNet: settings.list('allowNet'),
      bases: basesOf(settings),
      robots: settings.bool('robots'),
      identify: settings.bool('identify'),
      archive: settings.bool('archive'),
      save: settings.text('save') as 'none' | 'missing' | 'all',
      ...(accessKey && secretKey ? { saveKeys: { accessKey, secretKey } } : {}),
      ...optional('render', path('render')),
      ...optional('record', record),
      ...optional('replay', replay === undefined ? undefined : resolve(world.cwd, replay)),
      ...optional('evidence', path('evidence')),
      ...(replay === undefined && settings.bool('identify') && world.gathering?.synthetic === undefined
        ? { answers: join(state, 'answers.ndjson') }
        : {}),
      judgePage,
      sure: (item: Item, found: Record<string, unknown>) => isSameWork(item, found),
      ...world.gathering,
    });
  } catch (cause) {
    throw cause instanceof RangeError ? new UsageError(cause.message) : cause;
  }
}

const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;

const basesOf = (settings: Settings) => ({
  'doi.org': settings.text('doiBase') ?? '',
  crossref: settings.text('crossrefBase') ?? '',
  wayback: settings.text('waybackBase') ?? '',
});

/** An archived copy is judged as the live page would be. */
function judgePage(citation: Citation, page: Evidence) {
  const verdict = judge({ citation, evidence: [{ ...page, purpose: 'cited' }], now: page.at });
  return {
    identity: verdict.identity?.is ?? verdict.reach,
    why: verdict.identity?.why ?? `the copy answers with ${verdict.reach}`,
    good: verdict.status === 'verified' || verdict.status === 'moved',
  };
}
