import { DeclaredDays } from '@app/common/calendar/declared-days.js';
import { CalendarDayDeclared, type CalendarDayDeclaredPayload } from '@app/common/contracts/hotline.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarChanges } from './calendar-changes.js';

/**
 * Keeps the office's own days as the hotline tells them (domain.md §5). A day declared free closes windows: whoever is
 * booked at one is told, and can move the booking.
 */
@Injectable()
export class CalendarDayEvents {
  constructor(
    private readonly days: DeclaredDays,
    private readonly changes: CalendarChanges,
  ) {}

  @OnEvent(CalendarDayDeclared)
  async declared(em: EntityManager, { payload }: ReceivedEvent<CalendarDayDeclaredPayload>): Promise<void> {
    const { day, kind, reason, declaredAt } = payload;
    const change = { id: day, action: 'day_declared', days: { fromDay: day, toDay: day }, reason } as const;
    await this.changes.make(em, change, () =>
      this.days.declare(em, { day, kind, reason, declaredAt: new Date(declaredAt) }),
    );
  }
}
