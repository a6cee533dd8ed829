import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@app/common/auth/actor.js';
import { Forbidden, NotFound, WrongState } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { ACTION_STATES, fits, permits, viewOf, type TicketAction } from './domain/ticket-policy.js';
import type { Ticket } from './ticket.entity.js';
import { assertVersion, TicketRepository } from './ticket.repository.js';

/** The one way in which staff change a ticket. */
@Injectable()
export class TicketActing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tickets: TicketRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The ticket under lock, may the actor know of it, may they do that, is it the version they have read, does its state
   * allow it; then the work, all in one transaction.
   * @throws NotFound, Forbidden, StaleVersion (412), WrongState (409)
   */
  async act(
    actor: Actor,
    action: Exclude<TicketAction, 'reveal'>,
    id: string,
    version: number,
    work: (em: EntityManager, ticket: Ticket, at: Date) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (em) => {
      const ticket = await this.tickets.lock(em, id);
      if (viewOf(actor, ticket) === 'hidden') throw new NotFound();
      if (!permits(actor, action, ticket)) throw new Forbidden({ action });
      assertVersion(ticket, version);
      if (!fits(action, ticket)) throw new WrongState({ state: ticket.state, allowed: ACTION_STATES[action] });
      await work(em, ticket, this.clock.now());
    });
  }
}
