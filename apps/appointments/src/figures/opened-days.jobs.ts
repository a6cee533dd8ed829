import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { Recurring, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysBetween } from '../schedule/domain/day-kind.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';
import { openedSessions } from './domain/opened-session.js';
import { OpenedDays } from './opened-days.repository.js';

/** In one run, so that no transaction grows long; the rest is left to the next. */
const MOST_DAYS = 31;

/** Keeps what was open on each day as soon as it is over: what is planned otherwise later does not change the past. */
@Injectable()
export class OpenedDaysJobs {
  constructor(
    private readonly opened: OpenedDays,
    private readonly schedules: ScheduleRepository,
    private readonly calendars: CalendarSource,
  ) {}

  /** At midnight. Days that ended while the service was down are made up, by the schedule it finds when it is back. */
  @Recurring('figures.keep-opened', { cron: '*/15 * * * *' })
  async keep(em: EntityManager, { now }: DueTimer): Promise<void> {
    const calendar = this.calendars.current();
    const yesterday = shiftDay(dayOf(calendar, now), -1);
    const days = daysBetween(await this.firstToKeep(em, yesterday), yesterday).slice(0, MOST_DAYS);
    const [fromDay, toDay] = [days.at(0), days.at(-1)];
    if (fromDay === undefined || toDay === undefined) return;
    const schedules = await this.schedules.read(em, null, { fromDay, toDay });
    const sessionsOf = (day: Day) => schedules.flatMap((schedule) => openedSessions(calendar, schedule, day));
    await this.opened.keep(em, days, sessionsOf, now);
  }

  private async firstToKeep(em: EntityManager, yesterday: Day): Promise<Day> {
    const last = await this.opened.lastKept(em);
    return last === null ? ((await this.opened.firstDay(em)) ?? yesterday) : shiftDay(last, 1);
  }
}
