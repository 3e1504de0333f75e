import type { Pool, PoolClient } from 'pg';
import type { Past } from '../judge/case.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Due, headStartMs, mostPast } from './due.ts';
import {
  type StoredDocument,
  seal,
  StoredDocument as shape,
  unseal,
  unsealEvidence,
  visitKey,
} from './record.ts';
import { schema } from './schema.ts';
import type { Errand, Ledger, Link, Standing, Store, Visited } from './store.ts';
import { longestAskMs, mostHanded, mostLateMs, type Policy, portionMs, portionOf } from './turns.ts';

export interface PostgresStoreOptions {
  /** How long an errand that was handed out may take before it is handed out again. Default ten minutes. */
  handedMs?: number;
}
/** Due links of a host among which the first by rank are chosen. */
const candidates = 200;
const schemaLock = 7_305_118;

/** Opens the shared ledger in a PostgreSQL database, making its tables where they are missing. */
export async function openPostgresStore(
  url: string,
  { handedMs = 10 * 60_000 }: PostgresStoreOptions = {},
): Promise<Store> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A connection that breaks while idle is replaced by the pool; whoever asks next is told where that fails.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [schemaLock]);
    await client.query(schema);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [schemaLock]).catch(() => undefined);
    client.release();
  }
  return {
    ...turnsOf(pool),
    ...scheduleOf(pool, handedMs),
    ...resultsOf(pool),
    ledger: () => ledgerOf(pool),
    close: () => pool.end(),
  };
}

const turnsOf = (pool: Pool) => ({
  async take(host: string, turn: string, policy: Policy): Promise<number> {
    const { rows } = await pool.query({
      name: 'take',
      text: 'SELECT refvouch.take($1, $2, $3, $4, $5, $6, $7) AS wait',
      values: [host, turn, policy.paceMs, policy.spareMs, policy.perHost, policy.holdMs, longestAskMs],
    });
    return Number(rows[0].wait);
  },
  async giveBack(_: string, turn: string): Promise<void> {
    await pool.query({ name: 'give-back', text: 'DELETE FROM refvouch.turn WHERE id = $1', values: [turn] });
  },
  async postpone(host: string, ms: number): Promise<void> {
    await pool.query(
      `INSERT INTO refvouch.host (host, next_at) VALUES ($1, clock_timestamp() + refvouch.span($2))
       ON CONFLICT (host) DO UPDATE SET next_at = greatest(host.next_at, excluded.next_at)`,
      [host, ms],
    );
    await pool.query(
      'UPDATE refvouch.feed SET at = greatest(at, clock_timestamp() + refvouch.span($2)) WHERE host = $1',
      [host, ms],
    );
  },
});

