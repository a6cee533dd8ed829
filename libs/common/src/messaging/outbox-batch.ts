import type { PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { ADVISORY_LOCKS } from '../persistence/advisory-locks.js';
import { poolOf } from '../persistence/statement-pool.js';

const BATCH = 500;

export interface OutboxRow {
  seq: string;
  id: string;
  subject: string;
  aggregate_id: string;
  payload: object;
  request_id: string | null;
  occurred_at: Date;
}

export interface Outcome {
  /** `seq` of the rows that were published. */
  readonly published: string[];
  /** Why others were not; undefined when all were. */
  readonly failure: unknown;
}

/**
 * One round trip: the round trips of a batch cost more than all else about it. The look comes after the lock, or it
 * might find what another process has just published. Nobody waits for the disk either: a mark that a crash of the
 * server loses makes its event come twice, and every inbox knows it.
 */
const CLAIM = `
  BEGIN;
  SET LOCAL synchronous_commit = off;
  SELECT pg_try_advisory_xact_lock(${ADVISORY_LOCKS.outboxRelay}) AS locked;
  SELECT seq, id, subject, aggregate_id, payload, request_id, occurred_at
    FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT ${BATCH}`;

/**
 * Has the next rows of the outbox published and marks those that were.
 * @returns `busy` when another process is at it
 */
export async function publishWaiting(
  dataSource: DataSource,
  publish: (rows: readonly OutboxRow[]) => Promise<Outcome>,
): Promise<Outcome | 'busy'> {
  const client = await poolOf(dataSource).connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    const outcome = await claimAndPublish(client, publish);
    return outcome;
  } catch (error) {
    // Whatever state the connection is in, its transaction ends with it.
    broken ??= error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

async function claimAndPublish(
  client: PoolClient,
  publish: (rows: readonly OutboxRow[]) => Promise<Outcome>,
): Promise<Outcome | 'busy'> {
  const results = (await client.query(CLAIM)) as unknown as readonly QueryResult[];
  const [lock, waiting] = results.slice(-2) as [QueryResult<{ locked: boolean }>, QueryResult<OutboxRow>];
  const locked = lock.rows[0]?.locked === true;
  const outcome =
    locked && waiting.rows.length > 0 ? await publish(waiting.rows) : { published: [], failure: undefined };
  await client.query(`${markSql(outcome.published)} COMMIT`);
  return locked ? outcome : 'busy';
}

/** @param published are numbers, as the database gave them */
function markSql(published: readonly string[]): string {
  if (published.length === 0) return '';
  const list = published.map((seq) => BigInt(seq).toString()).join(',');
  return `UPDATE outbox SET published_at = clock_timestamp() WHERE seq = ANY ('{${list}}'::bigint[]);`;
}
