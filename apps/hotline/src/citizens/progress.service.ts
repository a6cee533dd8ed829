import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Ledger } from '@app/common/audit/ledger.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { PAGE_LIMIT_MAX } from '@app/common/http/page.js';
import { UnitDirectory } from '../directory/unit-directory.js';
import { TicketInterview } from '../interviews/ticket-interview.entity.js';
import { TicketNotFound } from '../problems.js';
import { RATEABLE } from '../ratings/domain/satisfaction.js';
import { TicketRating } from '../ratings/ticket-rating.entity.js';
import { reviewRefusal } from '../reviews/domain/review.js';
import { ReviewRepository } from '../reviews/review.repository.js';
import { codeSecret } from '../registration/domain/query-code.js';
import { isTicketNumber } from '../registration/domain/ticket-number.js';
import { TICKET_STATES } from '../tickets/domain/ticket-state.js';
import { TicketReply } from '../tickets/ticket-reply.entity.js';
import { Ticket } from '../tickets/ticket.entity.js';
import type { ProgressInterviewDto, ProgressStepDto, TicketProgressDto } from './citizen.dto.js';
import { LookUpTries } from './look-up-tries.js';

/** What a citizen sees of the own ticket, with number and query code. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tries: LookUpTries,
    private readonly ledger: Ledger,
    private readonly units: UnitDirectory,
    private readonly reviews: ReviewRepository,
    private readonly box: SealedBox,
  ) {}

  /** @throws TicketNotFound (404), TooManyRequests (429) */
  async lookUp(number: string, code: string): Promise<TicketProgressDto> {
    return this.of(this.dataSource.manager, await this.identify(number, code));
  }

  /**
   * The ticket of a number and its query code.
   * @throws TicketNotFound (404) also for a wrong code, TooManyRequests (429) after too many of them
   */
  async identify(number: string, code: string): Promise<string> {
    if (!isTicketNumber(number)) throw new TicketNotFound();
    await this.tries.take(number);
    const ticket = await this.dataSource.manager.findOne(Ticket, { where: { number } });
    if (!ticket?.codeFingerprint || !this.isCodeOf(ticket.codeFingerprint, number, code)) throw new TicketNotFound();
    await this.tries.giveBack(number);
    return ticket.id;
  }

  private isCodeOf(fingerprint: string, number: string, code: string): boolean {
    const given = Buffer.from(this.box.fingerprint(codeSecret(number, code)));
    const kept = Buffer.from(fingerprint);
    return given.length === kept.length && timingSafeEqual(given, kept);
  }

  /** How a ticket stands, for the citizen who has identified it. */
  async of(em: EntityManager, ticketId: string): Promise<TicketProgressDto> {
    const ticket = await em.findOneOrFail(Ticket, { where: { id: ticketId } });
    const reply = await em.findOne(TicketReply, { where: { ticketId }, order: { repliedAt: 'DESC' } });
    const rating = reply ? await em.findOne(TicketRating, { where: { replyId: reply.id } }) : null;
    const interview = await em.findOne(TicketInterview, { where: { ticketId } });
    const review = await this.reviews.last(em, ticketId);
    const nameOf = await this.units.namer();
    const { number, kind, state, subject } = ticket;
    return {
      number,
      kind,
      state,
      subject,
      registeredAt: ticket.registeredAt.toISOString(),
      replyDueAt: ticket.replyDueAt?.toISOString() ?? null,
      ...nameOf(ticket.unitId),
      reply: reply ? { text: reply.text, repliedAt: reply.repliedAt.toISOString() } : null,
      rating: rating ? { score: rating.score, comment: rating.comment, ratedAt: rating.ratedAt.toISOString() } : null,
      mayRate: reply !== null && rating === null && RATEABLE.includes(state),
      mayAskReview: reviewRefusal(ticket, review) === null,
      review: review && {
        askedAt: review.askedAt.toISOString(),
        outcome: review.outcome,
        decidedAt: review.decidedAt?.toISOString() ?? null,
        reason: review.decisionReason,
      },
      interview: interview ? appointmentOf(interview) : null,
      steps: await this.steps(em, ticketId),
    };
  }

  /** The states it has gone through, out of the ledger. */
  private async steps(em: EntityManager, ticketId: string): Promise<ProgressStepDto[]> {
    const page = await this.ledger.read(em, 'ticket', ticketId, { limit: PAGE_LIMIT_MAX });
    return page.items.flatMap(({ at, detail }) => {
      const state = TICKET_STATES.find((one) => one === detail.to);
      return state ? [{ state, at }] : [];
    });
  }
}

/** The talk the citizen is invited to; one that was held is past. */
function appointmentOf(interview: TicketInterview): ProgressInterviewDto | null {
  const { startAt, endAt, placeZh, placeEn, heldAt } = interview;
  if (!startAt || !endAt || heldAt || placeZh === null || placeEn === null) return null;
  return { startAt: startAt.toISOString(), endAt: endAt.toISOString(), placeZh, placeEn };
}
