import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  type JsMsg,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { isConnectionLost } from '../persistence/connection-lost.js';
import { DeadLetters } from './dead-letters.js';
import { ownerOf, type ServiceName } from './definitions.js';
import { EventTaker, type RawEvent } from './event-taker.js';
import { AGGREGATE_HEADER, MESSAGE_ID_HEADER, OCCURRED_HEADER, REQUEST_ID_HEADER } from './headers.js';
import { Lanes } from './lanes.js';
import { MalformedMessage } from './message-validation.js';
import { NatsConnectionHolder } from './nats-connection.js';
import { SERVICE_NAME } from './service-name.js';
import { ensureStream, streamOf } from './streams.js';
import { Wakeable } from './wakeable.js';

const ACK_WAIT_NS = 30 * 1e9;
const RETRY_MS = 500;
const MOST_TRIES = 5;
const AWAY_MS = 1_000;
/** Waits between the tries of a message that fails: then it is set aside. */
const BACKOFF_MS = [100, 500, 2_000, 5_000];
const IN_FLIGHT = 256;
const SIDE_BY_SIDE = 8;

/** Takes the events of other services from their streams, in order per aggregate. */
@Injectable()
export class Consumer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Consumer.name);
  private readonly pause = new Wakeable();
  private readonly lanes = new Lanes(SIDE_BY_SIDE);
  private readonly tries = new Map<string, number>();
  private readonly open = new Set<ConsumerMessages>();
  private running: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(SERVICE_NAME) private readonly service: ServiceName,
    private readonly nats: NatsConnectionHolder,
    private readonly taker: EventTaker,
    private readonly deadLetters: DeadLetters,
  ) {}

  onApplicationBootstrap(): void {
    const owners = new Set(this.taker.events().map((event) => ownerOf(event.subject)));
    this.running = Promise.all([...owners].map((owner) => this.follow(owner)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.pause.wake();
    for (const messages of this.open) messages.stop();
    if (this.nats.ready) await this.running;
    await this.lanes.idle();
  }

  /** Follows one stream for ever; stream and consumer are made again when they are lost. */
  private async follow(owner: ServiceName): Promise<void> {
    const connection = await this.nats.get();
    while (!this.stopped) {
      try {
        await this.consume(connection, owner);
      } catch (error) {
        if (!this.stopped) this.logger.warn(`stream of ${owner}: ${String(error)}`);
      }
      if (!this.stopped) await this.pause.sleep(RETRY_MS);
    }
  }

  private async consume(connection: NatsConnection, owner: ServiceName): Promise<void> {
    const manager = await jetstreamManager(connection);
    await ensureStream(manager, owner);
    await manager.consumers.add(streamOf(owner), {
      durable_name: this.service,
      ack_policy: AckPolicy.Explicit,
      ack_wait: ACK_WAIT_NS,
      deliver_policy: DeliverPolicy.All,
      max_deliver: -1,
      max_ack_pending: 4 * IN_FLIGHT,
    });
    const consumer = await jetstream(connection).consumers.get(streamOf(owner), this.service);
    const messages = await consumer.consume({ max_messages: IN_FLIGHT, abort_on_missing_resource: true });
    this.open.add(messages);
    try {
      for await (const message of messages) {
        if (!this.taker.takes(message.subject)) {
          message.ack();
          continue;
        }
        const aggregate = message.headers?.get(AGGREGATE_HEADER) ?? '';
        await this.lanes.run(aggregate, () => this.deliver(message));
      }
    } finally {
      this.open.delete(messages);
    }
  }

  private async deliver(message: JsMsg): Promise<void> {
    const id = message.headers?.get(MESSAGE_ID_HEADER) ?? '';
    let event: RawEvent | undefined;
    try {
      event = rawEvent(id, message);
      await this.taker.take(event);
      this.tries.delete(id);
      // A lost acknowledgement brings the message again, and the inbox knows it: no need to have it confirmed.
      message.ack();
    } catch (error) {
      await this.fail(message, id, event, error);
    }
  }

  private async fail(message: JsMsg, id: string, event: RawEvent | undefined, error: unknown): Promise<void> {
    if (isConnectionLost(error)) {
      message.nak(AWAY_MS);
      return;
    }
    const tries = (this.tries.get(id) ?? 0) + 1;
    const hopeless = error instanceof MalformedMessage || error instanceof SyntaxError;
    if (!hopeless && tries < MOST_TRIES) {
      this.tries.set(id, tries);
      this.logger.warn(`${message.subject} ${id}, try ${tries}: ${String(error)}`);
      message.nak(BACKOFF_MS[tries - 1]);
      return;
    }
    try {
      await this.deadLetters.setAside(event ?? unreadable(id, message), error);
      this.tries.delete(id);
      message.ack();
    } catch (failure) {
      this.logger.error(`${message.subject} ${id} cannot be set aside now: ${String(failure)}`);
      message.nak(AWAY_MS);
    }
  }
}

function rawEvent(id: string, message: JsMsg): RawEvent {
  return { ...unreadable(id, message), payload: message.json() };
}

function unreadable(id: string, message: JsMsg): RawEvent {
  const occurredAt = message.headers?.get(OCCURRED_HEADER);
  return {
    id,
    subject: message.subject,
    aggregateId: message.headers?.get(AGGREGATE_HEADER) ?? '',
    occurredAt: occurredAt ? new Date(occurredAt) : new Date(message.time),
    requestId: message.headers?.get(REQUEST_ID_HEADER) || undefined,
    payload: {},
  };
}
