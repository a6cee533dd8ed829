import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClosedBookings } from '../bookings/closed-bookings.js';
import { mayBecome } from '../bookings/domain/booking-state.js';
import { AppointmentsSettings } from '../appointments.settings.js';
import { Attendance } from './attendance.js';
import { DeskBookingRepository, type DeskBooking } from './desk-bookings.repository.js';
import { DeskDay } from './desk-day.js';
import type { DeskBookingRow } from './desk.dto.js';
import { CitizenArrived } from './desk.errors.js';
import { lateAfter } from './domain/arrival.js';
import { officeDayTime } from './domain/office-time.js';

/** What the clerk says of bookings without a visit at the windows: 爽约, and home visits that were made. */
@Injectable()
export class MissedBookings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bookings: DeskBookingRepository,
    private readonly attendance: Attendance,
    private readonly closed: ClosedBookings,
    private readonly day: DeskDay,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * The citizen did not come. Who has checked in is called, and passed over at the window. A time that the office itself
   * could not keep is not the citizen's to miss: it ends as cancelled.
   * @throws NotFound, CitizenArrived (409), WrongState (409), RuleBroken `not-late-yet`
   */
  miss(staff: StaffActor, code: string): Promise<DeskBookingRow> {
    return this.with(code, async (em, booking, at) => {
      if (booking.state === 'arrived') throw new CitizenArrived();
      const after = lateAfter(booking, this.settings);
      if (booking.state === 'confirmed' && at <= after) this.tooSoon('not-late-yet', after);
      const by = { actor: staff, at };
      if (await this.closed.isUnkept(em, booking)) await this.attendance.unkept(em, booking, by);
      else await this.attendance.missed(em, booking, by);
    });
  }

  /**
   * A home visit was made.
   * @throws NotFound, WrongState (409), RuleBroken `not-a-home-visit`, `not-begun-yet`
   */
  visited(staff: StaffActor, code: string): Promise<DeskBookingRow> {
    return this.with(code, async (em, booking, at) => {
      if (!booking.homeVisit) throw new RuleBroken('not-a-home-visit');
      if (mayBecome(booking.state, 'served') && at < booking.startAt) this.tooSoon('not-begun-yet', booking.startAt);
      await this.attendance.served(em, booking, { actor: staff, at });
    });
  }

  private with(
    code: string,
    act: (em: EntityManager, booking: DeskBooking, at: Date) => Promise<void>,
  ): Promise<DeskBookingRow> {
    return this.dataSource.transaction(async (em) => {
      const booking = await this.bookings.lock(em, code);
      if (!booking) throw new NotFound();
      await act(em, booking, this.clock.now());
      return this.day.booking(em, code);
    });
  }

  private tooSoon(rule: string, from: Date): never {
    const fromTime = officeDayTime(this.calendars.current().timeZone, from);
    throw new RuleBroken(rule, { from: from.toISOString(), fromTime });
  }
}
