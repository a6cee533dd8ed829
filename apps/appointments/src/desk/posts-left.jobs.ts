import { Ledger } from '@app/common/audit/ledger.js';
import type { SystemActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { Recurring, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { WINDOWS_OF_DAY, type DayWindow } from './desk-day.statement.js';
import { DeskNews } from './desk-news.js';
import { OpenWindows, type StampedSite } from './open-windows.js';
import { leftSince } from './post-left.js';

const POSTS_LEFT = 'desk.posts-left';
const ACTOR: SystemActor = { kind: 'system', name: `timer:${POSTS_LEFT}` };

/** Sites where somebody waits. */
const WAITING_SITES = `
  SELECT DISTINCT v.site_id AS "siteId", coalesce(st.stamp, 0)::text AS stamp
    FROM visit v LEFT JOIN schedule_stamp st ON st.site_id = v.site_id
   WHERE v.day = $1 AND v.state = 'waiting'`;

/** 脱岗 is reported (domain.md §3): each time a post is left stands in the ledger, once, and with its window's day. */
@Injectable()
export class PostsLeftJobs {
  constructor(
    private readonly windows: OpenWindows,
    private readonly ledger: Ledger,
    private readonly news: DeskNews,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
  ) {}

  /** Looks at the windows of every site where somebody waits. */
  @Recurring(POSTS_LEFT, { cron: '* * * * *' })
  async watch(em: EntityManager, { now }: DueTimer): Promise<void> {
    const today = dayOf(this.calendars.current(), now);
    const sites = await em.query<StampedSite[]>(WAITING_SITES, [today]);
    for (const site of sites) {
      const openSince = await this.windows.since(em, site, now);
      for (const window of await em.query<DayWindow[]>(WINDOWS_OF_DAY, [site.siteId, today])) {
        const since = leftSince(window, openSince.get(window.id) ?? null, now, this.settings.desk);
        if (since !== null) await this.report(em, site.siteId, today, window, since, now);
      }
    }
  }

  private async report(
    em: EntityManager,
    siteId: string,
    day: string,
    { id, waiting }: DayWindow,
    since: Date,
    at: Date,
  ): Promise<void> {
    const isNew: unknown[] = await em.query(
      `INSERT INTO post_left (window_id, since, day, found_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [id, since, day, at],
    );
    if (isNew.length === 0) return;
    const detail = { siteId, since: since.toISOString(), waiting };
    await this.ledger.write(em, { itemType: 'window', itemId: id, action: 'post_left', actor: ACTOR, at, detail });
    this.news.tell(em, { siteId, day });
  }
}
