import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { TicketClosed, TicketDispatched, TicketReplied } from '@app/common/contracts/hotline.events.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { Clocks } from '../clocks/clocks.js';
import { planWorkingDays, resumePlan, type ClockPlan } from '../clocks/domain/clock-plan.js';
import { ContactService } from '../confidentiality/contact.service.js';
import { UnitDirectory } from '../directory/unit-directory.js';
import { HotlineSettings } from '../hotline.settings.js';
import { ServiceItems } from '../service-items/service-items.js';
import { CitizenMessages } from '../text-messages/citizen-messages.js';
import { TicketActing } from './ticket-acting.js';
import { TicketReply } from './ticket-reply.entity.js';
import type { Ticket } from './ticket.entity.js';
import { TicketRepository } from './ticket.repository.js';

/** What staff do with a ticket between its registration and its rating. Each is one transaction. */
@Injectable()
export class TicketService {
  constructor(
    private readonly acting: TicketActing,
    private readonly tickets: TicketRepository,
    private readonly clocks: Clocks,
    private readonly calendar: CalendarSource,
    private readonly items: ServiceItems,
    private readonly units: UnitDirectory,
    private readonly contacts: ContactService,
    private readonly messages: CitizenMessages,
    private readonly outbox: Outbox,
    private readonly settings: HotlineSettings,
  ) {}

  /**
   * 交办: sends a ticket to a unit, whose clocks start now, not when it chooses to sign for it (domain.md §2). Sent back
   * to the unit that has just returned it, the reply clock goes on with the time it had left: returning gains none.
   * @throws RuleBroken (422) `not-a-handling-unit`
   */
  async dispatch(
    actor: Actor,
    id: string,
    version: number,
    { unitId, note }: { unitId: string; note?: string },
  ): Promise<void> {
    const unit = await this.units.unit(unitId);
    if (unit?.kind !== 'unit' || !unit.active) throw new RuleBroken('not-a-handling-unit', { unitId });
    await this.acting.act(actor, 'dispatch', id, version, async (em, ticket, at) => {
      await this.clocks.meet(em, id, 'transfer', at);
      const back = ticket.state === 'returned' && ticket.unitId === unitId;
      const round = ticket.dispatchRound + 1;
      const reply = await this.replyPlan(em, ticket, back, at);
      const accept = planWorkingDays(this.calendar.current(), 'accept', at, this.settings.acceptDays);
      await this.clocks.start(em, { ticketId: id, kind: 'accept', round }, unitId, accept);
      await this.clocks.start(em, { ticketId: id, kind: 'reply', round }, unitId, reply);
      await this.tickets.move(
        em,
        ticket,
        {
          to: 'dispatched',
          action: 'dispatched',
          actor,
          at,
          detail: { unitId, replyDueAt: reply.dueAt.toISOString() },
        },
        {
          unitId,
          note: note ? await this.contacts.hide(em, ticket, note) : null,
          dispatchRound: round,
          dispatchedAt: at,
          acceptedAt: null,
          replyDueAt: reply.dueAt,
          card: back ? ticket.card : null,
        },
      );
      await this.outbox.add(em, TicketDispatched, id, {
        ticketId: id,
        number: ticket.number,
        unitId,
        dispatchedAt: at.toISOString(),
        replyDueAt: reply.dueAt.toISOString(),
      });
    });
  }

  /** 签收: who accepts owns the matter until the next one has accepted it (首接负责). */
  async accept(actor: Actor, id: string, version: number): Promise<void> {
    await this.acting.act(actor, 'accept', id, version, async (em, ticket, at) => {
      await this.clocks.meet(em, id, 'accept', at);
      await this.tickets.move(em, ticket, { to: 'accepted', action: 'accepted', actor, at }, { acceptedAt: at });
    });
  }

