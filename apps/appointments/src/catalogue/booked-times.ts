import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Recount } from '@app/common/calendar/recount.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { ClosedBookings } from '../bookings/closed-bookings.js';

/** Looks after the booked times of a site while its windows are changed. */
@Injectable()
export class BookedTimes {
  constructor(
    private readonly closed: ClosedBookings,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
    private readonly recount: Recount,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a change; citizens whose booking has no open window after it are told, and can move it. Duties are counted
   * anew: other hours may make other turns of them.
   * @param reason stands in the ledger of each booking
   */
  async during(
    em: EntityManager,
    { siteId, actor, reason }: { siteId: string; actor: StaffActor; reason: string },
    change: () => Promise<void>,
  ): Promise<void> {
    const now = this.clock.now();
    const today = dayOf(this.calendars.current(), now);
    const days = { fromDay: today, toDay: shiftDay(today, this.settings.horizonDays) };
    const standing = await this.closed.standing(em, siteId, days, now);
    await change();
    await this.recount.begin(em, now);
    await this.closed.tell(em, standing, { actor, reason, now });
  }
}
