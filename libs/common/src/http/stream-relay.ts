import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { IsArray, IsIn, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { ROLES, type Role } from '../auth/actor.js';
import type { ServiceName } from '../messaging/definitions.js';
import { readMessage } from '../messaging/message-validation.js';
import { NatsConnectionHolder } from '../messaging/nats-connection.js';
import { SERVICE_NAME } from '../messaging/service-name.js';
import { newId } from '../persistence/id.js';
import { EventStream, type IdentifiedEvent } from './event-stream.js';

class NewsAudience {
  @IsOptional() @IsIn(ROLES, { each: true }) roles?: Role[];
  @IsOptional() @IsString({ each: true }) @IsArray() unitIds?: string[];
}
class StreamNews {
  @IsString() id!: string;
  @IsString() type!: string;
  @IsObject() data!: object;
  @IsOptional() @ValidateNested() @Type(() => NewsAudience) audience?: NewsAudience;
}

class StreamNewsBatch {
  @IsArray() @ValidateNested({ each: true }) @Type(() => StreamNews) news!: StreamNews[];
}

/** What comes closer together goes in one message: nobody sees the difference, and each message costs a system call. */
const GATHER_MS = 20;
const MOST_AT_ONCE = 200;

/**
 * Brings what one process publishes on its event stream to the listeners of the service's other processes, over core
 * NATS. Nothing is kept on the way: a listener's page reads its lists again when it looks at them.
 */
@Injectable()
export class StreamRelay implements OnApplicationBootstrap {
  /** Every process has a subject of its own, so that it tells its own news by the subject, unread. */
  private readonly own: string;
  private readonly everybody: string;
  private gathered: StreamNews[] = [];

  constructor(
    @Inject(SERVICE_NAME) service: ServiceName,
    private readonly nats: NatsConnectionHolder,
    private readonly stream: EventStream,
  ) {
    const subject = `${service}.stream.told.v1`;
    this.own = `${subject}.${newId()}`;
    this.everybody = `${subject}.*`;
  }

  onApplicationBootstrap(): void {
    void this.join();
  }

  private async join(): Promise<void> {
    const connection = await this.nats.get();
    connection.subscribe(this.everybody, {
      callback: (error, message) => {
        if (error === null && message.subject !== this.own) this.take(message);
      },
    });
    this.stream.passOnBy((event) => this.pass(connection, event));
  }

  private pass(connection: NatsConnection, event: IdentifiedEvent): void {
    if (!this.nats.ready) return;
    if (this.gathered.length === 0) setTimeout(() => this.send(connection), GATHER_MS).unref();
    this.gathered.push({ ...event, audience: event.audience && copyOf(event.audience) });
  }

  private send(connection: NatsConnection): void {
    const news = this.gathered;
    this.gathered = [];
    if (connection.isClosed()) return;
    for (let first = 0; first < news.length; first += MOST_AT_ONCE) {
      const batch: StreamNewsBatch = { news: news.slice(first, first + MOST_AT_ONCE) };
      connection.publish(this.own, JSON.stringify(batch));
    }
  }

  private take(message: Msg): void {
    const { news } = readMessage(message.subject, StreamNewsBatch, message.json());
    for (const event of news) this.stream.tell(event);
  }
}

function copyOf({ roles, unitIds }: { roles?: readonly Role[]; unitIds?: readonly string[] }): NewsAudience {
  return { ...(roles && { roles: [...roles] }), ...(unitIds && { unitIds: [...unitIds] }) };
}
