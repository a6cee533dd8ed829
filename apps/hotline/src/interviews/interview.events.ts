import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SystemActor } from '@app/common/auth/actor.js';
import { TicketClosed } from '@app/common/contracts/hotline.events.js';
import {
  CardIssued,
  CaseClosed,
  CaseHeld,
  CaseLimitMoved,
  CaseOpened,
  CaseScheduled,
  CaseVerified,
  OrderIssued,
  type CardIssuedPayload,
  type CaseClosedPayload,
  type CaseHeldPayload,
  type CaseLimitMovedPayload,
  type CaseOpenedPayload,
  type CaseScheduledPayload,
  type CaseVerifiedPayload,
  type OrderIssuedPayload,
} from '@app/common/contracts/interviews.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Clock } from '@app/common/time/clock.js';
import { CitizenMessages } from '../text-messages/citizen-messages.js';
import { mayGo } from '../tickets/domain/ticket-state.js';
import type { Ticket } from '../tickets/ticket.entity.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { TicketInterview } from './ticket-interview.entity.js';

type AboutCase = Pick<CaseOpenedPayload, 'caseId' | 'ticketId' | 'round'>;
type InterviewChanges = Partial<Omit<TicketInterview, 'ticketId' | 'caseId' | 'round'>>;

/** What the interviews service tells of a ticket (约谈): its state, the appointment, the banner, and its end. */
@Injectable()
export class InterviewEvents {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly messages: CitizenMessages,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @OnEvent(CaseOpened)
  async opened(em: EntityManager, { subject, payload }: ReceivedEvent<CaseOpenedPayload>): Promise<void> {
    const ticket = await this.tickets.lock(em, payload.ticketId);
    const { caseNumber, dueAt, openedAt } = payload;
    await this.keep(em, payload, { caseNumber, dueAt: new Date(dueAt) });
    if (!mayGo(ticket.state, 'in_interview')) return;
    const at = new Date(openedAt);
    const detail = { caseNumber, dueAt };
    await this.tickets.move(em, ticket, {
      to: 'in_interview',
      action: 'interview_opened',
      actor: by(subject),
      at,
      detail,
    });
  }

  /** The citizen is invited, once for each appointment made. */
  @OnEvent(CaseScheduled)
  async scheduled(em: EntityManager, event: ReceivedEvent<CaseScheduledPayload>): Promise<void> {
    const { payload, subject } = event;
    const ticket = await this.tickets.lock(em, payload.ticketId);
    const { startAt, endAt, placeZh, placeEn } = payload;
    await this.keep(em, payload, {
      startAt: new Date(startAt),
      endAt: new Date(endAt),
      placeZh,
      placeEn,
      heldAt: null,
      verifiedAt: null,
    });
    const at = this.clock.now();
    await this.note(em, ticket, 'interview_scheduled', subject, at, { startAt, endAt, round: payload.round });
    const place = ticket.language === 'en' ? placeEn : placeZh;
    await this.messages.toCitizen(em, ticket, 'invitation', { number: ticket.number, time: startAt, place });
  }

  /** The calendar has changed: the talk has another limit. */
  @OnEvent(CaseLimitMoved)
  async limitMoved(em: EntityManager, { payload }: ReceivedEvent<CaseLimitMovedPayload>): Promise<void> {
    const ticket = await this.tickets.lock(em, payload.ticketId);
    await this.keep(em, payload, { dueAt: new Date(payload.dueAt) });
    this.tickets.tell(em, ticket);
  }

  @OnEvent(CaseHeld)
  async held(em: EntityManager, { payload, subject }: ReceivedEvent<CaseHeldPayload>): Promise<void> {
    const ticket = await this.tickets.lock(em, payload.ticketId);
    const heldAt = new Date(payload.heldAt);
    await this.keep(em, payload, { heldAt });
    const { inTime, round } = payload;
    await this.note(em, ticket, 'interview_held', subject, heldAt, { inTime, round });
  }

  @OnEvent(CaseVerified)
  async verified(em: EntityManager, { payload, subject }: ReceivedEvent<CaseVerifiedPayload>): Promise<void> {
    const ticket = await this.tickets.lock(em, payload.ticketId);
    const verifiedAt = new Date(payload.verifiedAt);
    await this.keep(em, payload, { verifiedAt });
    const { satisfied, round } = payload;
    await this.note(em, ticket, 'interview_verified', subject, verifiedAt, { satisfied, round });
  }

  /** 销号: the interview has ended well, and the ticket with it. */
  @OnEvent(CaseClosed)
  async closed(em: EntityManager, { payload, subject }: ReceivedEvent<CaseClosedPayload>): Promise<void> {
    const ticket = await this.tickets.lock(em, payload.ticketId);
    const at = new Date(payload.closedAt);
    await this.keep(em, payload, { closedAt: at });
    if (!mayGo(ticket.state, 'closed')) return;
    const step = { to: 'closed', action: 'struck_off', actor: by(subject), at } as const;
    await this.tickets.move(em, ticket, step, { closedAt: at, closedHow: 'interview' });
    await this.outbox.add(em, TicketClosed, ticket.id, {
      ticketId: ticket.id,
      number: ticket.number,
      closedAt: payload.closedAt,
      how: 'interview',
    });
  }

  /** 黄牌 / 红牌: a banner on the ticket. */
  @OnEvent(CardIssued)
  async cardIssued(em: EntityManager, { payload, subject }: ReceivedEvent<CardIssuedPayload>): Promise<void> {
    const ticket = await this.tickets.lock(em, payload.ticketId);
    const { cardId, colour, reason, issuedAt } = payload;
    await em.query(
      `INSERT INTO ticket_notice (id, ticket_id, kind, colour, reason, issued_at) VALUES ($1, $2, 'card', $3, $4, $5)
       ON CONFLICT (id) DO NOTHING`,
      [cardId, ticket.id, colour, reason, issuedAt],
    );
    await this.note(em, ticket, 'interview_card_issued', subject, new Date(issuedAt), { colour, cardReason: reason });
  }

  /** 督办函: a banner on the ticket. */
  @OnEvent(OrderIssued)
  async orderIssued(em: EntityManager, { payload, subject }: ReceivedEvent<OrderIssuedPayload>): Promise<void> {
    const ticket = await this.tickets.lock(em, payload.ticketId);
    const { orderId, orderNumber, issuedAt, dueAt, tier } = payload;
    await em.query(
      `INSERT INTO ticket_notice (id, ticket_id, kind, number, issued_at, due_at) VALUES ($1, $2, 'order', $3, $4, $5)
       ON CONFLICT (id) DO NOTHING`,
      [orderId, ticket.id, orderNumber, issuedAt, dueAt],
    );
    await this.note(em, ticket, 'order_issued', subject, new Date(issuedAt), { orderNumber, tier });
  }

  /** A later round overwrites an earlier one, never the other way round: a healed stream may bring old news late. */
  private async keep(em: EntityManager, about: AboutCase, changes: InterviewChanges): Promise<void> {
    const { ticketId, caseId, round } = about;
    const known = await em.findOne(TicketInterview, { where: { ticketId } });
    if (!known) await em.insert(TicketInterview, { ticketId, caseId, round, ...changes });
    else if (known.round <= round) await em.update(TicketInterview, { ticketId }, { caseId, round, ...changes });
  }

  private async note(
    em: EntityManager,
    ticket: Ticket,
    action: string,
    subject: string,
    at: Date,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await this.tickets.note(em, ticket.id, { action, actor: by(subject), at, detail });
    this.tickets.tell(em, ticket);
  }
}

const by = (subject: string): SystemActor => ({ kind: 'system', name: `event:${subject}` });
