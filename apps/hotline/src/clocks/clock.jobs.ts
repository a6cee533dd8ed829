import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SystemActor } from '@app/common/auth/actor.js';
import { BreachRecorded, type BreachRecordedPayload } from '@app/common/contracts/hotline.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { newId } from '@app/common/persistence/id.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import type { TicketState } from '../tickets/domain/ticket-state.js';
import type { Ticket } from '../tickets/ticket.entity.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { CLOCK_TIMER, clockOfTimer, Clocks } from './clocks.js';
import { pointsDue, type ClockAct } from './domain/clock-plan.js';
import type { ClockKind } from './domain/clock-state.js';
import { TicketClock } from './ticket-clock.entity.js';

const ACTOR: SystemActor = { kind: 'system', name: `timer:${CLOCK_TIMER}` };

const BREACHES = {
  transfer: 'transfer_overdue',
  accept: 'acceptance_overdue',
  reply: 'reply_overdue',
} as const satisfies Record<ClockKind, BreachRecordedPayload['kind']>;

const LEDGER_ACTIONS = { remind: 'reminded', yellow: 'yellow_card', red: 'red_card' } as const;

/** Work on it has begun: a yellow card is for those where nothing has moved (domain.md §2, 黄牌). */
const IN_PROGRESS: ReadonlySet<TicketState> = new Set(['in_progress', 'awaiting_material']);

/** What happens by itself when the limits of tickets come near and pass: 催办, 黄牌, 红牌. */
@Injectable()
export class ClockJobs {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly clocks: Clocks,
    private readonly outbox: Outbox,
  ) {}

  /** Acts on every point that has come due, however late, and waits for the next. */
  @OnTimer(CLOCK_TIMER)
  async onPoint(em: EntityManager, timer: DueTimer): Promise<void> {
    const id = clockOfTimer(timer.key);
    let ticket = await this.tickets.lock(em, id.ticketId);
    const clock = await em.findOneOrFail(TicketClock, { where: { ...id }, lock: { mode: 'pessimistic_write' } });
    if (clock.metAt || clock.stoppedAt) return;
    const { due, next } = pointsDue(clock.points, clock.pointsDone, timer.now);
    for (const point of due) ticket = await this.act(em, ticket, clock, point.act, timer.now);
    await em.update(TicketClock, { ...id }, { pointsDone: clock.pointsDone + due.length });
    if (next) await this.clocks.setTimer(em, id, next);
  }

  private async act(em: EntityManager, ticket: Ticket, clock: TicketClock, act: ClockAct, at: Date): Promise<Ticket> {
    if (act === 'yellow' && IN_PROGRESS.has(ticket.state)) return ticket;
    await this.tickets.note(em, ticket.id, {
      action: LEDGER_ACTIONS[act],
      actor: ACTOR,
      at,
      detail: { clock: clock.kind, dueAt: clock.dueAt.toISOString(), unitId: clock.unitId },
    });
    if (act === 'red') await this.recordBreach(em, ticket, clock, at);
    if (act === 'remind' || ticket.card === 'red') {
      this.tickets.tell(em, ticket);
      return ticket;
    }
    return this.tickets.change(em, ticket, { card: act });
  }

  private async recordBreach(em: EntityManager, ticket: Ticket, clock: TicketClock, at: Date): Promise<void> {
    const breachId = newId();
    const kind = BREACHES[clock.kind];
    await em.query(
      'INSERT INTO breach (id, ticket_id, unit_id, kind, round, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [breachId, ticket.id, clock.unitId, kind, clock.round, at],
    );
    await this.outbox.add(em, BreachRecorded, ticket.id, {
      breachId,
      ticketId: ticket.id,
      number: ticket.number,
      ...(clock.unitId === null ? {} : { unitId: clock.unitId }),
      kind,
      recordedAt: at.toISOString(),
    });
  }
}
