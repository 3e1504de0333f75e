import type { Engine } from '../scale/engine.ts';
import type { Store } from '../scale/store.ts';
import { UsageError } from './exit.ts';
import type { Settings } from './settings.ts';

/** What all machines share, as the flags name it. Must be closed. */
export interface Shared {
  engine: Engine;
  store: Store;
  close(): Promise<void>;
}

/** Opens the ledger alone, for what needs no queue. The packages are optional, and loaded only here. */
export async function openLedger(settings: Settings): Promise<Store> {
  const { storeUrl } = await addressesOf(settings);
  const { openPostgresStore } = await import('../scale/store-postgres.ts');
  return reach('--store', () => openPostgresStore(storeUrl));
}

/** Opens the queue and the ledger. */
export async function openShared(settings: Settings): Promise<Shared> {
  const { engineUrl } = await addressesOf(settings);
  const { openEngine } = await import('../scale/engine.ts');
  const store = await openLedger(settings);
  try {
    const engine = await reach('--engine', () => openEngine(engineUrl));
    return {
      engine,
      store,
      close: async () => {
        await engine.close();
        await store.close();
      },
    };
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

async function addressesOf(settings: Settings): Promise<{ engineUrl: string; storeUrl: string }> {
  const { isPostgres, isRedis } = await import('../scale/engine.ts');
  const engineUrl = settings.text('engine');
  if (engineUrl === undefined)
    throw new UsageError('--engine is missing: a postgres:// or redis:// address, or REFVOUCH_ENGINE.');
  if (!isPostgres(engineUrl) && !isRedis(engineUrl))
    throw new UsageError('--engine: a postgres:// or redis:// address is wanted.');
  const storeUrl = settings.text('store') ?? (isPostgres(engineUrl) ? engineUrl : undefined);
  if (storeUrl === undefined || !isPostgres(storeUrl))
    throw new UsageError(
      '--store: with a Redis engine, a postgres:// address for the shared ledger is wanted.',
    );
  return { engineUrl, storeUrl };
}

/** Says what is missing or cannot be reached; an address is never repeated, as it may hold a password. */
async function reach<T>(flag: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
      throw new UsageError('This command needs packages of its own: npm install bullmq pg ioredis.');
    throw new UsageError(`${flag}: it cannot be opened (${code ?? (cause as Error).name}).`);
  }
}
