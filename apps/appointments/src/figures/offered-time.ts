import type { SessionName } from '@app/common/calendar/calendar.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { daysBetween, mondayOf } from '../schedule/domain/day-kind.js';
import type { Days } from '../schedule/domain/site-schedule.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';
import { openedSessions } from './domain/opened-session.js';
import { OpenedDays, type OfferedCount } from './opened-days.repository.js';

const SITES = 'SELECT id FROM site WHERE active AND ($1::uuid IS NULL OR id = $1)';

/** When windows were, or will be, open. */
export interface OfferedTime {
  /** Of windows with a counter, whatever their places. */
  openMinutes: number;
  /** Of places: what could be booked. */
  readonly sessions: Map<SessionName, number>;
}

/** The time that windows offer: on days that are over as it was kept then, on the others by their schedule. */
@Injectable()
export class OfferedTimes {
  constructor(
    private readonly opened: OpenedDays,
    private readonly schedules: ScheduleRepository,
    private readonly calendars: CalendarSource,
  ) {}

  /**
   * @param siteId null: all sites
   * @returns by site or by Monday; sites and weeks without a session have their entry too
   */
  async by(
    em: EntityManager,
    group: 'site' | 'week',
    siteId: string | null,
    days: Days,
  ): Promise<Map<string, OfferedTime>> {
    const offered = new Map((await this.keys(em, group, siteId, days)).map((key) => [key, nothing()]));
    const counts = [
      ...(await this.opened.offered(em, group, siteId, days)),
      ...(await this.planned(em, group, siteId, days)),
    ];
    for (const { key, session, openMinutes, offeredMinutes } of counts) {
      const time = offered.get(key) ?? nothing();
      offered.set(key, time);
      time.openMinutes += openMinutes;
      time.sessions.set(session, (time.sessions.get(session) ?? 0) + offeredMinutes);
    }
    return offered;
  }

  private async keys(em: EntityManager, group: 'site' | 'week', siteId: string | null, days: Days): Promise<string[]> {
    if (group === 'week') return daysBetween(days.fromDay, days.toDay).map(mondayOf);
    return (await em.query<{ id: string }[]>(SITES, [siteId])).map(({ id }) => id);
  }

  /** Of today and later. Of the days before the first that was kept nothing is known. */
  private async planned(
    em: EntityManager,
    group: 'site' | 'week',
    siteId: string | null,
    days: Days,
  ): Promise<OfferedCount[]> {
    const kept = await this.opened.kept(em, days);
    const first = await this.opened.firstKept(em);
    const others = daysBetween(days.fromDay, days.toDay).filter(
      (day) => !kept.has(day) && (first === null || day > first),
    );
    const [fromDay, toDay] = [others.at(0), others.at(-1)];
    if (fromDay === undefined || toDay === undefined) return [];
    const calendar = this.calendars.current();
    const schedules = await this.schedules.read(em, siteId === null ? null : [siteId], { fromDay, toDay });
    return schedules
      .flatMap((schedule) => others.flatMap((day) => openedSessions(calendar, schedule, day)))
      .map(({ day, siteId: site, session, counter, minutes, capacity }) => ({
        key: group === 'site' ? site : mondayOf(day),
        session,
        openMinutes: counter ? minutes : 0,
        offeredMinutes: minutes * capacity,
      }));
  }
}

function nothing(): OfferedTime {
  return { openMinutes: 0, sessions: new Map() };
}
