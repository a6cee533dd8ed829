import { type INestApplicationContext, Injectable, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { DataSource, type EntityManager } from 'typeorm';
import { CaseOpened, type CaseOpenedPayload } from '../contracts/interviews.events.js';
import { TicketDissatisfied, type TicketDissatisfiedPayload } from '../contracts/hotline.events.js';
import { type TicketQuestion, type TicketSummary, TicketSummaryRequest } from '../contracts/requests.js';
import { NotFound } from '../http/problem.js';
import { newId } from '../persistence/id.js';
import { Answers } from './answers.js';
import { CATCH_UP_PACE } from './catch-up.js';
import type { ServiceName } from './definitions.js';
import { MESSAGING_PROVIDERS } from './messaging.providers.js';
import { NatsConnectionHolder } from './nats-connection.js';
import { OnEvent, type ReceivedEvent } from './on-event.js';
import { Outbox } from './outbox.js';
import { SERVICE_NAME } from './service-name.js';

/** The effects an event has in these specs: a row each, without a key that would hide doing it twice. */
export const EFFECTS_SQL =
  'CREATE TABLE effect (seq bigserial PRIMARY KEY, event_id uuid NOT NULL, what text NOT NULL)';

/** The receiving side: writes down what it took, and fails when it is told to. */
@Injectable()
export class Receiver {
  /** Thrown by the next takings whose ticket number is in here. */
  readonly failing = new Set<string>();

  @OnEvent(TicketDissatisfied)
  async open(em: EntityManager, event: ReceivedEvent<TicketDissatisfiedPayload>): Promise<void> {
    await em.query('INSERT INTO effect (event_id, what) VALUES ($1, $2)', [event.id, event.payload.number]);
    if (this.failing.has(event.payload.number)) throw new Error('told to fail');
  }
}

/** The sending side, which also takes one event back and answers a question. */
@Injectable()
export class Sender {
  @OnEvent(CaseOpened)
  async note(em: EntityManager, event: ReceivedEvent<CaseOpenedPayload>): Promise<void> {
    await em.query('INSERT INTO effect (event_id, what) VALUES ($1, $2)', [event.id, event.payload.caseNumber]);
  }

  @Answers(TicketSummaryRequest)
  async summary({ ticketId }: TicketQuestion): Promise<TicketSummary> {
    if (ticketId.startsWith('0')) throw new NotFound({ ticketId });
    return {
      ticketId,
      number: '260000017',
      kind: 'help',
      confidential: false,
      subject: '路灯不亮',
      state: 'replied',
      unitId: ticketId,
      lastReply: '',
    };
  }
}

export interface MessagingService {
  readonly context: INestApplicationContext;
  close(): Promise<void>;
}

/** One service with nothing but its messages, the catch-up fast enough for a test to wait for. */
export async function messagingService(
  service: ServiceName,
  dataSource: DataSource,
  natsUrl: string,
  provider: Provider,
): Promise<MessagingService> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [
      { provide: SERVICE_NAME, useValue: service },
      { provide: DataSource, useValue: dataSource },
      { provide: NatsConnectionHolder, useFactory: () => new NatsConnectionHolder(natsUrl, `spec-${service}`) },
      ...MESSAGING_PROVIDERS.filter((each) => !('provide' in each && each.provide === CATCH_UP_PACE)),
      { provide: CATCH_UP_PACE, useValue: { everyMs: 100, olderThanMs: 300 } },
      provider,
    ],
  }).compile();
  module.useLogger(false);
  const context = await module.init();
  // `init` runs onModuleInit and onApplicationBootstrap, as a listening application would.
  return { context, close: () => context.close() };
}

/** Says, in a transaction of its own, that the citizen of ticket `number` is dissatisfied. */
export function sayDissatisfied(sender: MessagingService, number: string, ticketId = newId()): Promise<void> {
  const outbox = sender.context.get(Outbox);
  return sender.context
    .get(DataSource)
    .transaction((em) => outbox.add(em, TicketDissatisfied, ticketId, dissatisfied(number, ticketId)));
}

export function dissatisfied(number: string, ticketId = newId()): TicketDissatisfiedPayload {
  return {
    ticketId,
    number,
    unitId: newId(),
    kind: 'help',
    confidential: false,
    subject: '路灯不亮',
    score: 1,
    ratedAt: '2026-11-23T01:00:00.000Z',
  };
}
