import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { jetstream, jetstreamManager, type JetStreamClient } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import { DataSource, type EntityManager, type EntitySubscriberInterface } from 'typeorm';
import { ownerOf, SERVICES } from './definitions.js';
import { AGGREGATE_HEADER, OCCURRED_HEADER, REQUEST_ID_HEADER } from './headers.js';
import { NatsConnectionHolder } from './nats-connection.js';
import { ensureStream } from './streams.js';
import { Wakeable } from './wakeable.js';

const POLL_MS = 20;
const RETRY_MS = 500;
const BATCH = 500;
const PUBLISH_TIMEOUT_MS = 5_000;
/** One relay at a time per database, so that events of an aggregate stay in order. */
const RELAY_LOCK = 7_301_134;

interface OutboxRow {
  seq: string;
  id: string;
  subject: string;
  aggregate_id: string;
  payload: object;
  request_id: string | null;
  occurred_at: Date;
}

/** Publishes what stands in the outbox, in order per aggregate: every 20 ms, and at once after a commit here. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown, EntitySubscriberInterface {
  private readonly logger = new Logger(Relay.name);
  private readonly pause = new Wakeable();
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly nats: NatsConnectionHolder,
  ) {
    dataSource.subscribers.push(this);
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.pause.wake();
    await this.running;
  }

  /** TypeORM calls this after each commit of this process. */
  afterTransactionCommit(): void {
    this.wake();
  }

  /** Publish now rather than at the next poll: for statements that commit by themselves. */
  wake(): void {
    this.pause.wake();
  }

  private async run(): Promise<void> {
    const connection = await Promise.race([this.nats.get(), this.untilStopped()]);
    if (!connection) return;
    const client = jetstream(connection, { timeout: PUBLISH_TIMEOUT_MS });
    while (!this.stopped) {
      try {
        const published = await this.publishBatch(connection, client);
        if (published < BATCH) await this.pause.sleep(POLL_MS);
      } catch (error) {
        if (this.stopped) return;
        this.logger.warn(`events wait in the outbox: ${String(error)}`);
        await this.pause.sleep(RETRY_MS);
      }
    }
  }

  private async untilStopped(): Promise<undefined> {
    while (!this.stopped) await this.pause.sleep(RETRY_MS);
    return undefined;
  }

  /** @returns how many rows were published */
  private async publishBatch(connection: NatsConnection, client: JetStreamClient): Promise<number> {
    const waiting: unknown[] = await this.dataSource.query('SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT 1');
    if (waiting.length === 0 || !this.nats.ready) return 0;
    let failure: unknown;
    const published = await this.dataSource.transaction(async (em) => {
      const rows = await this.claim(em);
      const outcome = await publishInOrder(client, rows);
      failure = outcome.failure;
      if (outcome.published.length > 0) {
        await em.query('UPDATE outbox SET published_at = clock_timestamp() WHERE seq = ANY($1)', [outcome.published]);
      }
      return outcome.published.length;
    });
    if (failure !== undefined) {
      // The stream may be gone (new broker, deleted storage): make it again before the next try.
      const manager = await jetstreamManager(connection);
      for (const owner of SERVICES) await ensureStream(manager, owner);
      throw failure instanceof Error ? failure : new Error('publishing failed', { cause: failure });
    }
    return published;
  }

  private async claim(em: EntityManager): Promise<OutboxRow[]> {
    const [lock]: { locked: boolean }[] = await em.query('SELECT pg_try_advisory_xact_lock($1) AS locked', [
      RELAY_LOCK,
    ]);
    if (!lock?.locked) return [];
    return em.query(
      `SELECT seq, id, subject, aggregate_id, payload, request_id, occurred_at
         FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT ${BATCH}`,
    );
  }
}

/** Publishes the rows of one aggregate one after the other, different aggregates side by side. */
async function publishInOrder(
  client: JetStreamClient,
  rows: OutboxRow[],
): Promise<{ published: string[]; failure: unknown }> {
  const published: string[] = [];
  let failure: unknown;
  const publishAll = async (ofAggregate: OutboxRow[]): Promise<void> => {
    for (const row of ofAggregate) {
      await client.publish(row.subject, JSON.stringify(row.payload), { msgID: row.id, headers: headersOf(row) });
      published.push(row.seq);
    }
  };
  const lanes = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    const lane = `${ownerOf(row.subject)}/${row.aggregate_id}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), row]);
  }
  await Promise.all(
    [...lanes.values()].map((lane) =>
      publishAll(lane).catch((error: unknown) => {
        failure ??= error;
      }),
    ),
  );
  return { published, failure };
}

function headersOf(row: OutboxRow): ReturnType<typeof headers> {
  const made = headers();
  made.set(AGGREGATE_HEADER, row.aggregate_id);
  made.set(OCCURRED_HEADER, row.occurred_at.toISOString());
  if (row.request_id) made.set(REQUEST_ID_HEADER, row.request_id);
  return made;
}
