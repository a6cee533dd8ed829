import type { SessionName, WorkingCalendar } from '@app/common/calendar/calendar.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysBetween, mondayOf } from '../schedule/domain/day-kind.js';
import { openSessions } from '../schedule/domain/open-sessions.js';
import type { Days, SiteSchedule } from '../schedule/domain/site-schedule.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';

/** When windows were, or will be, open. */
export interface OfferedTime {
  /** Of windows with a counter, whatever their places. */
  openMinutes: number;
  /** Of places: what could be booked. */
  readonly sessions: Map<SessionName, number>;
}

/** The time that windows offer, by their schedule as it stands now. */
@Injectable()
export class OfferedTimes {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly calendars: CalendarSource,
  ) {}

  /** @param siteId null: all sites */
  async by(
    em: EntityManager,
    group: 'site' | 'week',
    siteId: string | null,
    days: Days,
  ): Promise<Map<string, OfferedTime>> {
    const schedules = await this.schedules.read(em, siteId === null ? null : [siteId], days);
    return offeredTimes(this.calendars.current(), schedules, group, days);
  }
}

function offeredTimes(
  calendar: WorkingCalendar,
  schedules: readonly SiteSchedule[],
  group: 'site' | 'week',
  { fromDay, toDay }: Days,
): Map<string, OfferedTime> {
  const offered = new Map<string, OfferedTime>();
  for (const schedule of schedules) {
    const counters = new Set(schedule.windows.filter(({ kind }) => kind === 'counter').map(({ id }) => id));
    for (const day of daysBetween(fromDay, toDay)) {
      const key = group === 'site' ? schedule.siteId : mondayOf(day);
      const time = offered.get(key) ?? { openMinutes: 0, sessions: new Map<SessionName, number>() };
      offered.set(key, time);
      for (const { windowId, session, fromMinute, toMinute, capacity } of openSessions(calendar, schedule, day)) {
        const minutes = toMinute - fromMinute;
        if (counters.has(windowId)) time.openMinutes += minutes;
        time.sessions.set(session, (time.sessions.get(session) ?? 0) + minutes * capacity);
      }
    }
  }
  return offered;
}
