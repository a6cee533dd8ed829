import { BroughtInYears } from '@app/common/calendar/brought-in-years.js';
import { Recount } from '@app/common/calendar/recount.js';
import { CalendarYearBroughtIn, type CalendarYearBroughtInPayload } from '@app/common/contracts/hotline.events.js';
import { OnEvent, type ReceivedEvent } from '@app/common/messaging/on-event.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Keeps the years an administrator has brought in at the hotline (domain.md §5), and has the open limits counted again. */
@Injectable()
export class CalendarYearEvents {
  constructor(
    private readonly years: BroughtInYears,
    private readonly recount: Recount,
    private readonly clock: Clock,
  ) {}

  @OnEvent(CalendarYearBroughtIn)
  async broughtIn(em: EntityManager, { payload }: ReceivedEvent<CalendarYearBroughtInPayload>): Promise<void> {
    await this.years.keep(em, { ...payload, broughtInAt: new Date(payload.broughtInAt) });
    await this.recount.begin(em, this.clock.now());
  }
}
