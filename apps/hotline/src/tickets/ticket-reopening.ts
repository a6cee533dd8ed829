import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { TicketReopened } from '@app/common/contracts/hotline.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clocks } from '../clocks/clocks.js';
import { planWorkingDays } from '../clocks/domain/clock-plan.js';
import { HotlineSettings } from '../hotline.settings.js';
import { ReviewRepository } from '../reviews/review.repository.js';
import type { Ticket } from './ticket.entity.js';
import { TicketRepository, type TicketStep } from './ticket.repository.js';

/** 重新办理: a ticket that was struck off is with the hotline again, whose transfer clock runs. */
@Injectable()
export class TicketReopening {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly reviews: ReviewRepository,
    private readonly clocks: Clocks,
    private readonly calendar: CalendarSource,
    private readonly outbox: Outbox,
    private readonly settings: HotlineSettings,
  ) {}

  /**
   * A review that is open has nothing left to decide.
   * @param why for other services, in English
   * @throws WrongState (409) if the ticket's state does not lead there
   */
  async reopen(em: EntityManager, ticket: Ticket, step: Omit<TicketStep, 'to'>, why: string): Promise<void> {
    const { at } = step;
    await this.reviews.decide(em, ticket.id, { outcome: 'set_aside', at, by: null, reason: null });
    // Answered without ever being sent out: the round of the first transfer clock is taken.
    const round = ticket.dispatchRound + 1;
    await this.tickets.move(
      em,
      ticket,
      { ...step, to: 'reopened' },
      { closedAt: null, closedHow: null, replyDueAt: null, dispatchRound: round, reviewAskedAt: null },
    );
    const plan = planWorkingDays(this.calendar.current(), 'transfer', at, this.settings.transfer.usualDays);
    await this.clocks.start(em, { ticketId: ticket.id, kind: 'transfer', round: round + 1 }, null, plan);
    const { number } = ticket;
    const reopened = { ticketId: ticket.id, number, reopenedAt: at.toISOString(), why };
    await this.outbox.add(em, TicketReopened, ticket.id, reopened);
  }
}
