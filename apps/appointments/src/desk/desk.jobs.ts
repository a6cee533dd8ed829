import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Recurring, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { ClosedBookings } from '../bookings/closed-bookings.js';
import { Attendance, type Step } from './attendance.js';
import { DeskBookingRepository } from './desk-bookings.repository.js';
import { DeskNews } from './desk-news.js';
import { overIfBegunBefore } from './domain/arrival.js';
import { dayOverAt } from './domain/day-end.js';
import { OpenWindows } from './open-windows.js';
import { VisitRepository, type EndedVisit } from './visits.repository.js';

const SESSION_OVER = 'desk.session-over';
const DAY_OVER = 'desk.day-over';
/** In one run, so that no transaction grows long; the rest is left to the next. */
const MOST_AT_ONCE = 500;

/** What happens by itself when a session and when a day is over. */
@Injectable()
export class DeskJobs {
  constructor(
    private readonly bookings: DeskBookingRepository,
    private readonly visits: VisitRepository,
    private readonly attendance: Attendance,
    private readonly closed: ClosedBookings,
    private readonly windows: OpenWindows,
    private readonly ledger: Ledger,
    private readonly news: DeskNews,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * 爽约: bookings whose session is over and whose citizen has not come are missed. Where the office itself could not keep
   * the time nobody has missed it: it ends as cancelled.
   */
  @Recurring(SESSION_OVER, { cron: '*/5 * * * *' })
  async endSessions(em: EntityManager, { kind, now }: DueTimer): Promise<void> {
    const begunBefore = overIfBegunBefore(this.calendars.current(), now);
    const over = await this.bookings.lockOver(em, begunBefore, now, MOST_AT_ONCE);
    const unkept = await this.closed.unkept(
      em,
      over.map(({ id }) => id),
    );
    for (const booking of over) {
      const by = { actor: actorOf(kind), at: now };
      if (unkept.has(booking.id)) await this.attendance.unkept(em, booking, by);
      else await this.attendance.missed(em, booking, by);
    }
  }

  /**
   * Visits that nobody has ended: once a site has closed and its windows have stopped, who has not been at one leaves
   * without having been served. It was not the citizen who missed it, and counts as no no-show. At midnight who is
   * still at a window was served.
   */
  @Recurring(DAY_OVER, { cron: '*/5 * * * *' })
  async endDays(em: EntityManager, { kind, now }: DueTimer): Promise<void> {
    const day = dayOf(this.calendars.current(), now);
    const ended = await this.visits.endDaysBefore(em, day, now, MOST_AT_ONCE);
    for (const site of await this.visits.waitedFor(em, day)) {
      const closingAt = await this.windows.closingAt(em, site, now);
      const overAt = dayOverAt({ ...site, closingAt }, this.settings.graceMinutes, now);
      if (overAt === null) continue;
      ended.push(...(await this.visits.endDay(em, { siteId: site.siteId, day, overAt }, now, MOST_AT_ONCE)));
    }
    for (const visit of ended) await this.note(em, visit, { actor: actorOf(kind), at: now });
  }

  private async note(em: EntityManager, visit: EndedVisit, by: Step): Promise<void> {
    const { id, number, bookingId, state } = visit;
    await this.ledger.write(em, { itemType: 'visit', itemId: id, action: state, ...by, detail: { number } });
    this.news.tell(em, visit);
    const booking = bookingId === null ? null : await this.bookings.lockById(em, bookingId);
    if (booking?.state !== 'arrived') return;
    if (state === 'finished') await this.attendance.served(em, booking, by);
    else await this.attendance.unserved(em, booking, by);
  }
}

function actorOf(kind: string): SystemActor {
  return { kind: 'system', name: `timer:${kind}` };
}
