import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openSessions } from '../schedule/domain/open-sessions.js';
import type { Days } from '../schedule/domain/site-schedule.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';
import type { Booking } from './booking.js';
import { BookingMessages } from './booking-messages.js';
import { BOOKING_COLUMNS } from './booking.repository.js';

const CONFIRMED = `
  SELECT ${BOOKING_COLUMNS} FROM booking b
   WHERE b.site_id = $1 AND b.day BETWEEN $2::date AND $3::date AND b.state = 'confirmed' AND b.start_at > $4
     AND b.resource_kind = 'window'
   ORDER BY b.start_at, b.id`;

/** Bookings of some days of a site whose windows are open for them. */
export interface StandingBookings {
  readonly siteId: string;
  readonly days: Days;
  readonly bookings: readonly Booking[];
}

/**
 * Tells citizens whose booking the office cannot keep (domain.md §3): something closes their window. Read what stands
 * before the change, tell after it, both in its transaction. The booking stays, so that the citizen can move it in one
 * step by its code.
 */
@Injectable()
export class ClosedBookings {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly messages: BookingMessages,
    private readonly ledger: Ledger,
    private readonly calendars: CalendarSource,
  ) {}

  /** The confirmed bookings from now on whose window is open for them, by their start. */
  async standing(em: EntityManager, siteId: string, days: Days, now: Date): Promise<StandingBookings> {
    const bookings = await em.query<Booking[]>(CONFIRMED, [siteId, days.fromDay, days.toDay, now]);
    return { siteId, days, bookings: await this.stillOpen(em, siteId, days, bookings) };
  }

  /**
   * Tells the citizens whose window has closed since.
   * @returns their bookings, by their start
   */
  async tell(
    em: EntityManager,
    { siteId, days, bookings }: StandingBookings,
    { actor, reason, now }: { actor: Actor; reason: string; now: Date },
  ): Promise<Booking[]> {
    const open = new Set(await this.stillOpen(em, siteId, days, bookings));
    const closed = bookings.filter((booking) => !open.has(booking));
    for (const booking of closed) {
      const { id, code, startAt } = booking;
      await this.messages.send(em, booking, 'booking_closed', { code, time: startAt.toISOString() });
      await this.ledger.write(em, { itemType: 'booking', itemId: id, action: 'window-closed', actor, at: now, reason });
    }
    return closed;
  }

  private async stillOpen(
    em: EntityManager,
    siteId: string,
    days: Days,
    bookings: readonly Booking[],
  ): Promise<Booking[]> {
    if (bookings.length === 0) return [];
    const [schedule] = await this.schedules.read(em, [siteId], days);
    if (!schedule) return [];
    const calendar = await this.calendars.read(em);
    const ofDay = new Map(
      [...new Set(bookings.map(({ day }) => day))].map((day) => [day, openSessions(calendar, schedule, day)]),
    );
    return bookings.filter(({ windowId, day, startAt }) =>
      ofDay.get(day)?.some((open) => open.windowId === windowId && open.startAt <= startAt && startAt < open.endAt),
    );
  }
}
