import { DeclaredDays } from '@app/common/calendar/declared-days.js';
import { Recount } from '@app/common/calendar/recount.js';
import { CalendarDayDeclared, type CalendarDayDeclaredPayload } from '@app/common/contracts/hotline.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Keeps the office's own days as the hotline tells them, and has the open limits counted again. */
@Injectable()
export class CalendarDayEvents {
  constructor(
    private readonly days: DeclaredDays,
    private readonly recount: Recount,
    private readonly clock: Clock,
  ) {}

  @OnEvent(CalendarDayDeclared)
  async declared(em: EntityManager, { payload }: ReceivedEvent<CalendarDayDeclaredPayload>): Promise<void> {
    const { day, kind, reason, declaredAt } = payload;
    await this.days.declare(em, { day, kind, reason, declaredAt: new Date(declaredAt) });
    await this.recount.begin(em, this.clock.now());
  }
}
