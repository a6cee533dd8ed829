import { BroughtInYears } from '@app/common/calendar/brought-in-years.js';
import { CalendarYearBroughtIn, type CalendarYearBroughtInPayload } from '@app/common/contracts/hotline.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarChanges } from './calendar-changes.js';

/**
 * Keeps the years an administrator has brought in at the hotline (domain.md §5): windows open in them. A year corrected
 * may close windows; whoever is booked at one is told, and can move the booking.
 */
@Injectable()
export class CalendarYearEvents {
  constructor(
    private readonly years: BroughtInYears,
    private readonly changes: CalendarChanges,
  ) {}

  @OnEvent(CalendarYearBroughtIn)
  async broughtIn(em: EntityManager, { payload }: ReceivedEvent<CalendarYearBroughtInPayload>): Promise<void> {
    const { year, source: reason, broughtInAt } = payload;
    const days = { fromDay: `${year}-01-01`, toDay: `${year}-12-31` };
    const change = { id: String(year), action: 'year_brought_in', days, reason } as const;
    await this.changes.make(em, change, async () => {
      await this.years.keep(em, { ...payload, broughtInAt: new Date(broughtInAt) });
    });
  }
}
