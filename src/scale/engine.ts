import type { Job as BullJob, ConnectionOptions, Queue, Worker } from 'bullmq';
import { Job, visitKey } from './record.ts';
import type { Errand } from './store.ts';

export interface EngineState {
  waiting: number;
  running: number;
  delayed: number;
  failed: number;
}

export interface Running {
  /** Takes no more errands; resolves when those under way are done. */
  close(): Promise<void>;
}

/** Brings errands to workers. It may lose them and bring them twice: the store says what is to be done. */
export interface Engine {
  add(errands: readonly Errand[]): Promise<void>;
  state(): Promise<EngineState>;
  work(
    handler: (job: Job) => Promise<void>,
    atOnce: number,
    trouble: (error: Error) => void,
  ): Promise<Running>;
  close(): Promise<void>;
}

const queueName = 'refvouch-visits';
export interface EngineOptions {
  /** A worker that does not renew its claim for so long is taken for dead. Default half a minute. */
  claimMs?: number;
}

export const isPostgres = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url);
export const isRedis = (url: string): boolean => /^rediss?:\/\//.test(url);

/** Opens the queue on Redis or PostgreSQL, as the address says. */
export async function openEngine(url: string, { claimMs = 30_000 }: EngineOptions = {}): Promise<Engine> {
  const { createPostgresBackend, Queue, Worker } = await import('bullmq');
  const postgres = isPostgres(url);
  const connection = (
    postgres
      ? { connectionString: url, migrate: true, max: 6, keepAlive: true }
      : { url, maxRetriesPerRequest: null, retryStrategy: (times: number) => Math.min(1000, 100 * times) }
  ) as ConnectionOptions;
  const queue: Queue = postgres
    ? (new Queue(queueName, { connection }, createPostgresBackend as never) as unknown as Queue)
    : new Queue(queueName, { connection });
  queue.on('error', () => undefined);
  await queue.waitUntilReady();
  return {
    async add(errands) {
      await queue.addBulk(errands.map(jobOf));
    },
    async state() {
      const counts = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
      return {
        waiting: (counts.waiting ?? 0) + (counts.prioritized ?? 0),
        running: counts.active ?? 0,
        delayed: counts.delayed ?? 0,
        failed: counts.failed ?? 0,
      };
    },
    async work(handler, atOnce, trouble) {
      const options = {
        connection,
        concurrency: atOnce,
        lockDuration: claimMs,
        stalledInterval: claimMs / 2,
        // Seconds an idle worker waits for work before it looks whether it is to end.
        drainDelay: 1,
        // Whoever dies over a link three times running leaves it to the store, which hands it out anew later.
        maxStalledCount: 3,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      };
      const process = async ({ data, id }: BullJob): Promise<void> => {
        const job = Job.safeParse(data);
        if (job.success && id === jobId(job.data)) await handler(job.data);
      };
      const worker: Worker = postgres
        ? (new Worker(queueName, process, options, createPostgresBackend as never) as unknown as Worker)
        : new Worker(queueName, process, options);
      worker.on('error', trouble);
      worker.on('failed', (_, error) => trouble(error));
      await worker.waitUntilReady();
      return { close: () => worker.close() };
    },
    close: () => queue.close(),
  };
}

/** One visit is one job, whoever adds it how often. (BullMQ keeps `:` for itself.) */
const jobId = ({ id, turn }: Pick<Job, 'id' | 'turn'>): string => visitKey(id, turn);

function jobOf(errand: Errand) {
  const { id, url, purpose, turn, rank } = errand;
  const data: Job = { v: 1, id, url, purpose, turn };
  return {
    name: 'visit',
    data,
    opts: { jobId: jobId(errand), priority: rank, removeOnComplete: true, removeOnFail: true },
  };
}
