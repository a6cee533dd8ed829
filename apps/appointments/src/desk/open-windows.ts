import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OpenSession } from '../schedule/domain/open-sessions.js';
import { ScheduleCache } from '../slots/schedule-cache.js';

/** A site and the stamp of its schedule. */
export interface StampedSite {
  readonly siteId: string;
  readonly stamp: string;
}

/** When the windows of a site are open today: only then can their posts be left (脱岗), and after that their day ends. */
@Injectable()
export class OpenWindows {
  constructor(
    private readonly schedules: ScheduleCache,
    private readonly calendars: CalendarSource,
  ) {}

  /** Since when each window of the site that is open now has been open. */
  async since(em: EntityManager, site: StampedSite, now: Date): Promise<Map<string, Date>> {
    const open = (await this.today(em, site, now)).filter(({ startAt, endAt }) => startAt <= now && now < endAt);
    return new Map(open.map(({ windowId, startAt }) => [windowId, startAt]));
  }

  /** When the last window of the site closes today; null where none opens. */
  async closingAt(em: EntityManager, site: StampedSite, now: Date): Promise<Date | null> {
    const ends = (await this.today(em, site, now)).map(({ endAt }) => endAt.getTime());
    return ends.length === 0 ? null : new Date(Math.max(...ends));
  }

  private async today(em: EntityManager, { siteId, stamp }: StampedSite, now: Date): Promise<readonly OpenSession[]> {
    const today = dayOf(this.calendars.current(), now);
    const days = (await this.schedules.at(em, new Map([[siteId, stamp]]), today)).get(siteId);
    return days?.openSessions(today) ?? [];
  }
}
