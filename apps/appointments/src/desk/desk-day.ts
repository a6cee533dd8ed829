import { maskPhone } from '@app/common/auth/phone-mask.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { nationalNumber } from '@app/common/contact/phone-number.js';
import { NotFound } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import type { DeskBookingRow, DeskDayDto, DeskWindowRow } from './desk.dto.js';
import { arrivalAt, lateAfter } from './domain/arrival.js';
import {
  BOOKINGS_OF_DAY,
  DAY,
  ONE_BOOKING,
  type DayBooking,
  type DayRead,
  type DayWindow,
} from './desk-day.statement.js';
import { OpenWindows } from './open-windows.js';
import { leftSince } from './post-left.js';
import { visitRow } from './visit.js';

/** A site with more on one day than this is told that there is more. */
const MOST_ROWS = 500;

/** The day of a site's windows: who is booked, who has come, whom the windows have. */
@Injectable()
export class DeskDay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly windows: OpenWindows,
    private readonly calendars: CalendarSource,
    private readonly box: SealedBox,
    private readonly settings: AppointmentsSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * @param day at the office; today unless told
   * @throws NotFound
   */
  async read(siteId: string, day?: string): Promise<DeskDayDto> {
    const em = this.dataSource.manager;
    const now = this.clock.now();
    const today = dayOf(this.calendars.current(), now);
    const of = day ?? today;
    const [read] = await em.query<DayRead[]>(DAY, [siteId, of, MOST_ROWS + 1]);
    if (!read) throw new NotFound();
    const openSince =
      of === today ? await this.windows.since(em, { siteId, stamp: read.stamp }, now) : new Map<string, Date>();
    return {
      asOf: now.toISOString(),
      siteId,
      day: of,
      bookings: read.bookings.slice(0, MOST_ROWS).map((booking) => this.bookingRow(booking, now)),
      visits: read.visits.slice(0, MOST_ROWS).map(visitRow),
      windows: read.windows.map((window) => this.windowRow(window, openSince.get(window.id) ?? null, now)),
      more: read.bookings.length > MOST_ROWS || read.visits.length > MOST_ROWS,
    };
  }

  /** One booking as the day shows it. */
  async booking(em: EntityManager, code: string): Promise<DeskBookingRow> {
    const [booking] = await em.query<DayBooking[]>(`${BOOKINGS_OF_DAY} ${ONE_BOOKING}`, [code]);
    if (!booking) throw new NotFound();
    return this.bookingRow(booking, this.clock.now());
  }

  private bookingRow(booking: DayBooking, now: Date): DeskBookingRow {
    const { sealedPhone, ...rest } = booking;
    const span = { startAt: new Date(booking.startAt), endAt: new Date(booking.endAt) };
    const { lateMinutes, desk } = this.settings;
    const arrival = arrivalAt(this.calendars.current(), span, { lateMinutes, ...desk }, now);
    const awaited = booking.state === 'confirmed';
    return {
      ...rest,
      startAt: span.startAt.toISOString(),
      endAt: span.endAt.toISOString(),
      phoneMasked: sealedPhone === null ? null : maskPhone(nationalNumber(this.box.open(sealedPhone))),
      late: awaited && now > lateAfter(span, { lateMinutes }),
      mayCheckIn: awaited && !booking.homeVisit && (arrival === 'in-time' || arrival === 'late'),
    };
  }

  private windowRow(window: DayWindow, openSince: Date | null, now: Date): DeskWindowRow {
    const { waitingSince: _, lastActAt, ...rest } = window;
    return {
      ...rest,
      lastActAt: lastActAt === null ? null : new Date(lastActAt).toISOString(),
      left: leftSince(window, openSince, now, this.settings.desk) !== null,
    };
  }
}
