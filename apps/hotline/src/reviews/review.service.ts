import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CITIZEN, type Actor } from '@app/common/auth/actor.js';
import { ReviewAsked, ReviewDecided } from '@app/common/contracts/hotline.events.js';
import { WrongState } from '@app/common/http/problem.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { Clock } from '@app/common/time/clock.js';
import { ContactService } from '../confidentiality/contact.service.js';
import { AlreadyReviewed, OwnDecision, ReviewAskedAlready } from '../problems.js';
import { CitizenMessages } from '../text-messages/citizen-messages.js';
import { TicketActing } from '../tickets/ticket-acting.js';
import { TicketReopening } from '../tickets/ticket-reopening.js';
import type { Ticket } from '../tickets/ticket.entity.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { isOwnDecision, REVIEWABLE, reviewRefusal, type ReviewOutcome, type ReviewRefusal } from './domain/review.js';
import { ReviewRepository, type Review } from './review.repository.js';

/** What a citizen asks a review with. */
export type AskedReview = Pick<Review, 'reason' | 'via'>;

/** 复议: the citizen asks for what was done to be looked at again, a supervisor decides (domain.md §2, three rights). */
@Injectable()
export class ReviewService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly reviews: ReviewRepository,
    private readonly acting: TicketActing,
    private readonly reopening: TicketReopening,
    private readonly contacts: ContactService,
    private readonly messages: CitizenMessages,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws ReviewAskedAlready, AlreadyReviewed, WrongState (409) */
  async ask(em: EntityManager, ticketId: string, asked: AskedReview): Promise<void> {
    const { ticket, refusal } = await this.tryAsking(em, ticketId, asked);
    if (refusal === 'asked-already') throw new ReviewAskedAlready();
    if (refusal === 'decided-already') throw new AlreadyReviewed();
    if (refusal === 'not-now') throw new WrongState({ state: ticket.state, allowed: REVIEWABLE });
  }

  /** @returns the ticket, and why no review of it can be asked for; null: it is */
  async tryAsking(
    em: EntityManager,
    ticketId: string,
    { reason, via }: AskedReview,
  ): Promise<{ ticket: Ticket; refusal: ReviewRefusal | null }> {
    const ticket = await this.tickets.lock(em, ticketId);
    const refusal = reviewRefusal(ticket, await this.reviews.last(em, ticketId));
    if (refusal !== null) return { ticket, refusal };
    const askedAt = this.clock.now();
    const id = newId();
    const shown = await this.contacts.hide(em, ticket, reason);
    await this.reviews.insert(em, { id, ticketId, askedAt, via, reason: shown });
    const note = { action: 'review_asked', actor: CITIZEN, at: askedAt, reason: shown, detail: { via } } as const;
    await this.tickets.note(em, ticketId, note);
    const changed = await this.tickets.change(em, ticket, { reviewAskedAt: askedAt });
    const { number } = ticket;
    await this.outbox.add(em, ReviewAsked, ticketId, {
      ticketId,
      number,
      reviewId: id,
      askedAt: askedAt.toISOString(),
    });
    return { ticket: changed, refusal: null };
  }

  /**
   * Upheld, what was done stands; set aside, the hotline takes the ticket up again. The citizen is told either way.
   * @throws NotFound; Forbidden; StaleVersion (412); WrongState (409) where no review is open; OwnDecision (403)
   */
  async decide(actor: Actor, id: string, version: number, outcome: ReviewOutcome, reason: string): Promise<void> {
    const action = outcome === 'upheld' ? 'uphold' : 'set_aside';
    await this.acting.act(actor, action, id, version, async (em, ticket, at) => {
      if (isOwnDecision(actor, await this.reviews.repliedBy(em, id))) throw new OwnDecision();
      const shown = await this.contacts.hide(em, ticket, reason);
      const by = actor.kind === 'staff' ? actor.id : null;
      const reviewId = await this.reviews.decide(em, id, { outcome, at, by, reason: shown });
      if (reviewId === null) throw new WrongState({ state: ticket.state, allowed: [] });
      if (outcome === 'upheld') {
        await this.tickets.note(em, id, { action: 'review_upheld', actor, at, reason: shown });
        await this.tickets.change(em, ticket, { reviewAskedAt: null });
      } else {
        const step = { actor, at, action: 'review_set_aside', reason: shown } as const;
        await this.reopening.reopen(em, ticket, step, 'set aside by review');
      }
      const { number } = ticket;
      const decided = { ticketId: id, number, reviewId, outcome, decidedAt: at.toISOString() };
      await this.outbox.add(em, ReviewDecided, id, decided);
      await this.messages.toCitizen(em, ticket, `review_${outcome}`, { number });
    });
  }
}
