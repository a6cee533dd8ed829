import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { requestIdFrom, runInRequest } from '../http/request-id.js';
import { markedMethods } from '../service/discover.js';
import type { EventDefinition, ServiceName } from './definitions.js';
import { Inbox } from './inbox.js';
import { readMessage } from './message-validation.js';
import { ON_EVENT, type EventHandler, type ReceivedEvent } from './on-event.js';

/** An event as it came in, its payload not yet checked. */
export type RawEvent = Omit<ReceivedEvent<object>, 'payload'> & { readonly payload: unknown };

interface Route {
  readonly event: EventDefinition;
  readonly handler: EventHandler;
}

/** Takes events into this service exactly once, from whatever road they came: stream, catch-up or replay. */
@Injectable()
export class EventTaker implements OnModuleInit {
  private readonly routes = new Map<string, Route>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly inbox: Inbox,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { mark, call, name } of markedMethods<EventDefinition>(
      ON_EVENT,
      this.discovery,
      this.scanner,
      this.reflector,
    )) {
      if (this.routes.has(mark.subject)) throw new Error(`${name}: ${mark.subject} is taken twice in this service`);
      this.routes.set(mark.subject, { event: mark, handler: call as unknown as EventHandler });
    }
  }

  takes(subject: string): boolean {
    return this.routes.has(subject);
  }

  /** The subjects this service takes from the outbox of `publisher`. */
  subjectsFrom(publisher: ServiceName): string[] {
    return this.events()
      .filter((event) => event.publishers.includes(publisher))
      .map((event) => event.subject);
  }

  events(): EventDefinition[] {
    return [...this.routes.values()].map((route) => route.event);
  }

  /**
   * Records the event and does its effect in one transaction; a duplicate changes nothing.
   * @returns whether it was new
   * @throws MalformedMessage, or what the handler threw: then nothing is recorded
   */
  async take(event: RawEvent): Promise<boolean> {
    const route = this.routes.get(event.subject);
    if (!route) throw new Error(`${event.subject} is not taken by this service`);
    const payload = readMessage(event.subject, route.event.payload, event.payload);
    return runInRequest({ requestId: requestIdFrom(event.requestId), origin: event.subject }, () =>
      this.dataSource.transaction(async (em) => {
        if (!(await this.inbox.claim(em, event.id, event.subject))) return false;
        await route.handler(em, { ...event, payload });
        return true;
      }),
    );
  }
}