const scheduleOf = (pool: Pool, handedMs: number) => ({
  async feed(room: number, policy: Policy): Promise<Errand[]> {
    if (room < 1) return [];
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const errands = await handOut(client, room, policy, handedMs);
      await client.query('COMMIT');
      return errands;
    } catch (cause) {
      broken = cause as Error;
      await client.query('ROLLBACK').catch(() => undefined);
      throw cause;
    } finally {
      client.release(broken);
    }
  },
  async look(id: string, turn: number): Promise<Standing | undefined> {
    const { rows } = await pool.query({
      name: 'look',
      text: `SELECT url, purpose, past, extract(epoch FROM clock_timestamp()) * 1000 AS now
             FROM refvouch.link WHERE id = $1 AND turn = $2`,
      values: [id, turn],
    });
    const row = rows[0];
    return row && { url: row.url, purpose: row.purpose, past: row.past as Past[], now: Number(row.now) };
  },
  async settle(id: string, turn: number, evidence: Evidence, seen: Past, due: Due): Promise<boolean> {
    const { body, digest } = seal(visitKey(id, turn), evidence);
    // One statement is one transaction: the visit and the plan for the next stand or fall together.
    const { rowCount } = await pool.query({
      name: 'settle',
      text: `WITH moved AS (
               UPDATE refvouch.link SET turn = turn + 1, handed = false, rank = $5,
                 due_at = clock_timestamp() + refvouch.span($6),
                 past = CASE WHEN jsonb_array_length(past) >= ${mostPast} THEN past - 0 ELSE past END || $7::jsonb
               WHERE id = $1 AND turn = $2 RETURNING id)
             INSERT INTO refvouch.visit (link, turn, body, digest) SELECT id, $2, $3, $4 FROM moved`,
      values: [id, turn, body, digest, due.rank, due.inMs, JSON.stringify([seen])],
    });
    return rowCount === 1;
  },
  async release(id: string, ms: number): Promise<void> {
    const { rows } = await pool.query(
      `UPDATE refvouch.link SET due_at = clock_timestamp() + refvouch.span($2), handed = false
       WHERE id = $1 RETURNING host, due_at`,
      [id, ms],
    );
    if (rows[0])
      await pool.query('UPDATE refvouch.feed SET at = least(at, $2) WHERE host = $1', [
        rows[0].host,
        rows[0].due_at,
      ]);
  },
  async addLinks(links: readonly Link[]): Promise<number> {
    const column = <K extends keyof Link>(key: K) => links.map((link) => link[key]);
    const { rowCount } = await pool.query(
      `INSERT INTO refvouch.link (id, url, purpose, host, rank, due_at)
       SELECT id, url, purpose, host, rank, clock_timestamp() - refvouch.span(head)
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::float8[])
         AS given (id, url, purpose, host, rank, head) ORDER BY id
       ON CONFLICT (id) DO NOTHING`,
      [
        column('id'),
        column('url'),
        column('purpose'),
        column('host'),
        column('rank'),
        links.map(({ rank }) => headStartMs(rank)),
      ],
    );
    // Links that are known already may have to go earlier; the hosts of all are looked at at once.
    await pool.query(
      `UPDATE refvouch.link SET rank = given.rank, due_at = least(due_at, clock_timestamp() - refvouch.span(given.head))
       FROM unnest($1::text[], $2::int[], $3::float8[]) AS given (id, rank, head)
       WHERE link.id = given.id AND link.turn = 0 AND NOT link.handed AND given.rank < link.rank`,
      [column('id'), column('rank'), links.map(({ rank }) => headStartMs(rank))],
    );
    await pool.query(
      `INSERT INTO refvouch.feed (host, at) SELECT host, clock_timestamp() FROM unnest($1::text[]) AS host ORDER BY host
       ON CONFLICT (host) DO UPDATE SET at = least(feed.at, excluded.at)`,
      [[...new Set(column('host'))]],
    );
    return rowCount ?? 0;
  },
});

/** Hosts whose time has come, the longest waiting first; of each, what is due, the most rot-prone first. */
async function handOut(
  client: PoolClient,
  room: number,
  policy: Policy,
  handedMs: number,
): Promise<Errand[]> {
  const portion = portionOf(policy);
  const { rows: hosts } = await client.query(
    'SELECT host FROM refvouch.feed WHERE at <= clock_timestamp() ORDER BY at LIMIT $1 FOR UPDATE SKIP LOCKED',
    [Math.max(1, Math.floor(room / portion))],
  );
  if (hosts.length === 0) return [];
  const names = hosts.map(({ host }) => host as string);
  const { rows } = await client.query(
    `WITH picked AS (
       SELECT first.id FROM unnest($1::text[]) AS ready (host) CROSS JOIN LATERAL (
         SELECT id FROM (SELECT id, rank, due_at FROM refvouch.link
           WHERE host = ready.host AND due_at <= clock_timestamp() ORDER BY due_at LIMIT ${candidates}) AS due
         ORDER BY rank, due_at LIMIT least($2, greatest(0, $4 - (
           SELECT count(*) FROM refvouch.link
           WHERE host = ready.host AND handed AND due_at > clock_timestamp())))) AS first)
     UPDATE refvouch.link SET due_at = clock_timestamp() + refvouch.span($3), handed = true
     FROM picked WHERE link.id = picked.id
     RETURNING link.id, link.url, link.purpose, link.host, link.rank, link.turn`,
    [names, portion, handedMs, mostHanded(policy)],
  );
  await client.query(
    `UPDATE refvouch.feed SET at = greatest(greatest(at, clock_timestamp() - refvouch.span($3)) + refvouch.span($2),
       (SELECT next_at FROM refvouch.host WHERE host.host = feed.host),
       coalesce((SELECT min(due_at) FROM refvouch.link WHERE link.host = feed.host), 'infinity'))
     WHERE host = ANY($1)`,
    [names, portionMs(policy), mostLateMs],
  );
  return rows as Errand[];
}

