import { Ledger } from '@app/common/audit/ledger.js';
import type { StaffActor } from '@app/common/auth/actor.js';
import { Clock } from '@app/common/time/clock.js';
import { Timers } from '@app/common/timers/timers.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BookingsWithoutTime } from './bookings-without-time.js';
import type { Days } from './domain/site-schedule.js';
import { raiseStamp } from './schedule-stamp.js';
import type { BookingWithoutTime } from './schedule-admin.dto.js';
import { TIME_TAKEN } from './schedule-timers.js';

/** What was done to the schedule. */
export interface ScheduleAct {
  readonly actor: StaffActor;
  readonly type: 'closure' | 'schedule-exception' | 'published-week';
  readonly id: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What follows from a change of the schedule: the ledger, the stamps, and the bookings that lost their time. */
@Injectable()
export class ScheduleChanges {
  constructor(
    private readonly ledger: Ledger,
    private readonly withoutTime: BookingsWithoutTime,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  /**
   * To be called after the change, in its transaction. Bookings that have no time any more are cancelled and their
   * citizens told, each by a timer of its own, as soon as the change is committed.
   * @returns those bookings
   */
  async follow(
    em: EntityManager,
    act: ScheduleAct,
    siteIds: readonly string[],
    days: Days,
  ): Promise<BookingWithoutTime[]> {
    const now = this.clock.now();
    const { type, id, action, actor, detail } = act;
    await this.ledger.write(em, { itemType: type, itemId: id, action, actor, at: now, detail });
    await raiseStamp(em, ...siteIds);
    const found = await this.withoutTime.find(em, siteIds, days, now);
    for (const { id: key } of found) {
      await this.timers.set(em, { kind: TIME_TAKEN, key, dueAt: now });
    }
    return found.map(({ shown }) => shown);
  }
}
