import type { SystemActor } from '@app/common/auth/actor.js';
import { DeclaredDays } from '@app/common/calendar/declared-days.js';
import { CalendarDayDeclared, type CalendarDayDeclaredPayload } from '@app/common/contracts/hotline.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClosedBookings, type StandingBookings } from '../bookings/closed-bookings.js';
import { raiseStamp } from '../schedule/schedule-stamp.js';

const SITES = 'SELECT id FROM site ORDER BY id';
const TOLD_BY_HOTLINE: SystemActor = { kind: 'system', name: 'hotline' };

/**
 * Keeps the office's own days as the hotline tells them (domain.md §5). A day declared free closes windows: whoever is
 * booked at one is told, and can move the booking.
 */
@Injectable()
export class CalendarDayEvents {
  constructor(
    private readonly days: DeclaredDays,
    private readonly closed: ClosedBookings,
    private readonly clock: Clock,
  ) {}

  @OnEvent(CalendarDayDeclared)
  async declared(em: EntityManager, { payload }: ReceivedEvent<CalendarDayDeclaredPayload>): Promise<void> {
    const { day, kind, reason, declaredAt } = payload;
    const now = this.clock.now();
    const sites = (await em.query<{ id: string }[]>(SITES)).map(({ id }) => id);
    const standing: StandingBookings[] = [];
    for (const siteId of sites)
      standing.push(await this.closed.standing(em, siteId, { fromDay: day, toDay: day }, now));
    await this.days.declare(em, { day, kind, reason, declaredAt: new Date(declaredAt) });
    await raiseStamp(em, ...sites);
    for (const one of standing) await this.closed.tell(em, one, { actor: TOLD_BY_HOTLINE, reason, now });
  }
}
