import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { jetstreamManager } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import { DataSource, type EntitySubscriberInterface, type TransactionCommitEvent } from 'typeorm';
import { ownerOf, SERVICES } from './definitions.js';
import { AGGREGATE_HEADER, MESSAGE_ID_HEADER, OCCURRED_HEADER, REQUEST_ID_HEADER } from './headers.js';
import { NatsConnectionHolder } from './nats-connection.js';
import { carriesEvents } from './outbox.js';
import { publishWaiting, type OutboxRow, type Outcome } from './outbox-batch.js';
import { Publisher } from './publisher.js';
import { ensureStream } from './streams.js';
import { Wakeable } from './wakeable.js';

/** How long a commit of another process may wait to be seen: short while there is something to do, longer while idle. */
const POLL_MS = 20;
const IDLE_POLL_MS = 250;
/** After so many looks in vain it is idle: a second without an event. */
const LOOKS_IN_VAIN = 50;
/** Commits that come closer together than this share a batch and its round trips. */
const GATHER_MS = 10;
const RETRY_MS = 500;

/**
 * Publishes what stands in the outbox, in order per aggregate: at once after a commit of this process, and by looking
 * for commits of others, every 20 ms until a second after the last event and more rarely the longer there is none.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown, EntitySubscriberInterface {
  private readonly logger = new Logger(Relay.name);
  private readonly pause = new Wakeable();
  private running: Promise<void> | undefined;
  private pollMs = POLL_MS;
  private inVain = 0;
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

  /** TypeORM calls this after each commit of this process; most have nothing to publish, such as each second's seal. */
  afterTransactionCommit({ queryRunner }: TransactionCommitEvent): void {
    if (carriesEvents(queryRunner)) this.wake();
  }

  /** Publish now rather than at the next poll: for statements that commit by themselves. */
  wake(): void {
    this.lookOften();
    this.pause.wake();
  }

  private async run(): Promise<void> {
    const connection = await Promise.race([this.nats.get(), this.untilStopped()]);
    if (!connection) return;
    const publisher = new Publisher(connection);
    while (!this.stopped) {
      try {
        await this.rest(await this.publishBatch(connection, publisher));
      } catch (error) {
        if (this.stopped) break;
        this.logger.warn(`events wait in the outbox: ${String(error)}`);
        await this.pause.sleep(RETRY_MS);
      }
    }
    publisher.close();
  }

  /** More may have come while a batch was published: the next look follows soon, whether woken or not. */
  private async rest(published: number | 'busy'): Promise<void> {
    if (published === 0) {
      await this.pause.sleep(this.pollMs);
      this.inVain += 1;
      if (this.inVain > LOOKS_IN_VAIN) this.pollMs = Math.min(this.pollMs * 2, IDLE_POLL_MS);
    } else {
      this.lookOften();
      await sleep(published === 'busy' ? POLL_MS : GATHER_MS);
    }
  }

  private lookOften(): void {
    this.pollMs = POLL_MS;
    this.inVain = 0;
  }

  private async untilStopped(): Promise<undefined> {
    while (!this.stopped) await this.pause.sleep(RETRY_MS);
    return undefined;
  }

  /** @returns how many rows were published; `busy` if another process is at it */
  private async publishBatch(connection: NatsConnection, publisher: Publisher): Promise<number | 'busy'> {
    if (!this.nats.ready) return 0;
    const outcome = await publishWaiting(this.dataSource, (rows) => publishInOrder(publisher, rows));
    if (outcome === 'busy') return 'busy';
    if (outcome.failure !== undefined) {
      // The stream may be gone (new broker, deleted storage): make it again before the next try.
      const manager = await jetstreamManager(connection);
      for (const owner of SERVICES) await ensureStream(manager, owner);
      throw outcome.failure instanceof Error
        ? outcome.failure
        : new Error('publishing failed', { cause: outcome.failure });
    }
    return outcome.published.length;
  }
}

/** Publishes the rows of one aggregate one after the other, different aggregates side by side. */
async function publishInOrder(publisher: Publisher, rows: readonly OutboxRow[]): Promise<Outcome> {
  const published: string[] = [];
  let failure: unknown;
  const publishAll = async (ofAggregate: OutboxRow[]): Promise<void> => {
    for (const row of ofAggregate) {
      await publisher.publish(row.subject, JSON.stringify(row.payload), headersOf(row));
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
  made.set(MESSAGE_ID_HEADER, row.id);
  made.set(AGGREGATE_HEADER, row.aggregate_id);
  made.set(OCCURRED_HEADER, row.occurred_at.toISOString());
  if (row.request_id) made.set(REQUEST_ID_HEADER, row.request_id);
  return made;
}
