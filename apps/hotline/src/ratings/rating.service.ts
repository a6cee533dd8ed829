import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CITIZEN } from '@app/common/auth/actor.js';
import { TicketClosed, TicketDissatisfied } from '@app/common/contracts/hotline.events.js';
import { WrongState } from '@app/common/http/problem.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clock } from '@app/common/time/clock.js';
import { ContactService } from '../confidentiality/contact.service.js';
import { HotlineSettings } from '../hotline.settings.js';
import { AlreadyRated } from '../problems.js';
import { TicketReopening } from '../tickets/ticket-reopening.js';
import { TicketReply } from '../tickets/ticket-reply.entity.js';
import type { Ticket } from '../tickets/ticket.entity.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { outcomeOf, RATEABLE } from './domain/satisfaction.js';
import { TicketRating } from './ticket-rating.entity.js';

/** A rating as the citizen gives it. */
export interface GivenRating {
  /** 1–5. */
  readonly score: number;
  readonly comment: string | null;
  readonly via: TicketRating['via'];
}

/** 评价: the citizen alone rates, once for each reply; nobody alters it. */
@Injectable()
export class RatingService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly reopening: TicketReopening,
    private readonly contacts: ContactService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: HotlineSettings,
  ) {}

  /**
   * Rates the ticket's last reply, and what follows from it: struck off, or an interview.
   * @throws AlreadyRated (409), WrongState (409) while there is nothing to rate
   */
  async rate(em: EntityManager, ticketId: string, rating: GivenRating): Promise<Ticket> {
    const ticket = await this.tickets.lock(em, ticketId);
    const reply = await em.findOne(TicketReply, { where: { ticketId }, order: { repliedAt: 'DESC' } });
    if (reply && (await em.existsBy(TicketRating, { replyId: reply.id }))) throw new AlreadyRated();
    if (!reply || !RATEABLE.includes(ticket.state)) {
      throw new WrongState({ state: ticket.state, allowed: RATEABLE });
    }
    const at = this.clock.now();
    const comment = rating.comment === null ? null : await this.contacts.hide(em, ticket, rating.comment);
    const { score, via } = rating;
    await em.insert(TicketRating, { replyId: reply.id, ticketId, score, comment, ratedAt: at, via });
    await this.tickets.note(em, ticketId, { action: 'rated', actor: CITIZEN, at, detail: { score, via } });
    await this.follow(em, ticket, score, at);
    return ticket;
  }

  private async follow(em: EntityManager, ticket: Ticket, score: number, at: Date): Promise<void> {
    const about = { ticketId: ticket.id, number: ticket.number };
    const step = { actor: CITIZEN, at } as const;
    switch (outcomeOf(ticket.state, score, this.settings.dissatisfiedUpTo)) {
      case 'stays':
        this.tickets.tell(em, ticket);
        return;
      case 'closed':
        await this.tickets.move(
          em,
          ticket,
          { ...step, to: 'closed', action: 'struck_off' },
          { closedAt: at, closedHow: 'satisfied' },
        );
        await this.outbox.add(em, TicketClosed, ticket.id, { ...about, closedAt: at.toISOString(), how: 'satisfied' });
        return;
      case 'dissatisfied': {
        await this.tickets.move(em, ticket, { ...step, to: 'dissatisfied', action: 'dissatisfied' });
        if (ticket.unitId === null) throw new Error(`ticket ${ticket.id} was replied to by no unit`);
        await this.outbox.add(em, TicketDissatisfied, ticket.id, {
          ...about,
          unitId: ticket.unitId,
          kind: ticket.kind,
          confidential: ticket.confidential,
          subject: ticket.confidential ? '' : ticket.subject,
          score,
          ratedAt: at.toISOString(),
        });
        return;
      }
      case 'reopened': {
        const why = 'dissatisfied with the answer on the spot';
        await this.reopening.reopen(em, ticket, { ...step, action: 'reopened' }, why);
      }
    }
  }
}
