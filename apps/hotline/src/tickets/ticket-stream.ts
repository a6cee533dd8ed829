import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface } from 'typeorm';
import type { TransactionCommitEvent } from 'typeorm/subscriber/event/TransactionCommitEvent.js';
import type { Audience } from '@app/common/http/event-stream.js';
import { EventStream } from '@app/common/http/event-stream.js';
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

const WAITING = 'ticketsToTell';

/** Tells the consoles that a ticket has changed: after the commit, and only those who may know of the ticket. */
@Injectable()
export class TicketStream implements EntitySubscriberInterface {
  constructor(
    dataSource: DataSource,
    private readonly stream: EventStream,
  ) {
    dataSource.subscribers.push(this);
  }

  /** Tells when the transaction of `em` has been committed; never, if it is rolled back. */
  afterCommit(em: EntityManager, ticket: ToldTicket): void {
    const data = em.queryRunner?.data as { [WAITING]?: ToldTicket[] } | undefined;
    if (!data) throw new Error('A ticket is told of within a transaction only');
    (data[WAITING] ??= []).push(ticket);
  }

  /** Tells at once, of what a single statement has committed by itself. */
  tell(ticket: ToldTicket): void {
    const { id, number, state, unitId, confidential } = ticket;
    const data: TicketStreamEventDto = { id, number, state, unitId, confidential };
    this.stream.publish({ type: 'ticket', data, audience: audienceOf(ticket) });
  }

  afterTransactionCommit({ queryRunner }: TransactionCommitEvent): void {
    const data = queryRunner.data as { [WAITING]?: ToldTicket[] };
    const waiting = data[WAITING] ?? [];
    delete data[WAITING];
    for (const ticket of waiting) this.tell(ticket);
  }
}

/** The same people who see it in their lists (`viewOf`). */
function audienceOf(ticket: ToldTicket): Audience {
  return {
    roles: ticket.confidential ? ['operator', 'inspector'] : ['operator', 'supervisor', 'inspector', 'leader'],
    unitIds: ticket.unitId === null ? [] : [ticket.unitId],
  };
}
