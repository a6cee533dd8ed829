import { SetMetadata } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EventDefinition } from './definitions.js';

export const ON_EVENT = Symbol('on-event');

export interface ReceivedEvent<P extends object> {
  readonly id: string;
  readonly subject: string;
  readonly aggregateId: string;
  /** When the owner wrote it to its outbox. */
  readonly occurredAt: Date;
  readonly requestId: string | undefined;
  readonly payload: P;
}

export type EventHandler<P extends object = object> = (em: EntityManager, event: ReceivedEvent<P>) => Promise<void>;

/**
 * Marks the one method of this service that takes an event. It runs in the transaction that records the event in the
 * inbox: what it does through `em` happens exactly once. It may not reach outside the database.
 */
export function OnEvent<P extends object>(event: EventDefinition<P>) {
  return <H extends EventHandler<P>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    SetMetadata(ON_EVENT, event)(target, key, descriptor);
  };
}
