import type { SystemActor } from '@app/common/auth/actor.js';
import { BroughtInYears } from '@app/common/calendar/brought-in-years.js';
import { CalendarYearBroughtIn, type CalendarYearBroughtInPayload } from '@app/common/contracts/hotline.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClosedBookings, type StandingBookings } from '../bookings/closed-bookings.js';
import { raiseStamp } from '../schedule/schedule-stamp.js';

const SITES = 'SELECT id FROM site ORDER BY id';
const TOLD_BY_HOTLINE: SystemActor = { kind: 'system', name: 'hotline' };

/**
 * Keeps the years an administrator has brought in at the hotline (domain.md §5): windows open in them. A year corrected
 * may close windows; whoever is booked at one is told, and can move the booking.
 */
@Injectable()
export class CalendarYearEvents {
  constructor(
    private readonly years: BroughtInYears,
    private readonly closed: ClosedBookings,
    private readonly clock: Clock,
  ) {}

  @OnEvent(CalendarYearBroughtIn)
  async broughtIn(em: EntityManager, { payload }: ReceivedEvent<CalendarYearBroughtInPayload>): Promise<void> {
    const { year, source: reason, broughtInAt } = payload;
    const now = this.clock.now();
    const days = { fromDay: `${year}-01-01`, toDay: `${year}-12-31` };
    const sites = (await em.query<{ id: string }[]>(SITES)).map(({ id }) => id);
    const standing: StandingBookings[] = [];
    for (const siteId of sites) standing.push(await this.closed.standing(em, siteId, days, now));
    await this.years.keep(em, { ...payload, broughtInAt: new Date(broughtInAt) });
    await raiseStamp(em, ...sites);
    for (const one of standing) await this.closed.tell(em, one, { actor: TOLD_BY_HOTLINE, reason, now });
  }
}
