import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SystemActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { RECOUNT, Recount } from '@app/common/calendar/recount.js';
import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { TicketRepository } from '../tickets/ticket.repository.js';
import { clockOfTimer, Clocks, clockTimerKey, type ClockId } from './clocks.js';
import { pointsDue } from './domain/clock-plan.js';
import { recounted } from './domain/recounted.js';
import { TicketClock } from './ticket-clock.entity.js';

const ACTOR: SystemActor = { kind: 'system', name: `timer:${RECOUNT}` };
const BATCH = 100;

/** No index of its own: a whole recount reads the clocks once, batch behind batch, and every registration would pay for it. */
const RUNNING = `
  SELECT ticket_id AS "ticketId", kind, round FROM ticket_clock
   WHERE met_at IS NULL AND stopped_at IS NULL
     AND ($1::uuid IS NULL OR (ticket_id, kind, round) > ($1, $2::text, $3::integer))
   ORDER BY ticket_id, kind, round LIMIT ${BATCH}`;

/** Counts running limits again when the calendar has changed (domain.md §5). */
@Injectable()
export class ClockRecount {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly clocks: Clocks,
    private readonly calendars: CalendarSource,
    private readonly recount: Recount,
  ) {}

  @OnTimer(RECOUNT)
  async onChange(em: EntityManager, timer: DueTimer): Promise<void> {
    await this.recount.step(em, timer, async (after) => {
      const calendar = await this.calendars.read(em);
      const { ticketId = null, kind = null, round = null } = after === null ? {} : clockOfTimer(after);
      const batch = await em.query<ClockId[]>(RUNNING, [ticketId, kind, round]);
      for (const id of batch) await this.count(em, id, calendar, timer.now);
      const last = batch.at(-1);
      return last && batch.length === BATCH ? clockTimerKey(last) : null;
    });
  }

  /** The ticket first, then its clock: in the order in which everybody locks them. */
  private async count(em: EntityManager, id: ClockId, calendar: WorkingCalendar, now: Date): Promise<void> {
    const ticket = await this.tickets.lock(em, id.ticketId);
    const clock = await em.findOneOrFail(TicketClock, { where: { ...id }, lock: { mode: 'pessimistic_write' } });
    if (clock.metAt || clock.stoppedAt) return;
    const plan = recounted(calendar, clock, now);
    if (plan === null) return;
    const { dueAt, nearAt, points } = plan;
    await em.update(TicketClock, { ...id }, { dueAt, nearAt, points });
    const { due, next } = pointsDue(points, clock.pointsDone, now);
    const wakeAt = due.length > 0 ? now : next;
    if (wakeAt) await this.clocks.setTimer(em, id, wakeAt);
    await this.tickets.note(em, ticket.id, {
      action: 'limit_recounted',
      actor: ACTOR,
      at: now,
      detail: { clock: id.kind, from: clock.dueAt.toISOString(), dueAt: dueAt.toISOString() },
    });
    if (id.kind === 'reply') await this.tickets.change(em, ticket, { replyDueAt: dueAt });
    else this.tickets.tell(em, ticket);
  }
}