  /** 退回: back to the hotline, whose transfer clock runs again; the unit's clocks stand until it is decided. */
  async return(actor: Actor, id: string, version: number, reason: string): Promise<void> {
    await this.acting.act(actor, 'return', id, version, async (em, ticket, at) => {
      const note = await this.contacts.hide(em, ticket, reason);
      await this.clocks.stop(em, id, ['accept', 'reply'], at);
      const plan = planWorkingDays(this.calendar.current(), 'transfer', at, this.settings.transfer.usualDays);
      await this.clocks.start(em, { ticketId: id, kind: 'transfer', round: ticket.dispatchRound + 1 }, null, plan);
      const step = { to: 'returned', action: 'returned', actor, at, reason: note } as const;
      await this.tickets.move(em, ticket, step, { note, replyDueAt: null });
    });
  }

  /** 答复: the citizen is asked for a rating, every time (domain.md §2, After the reply). */
  async reply(actor: Actor, id: string, version: number, text: string): Promise<void> {
    await this.acting.act(actor, 'reply', id, version, async (em, ticket, at) => {
      const inTime = (await this.clocks.meet(em, id, 'reply', at)) ?? true;
      await this.insertReply(em, ticket, { how: 'reply', text, actor, at, inTime });
      const card = ticket.card === 'red' ? 'red' : null;
      await this.tickets.move(
        em,
        ticket,
        { to: 'replied', action: 'replied', actor, at, detail: { inTime } },
        { repliedAt: at, card },
      );
      const { number, unitId } = ticket;
      if (unitId !== null) {
        const replied = { ticketId: id, number, unitId, repliedAt: at.toISOString(), inTime };
        await this.outbox.add(em, TicketReplied, id, replied);
      }
      await this.messages.toCitizen(em, ticket, 'rating', { number });
    });
  }

  /** 即办: answered on the spot and struck off; the citizen rates this one too. */
  async answer(actor: Actor, id: string, version: number, text: string): Promise<void> {
    await this.acting.act(actor, 'answer', id, version, async (em, ticket, at) => {
      await this.insertReply(em, ticket, { how: 'answer', text, actor, at, inTime: null });
      await this.strikeOff(em, ticket, { to: 'answered', action: 'answered', actor, at });
      await this.messages.toCitizen(em, ticket, 'rating', { number: ticket.number });
    });
  }

  /** 不予受理: never without its legal basis, which the citizen reads. */
  async refuse(actor: Actor, id: string, version: number, legalBasis: string): Promise<void> {
    await this.acting.act(actor, 'refuse', id, version, async (em, ticket, at) => {
      await this.insertReply(em, ticket, { how: 'refusal', text: legalBasis, actor, at, inTime: null });
      await this.strikeOff(em, ticket, { to: 'refused', action: 'refused', actor, at, reason: legalBasis });
    });
  }

  private async replyPlan(em: EntityManager, ticket: Ticket, back: boolean, at: Date): Promise<ClockPlan> {
    const calendar = this.calendar.current();
    const stopped = back ? await this.clocks.stopped(em, ticket.id, 'reply') : null;
    if (stopped) return resumePlan(calendar, 'reply', stopped, at);
    return planWorkingDays(calendar, 'reply', at, await this.items.replyLimitDays(ticket));
  }

  private async insertReply(
    em: EntityManager,
    ticket: Ticket,
    reply: Pick<TicketReply, 'how' | 'text' | 'inTime'> & { actor: Actor; at: Date },
  ): Promise<void> {
    const { how, text, inTime, actor, at } = reply;
    const staff: StaffActor | null = actor.kind === 'staff' ? actor : null;
    await em.insert(TicketReply, {
      id: newId(),
      ticketId: ticket.id,
      how,
      text,
      unitId: how === 'reply' ? ticket.unitId : (staff?.unitId ?? null),
      repliedBy: staff?.id ?? null,
      repliedAt: at,
      inTime,
    });
  }

  private async strikeOff(
    em: EntityManager,
    ticket: Ticket,
    step: { to: 'answered' | 'refused'; action: string; actor: Actor; at: Date; reason?: string },
  ): Promise<void> {
    const { at, to } = step;
    await this.clocks.meet(em, ticket.id, 'transfer', at);
    await this.tickets.move(em, ticket, step, {
      repliedAt: at,
      closedAt: at,
      closedHow: to,
      replyDueAt: null,
      card: null,
    });
    await this.outbox.add(em, TicketClosed, ticket.id, {
      ticketId: ticket.id,
      number: ticket.number,
      closedAt: at.toISOString(),
      how: to,
    });
  }
}
