import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CommittedEvents } from '@app/common/http/committed-events.js';
import { EventStream, type Audience, type StreamEvent } from '@app/common/http/event-stream.js';
import type { TicketState } from './domain/ticket-state.js';
import type { TicketStreamEventDto } from './ticket.dto.js';

/** What listeners are told of a ticket. */
export interface ToldTicket {
  readonly id: string;
  readonly number: string;
  readonly state: TicketState;
  readonly unitId: string | null;
  readonly confidential: boolean;
}

/** Tells the consoles that a ticket has changed: after the commit, and only those who may know of the ticket. */
@Injectable()
export class TicketStream {
  constructor(
    private readonly committed: CommittedEvents,
    private readonly stream: EventStream,
  ) {}

  /** Tells when the transaction of `em` has been committed; never, if it is rolled back. */
  afterCommit(em: EntityManager, ticket: ToldTicket): void {
    this.committed.add(em, eventOf(ticket));
  }

  /** Tells at once, of what a single statement has committed by itself. */
  tell(ticket: ToldTicket): void {
    this.stream.publish(eventOf(ticket));
  }
}

function eventOf(ticket: ToldTicket): StreamEvent {
  const { id, number, state, unitId, confidential } = ticket;
  const data: TicketStreamEventDto = { id, number, state, unitId, confidential };
  return { type: 'ticket', data, audience: audienceOf(ticket) };
}

/** The same people who see it in their lists (`viewOf`). */
function audienceOf(ticket: ToldTicket): Audience {
  return {
    roles: ticket.confidential ? ['operator', 'inspector'] : ['operator', 'supervisor', 'inspector', 'leader'],
    unitIds: ticket.unitId === null ? [] : [ticket.unitId],
  };
}
