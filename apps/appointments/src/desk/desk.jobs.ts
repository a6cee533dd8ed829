import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Recurring, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Attendance } from './attendance.js';
import { DeskBookingRepository } from './desk-bookings.repository.js';
import { overIfBegunBefore } from './domain/arrival.js';
import { VisitRepository } from './visits.repository.js';

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
    private readonly ledger: Ledger,
    private readonly calendars: CalendarSource,
  ) {}

  /** 爽约: bookings whose session is over and whose citizen has not come are missed. */
  @Recurring(SESSION_OVER, { cron: '*/5 * * * *' })
  async endSessions(em: EntityManager, { kind, now }: DueTimer): Promise<void> {
    const begunBefore = overIfBegunBefore(this.calendars.current(), now);
    for (const booking of await this.bookings.lockOver(em, begunBefore, now, MOST_AT_ONCE)) {
      await this.attendance.missed(em, booking, { actor: actorOf(kind), at: now });
    }
  }

  /**
   * Visits that nobody has ended on their day: who was at a window was served, the others have left. A booking whose
   * citizen came and was not served stays `arrived`: it was not the citizen who missed it.
   */
  @Recurring(DAY_OVER, { cron: '*/15 * * * *' })
  async endDays(em: EntityManager, { kind, now }: DueTimer): Promise<void> {
    const by = { actor: actorOf(kind), at: now };
    const today = dayOf(this.calendars.current(), now);
    for (const { id, bookingId, state } of await this.visits.closeDaysBefore(em, today, now, MOST_AT_ONCE)) {
      await this.ledger.write(em, { itemType: 'visit', itemId: id, action: state, ...by });
      if (state === 'finished' && bookingId !== null) {
        await this.attendance.served(em, await this.bookings.lockById(em, bookingId), by);
      }
    }
  }
}

function actorOf(kind: string): SystemActor {
  return { kind: 'system', name: `timer:${kind}` };
}
