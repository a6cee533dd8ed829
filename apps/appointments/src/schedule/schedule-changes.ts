import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Recount } from '@app/common/calendar/recount.js';
import type { Day } from '@app/common/calendar/zone.js';
import { NotFound, RuleBroken } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClosedBookings, type StandingBookings } from '../bookings/closed-bookings.js';
import { BookingsWithoutTime } from './bookings-without-time.js';
import type { Days } from './domain/site-schedule.js';
import { ScheduleNews } from './schedule-news.js';
import { raiseStamp } from './schedule-stamp.js';
import type { BookingWithoutTime, ScheduleTakenBack } from './schedule-admin.dto.js';

const MOST_SHOWN = 500;

/** What is done to the schedule of some sites and days. */
export interface ScheduleAct {
  readonly actor: Actor;
  readonly type: 'closure' | 'schedule-exception' | 'published-week' | 'calendar';
  readonly id: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly siteIds: readonly string[];
  readonly days: Days;
  /** What citizens are told their booking cannot be kept for; stands in the ledger. */
  readonly reason: string;
}

/** One kind of changes of single days, which are kept and can be taken back. */
export interface KeptChanges<R> {
  readonly type: 'closure' | 'schedule-exception';
  readonly table: 'closure' | 'schedule_exception';
  /** Columns of the table as a row of the API. */
  readonly columns: string;
  readonly about: (em: EntityManager, row: R) => Promise<Pick<ScheduleAct, 'siteIds' | 'days' | 'reason'>>;
}

/**
 * The one way in which the schedule is changed: into the ledger, and whoever it takes a booked time from is told, as are
 * those who look at it. Duties of the rosters that stand are counted anew, as they may count as other turns now.
 */
@Injectable()
export class ScheduleChanges {
  constructor(
    private readonly closed: ClosedBookings,
    private readonly withoutTime: BookingsWithoutTime,
    private readonly ledger: Ledger,
    private readonly news: ScheduleNews,
    private readonly recount: Recount,
    private readonly dataSource: DataSource,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken (422) `day-is-over`: what is over stays as it was */
  requireNotOver(day: Day): void {
    if (day < dayOf(this.calendars.current(), this.clock.now())) throw new RuleBroken('day-is-over');
  }

  /** Keeps a change of some days in the transaction of `em`; answers as `make`. */
  async keep<R extends { readonly id: string }>(
    em: EntityManager,
    { kept, row, actor, action }: { kept: KeptChanges<R>; row: R; actor: Actor; action: string },
    write: () => Promise<void>,
  ): Promise<BookingWithoutTime[]> {
    const about = await kept.about(em, row);
    return this.make(em, { ...about, type: kept.type, id: row.id, actor, action, detail: { ...row } }, write);
  }

  /**
   * Takes a change of some days back: they are as their week again.
   * @throws NotFound
   */
  takeBack<R extends { readonly id: string }>(
    kept: KeptChanges<R>,
    actor: Actor,
    id: string,
  ): Promise<ScheduleTakenBack> {
    return this.dataSource.transaction(async (em) => {
      const [row] = await em.query<R[]>(`SELECT ${kept.columns} FROM ${kept.table} WHERE id = $1 FOR UPDATE`, [id]);
      if (!row) throw new NotFound();
      const affected = await this.keep(em, { kept, row, actor, action: 'taken-back' }, async () => {
        await em.query(`DELETE FROM ${kept.table} WHERE id = $1`, [id]);
      });
      return { id, affected };
    });
  }

  /**
   * Makes a change in the transaction of `em`.
   * @returns the bookings that have lost their time by it, 500 at most, by site and start; the
   *   citizens of all of them are told, and can move them
   */
  async make(em: EntityManager, act: ScheduleAct, change: () => Promise<void>): Promise<BookingWithoutTime[]> {
    const now = this.clock.now();
    const { type, id, action, actor, detail, siteIds, days, reason } = act;
    const standing: StandingBookings[] = [];
    for (const siteId of siteIds) standing.push(await this.closed.standing(em, siteId, days, now));
    await change();
    await this.ledger.write(em, { itemType: type, itemId: id, action, actor, at: now, detail });
    await raiseStamp(em, ...siteIds);
    await this.recount.begin(em, now);
    const lost: BookingWithoutTime[] = [];
    for (const one of standing) {
      const told = await this.closed.tell(em, one, { actor, reason, now });
      lost.push(...told.map((booking) => this.withoutTime.shown(booking)));
    }
    this.news.tell(em, ...siteIds);
    return lost.slice(0, MOST_SHOWN);
  }
}