const resultsOf = (pool: Pool) => ({
  async addDocument(document: StoredDocument): Promise<void> {
    const { body, digest } = seal(document.path, document);
    await pool.query(
      `INSERT INTO refvouch.document (path, body, digest) VALUES ($1, $2, $3)
       ON CONFLICT (path) DO UPDATE SET body = excluded.body, digest = excluded.digest, at = clock_timestamp()`,
      [document.path, body, digest],
    );
  },
  async documents(): Promise<string[]> {
    const { rows } = await pool.query('SELECT path FROM refvouch.document ORDER BY path');
    return rows.map(({ path }) => path as string);
  },
  async document(path: string): Promise<StoredDocument | undefined> {
    const { rows } = await pool.query('SELECT body, digest FROM refvouch.document WHERE path = $1', [path]);
    return rows[0] && unseal(path, rows[0], shape);
  },
  async visits(ids: readonly string[]): Promise<{ sound: Visited[]; damaged: number }> {
    const { rows } = await pool.query(
      `SELECT visit.link, visit.turn, visit.body, visit.digest, link.url, link.purpose
       FROM refvouch.visit JOIN refvouch.link ON link.id = visit.link
       WHERE visit.link = ANY($1) AND visit.turn >= link.turn - ${mostPast} ORDER BY visit.link, visit.turn`,
      [ids],
    );
    const sound = rows.flatMap(({ link, turn, url, purpose, body, digest }) => {
      const evidence = unsealEvidence(visitKey(link, turn), { body, digest });
      return evidence ? [{ url, purpose, turn, evidence }] : [];
    });
    return { sound, damaged: rows.length - sound.length };
  },
});

async function ledgerOf(pool: Pool): Promise<Ledger> {
  const { rows } = await pool.query(
    `SELECT count(*) AS links, count(*) FILTER (WHERE turn = 0) AS unseen, sum(turn) AS visits,
       count(*) FILTER (WHERE due_at <= clock_timestamp()) AS due, count(*) FILTER (WHERE handed) AS handed,
       (SELECT count(*) FROM refvouch.turn WHERE until > clock_timestamp()) AS under_way FROM refvouch.link`,
  );
  const { rows: delayed } = await pool.query(
    `SELECT host, refvouch.ms(next_at - clock_timestamp()) AS ms,
       (SELECT count(*) FROM refvouch.link WHERE link.host = host.host AND (handed OR due_at <= clock_timestamp())) AS links
     FROM refvouch.host WHERE next_at > clock_timestamp() ORDER BY next_at DESC LIMIT 100`,
  );
  const [row] = rows;
  return {
    links: Number(row.links),
    visits: Number(row.visits ?? 0),
    unseen: Number(row.unseen),
    due: Number(row.due),
    handedOut: Number(row.handed),
    underWay: Number(row.under_way),
    delayed: delayed.map(({ host, ms, links }) => ({ host, ms: Math.ceil(ms), links: Number(links) })),
  };
}
