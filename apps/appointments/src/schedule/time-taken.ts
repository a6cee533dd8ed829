import { OnTimer, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BookingSteps } from '../bookings/booking-steps.service.js';
import { BookingsWithoutTime } from './bookings-without-time.js';
import { TIME_TAKEN } from './schedule-timers.js';

/** Ends bookings whose time the schedule has taken, and tells their citizens. */
@Injectable()
export class TimeTaken {
  constructor(
    private readonly withoutTime: BookingsWithoutTime,
    private readonly steps: BookingSteps,
  ) {}

  /** Only if the booking still has no time: the schedule may have been changed back, the booking moved. */
  @OnTimer(TIME_TAKEN)
  async end(em: EntityManager, { kind, key, now }: DueTimer): Promise<void> {
    const found = await this.withoutTime.one(em, key, now);
    if (found) await this.steps.cancel(em, { kind: 'system', name: `timer:${kind}` }, found.code, null);
  }
}
