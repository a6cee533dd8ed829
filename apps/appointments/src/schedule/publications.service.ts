import type { StaffActor } from '@app/common/auth/actor.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { RuleBroken } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { requireSites } from '../catalogue/catalogue-changes.js';
import { BookingsWithoutTime } from './bookings-without-time.js';
import { Commitments } from './commitments.service.js';
import { requireInOrder } from './days-asked.js';
import { mondayOf } from './domain/day-kind.js';
import type {
  PublicationBody,
  PublicationDto,
  PublicationList,
  PublicationsQuery,
  ScheduleCheckDto,
  ScheduleCheckQuery,
} from './schedule-admin.dto.js';
import { ScheduleChanges } from './schedule-changes.js';
import { ExtendedServiceBroken } from './schedule.problems.js';

const MOST = 60;
const ROW = `site_id AS "siteId", monday::text AS monday, published_at AS "publishedAt"`;

/** Weeks as they are announced to the public; their extended hours are open from then on. */
@Injectable()
export class Publications {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commitments: Commitments,
    private readonly withoutTime: BookingsWithoutTime,
    private readonly changes: ScheduleChanges,
    private readonly clock: Clock,
  ) {}

  /** The published weeks of a site from a day's week on. */
  async list({ site, from }: PublicationsQuery): Promise<PublicationList> {
    const text = `SELECT ${ROW} FROM published_week WHERE site_id = $1 AND monday >= $2 ORDER BY monday LIMIT ${MOST}`;
    const rows = await this.dataSource.query<(Omit<PublicationDto, 'publishedAt'> & { publishedAt: Date })[]>(text, [
      site,
      mondayOf(from),
    ]);
    return { items: rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() })) };
  }

  /**
   * What publishing these days would be refused for, and the bookings that have no time by the schedule as it stands.
   * @throws RuleBroken (422) `unknown-site`, `days-out-of-order`; CalendarYearMissing (503)
   */
  async check({ site, from, to }: ScheduleCheckQuery): Promise<ScheduleCheckDto> {
    const days = { fromDay: from, toDay: to };
    requireInOrder(days);
    const em = this.dataSource.manager;
    const now = this.clock.now();
    await requireSites(em, [site]);
    const violations = await this.commitments.broken(em, site, days);
    const withoutTime = await this.withoutTime.find(em, [site], days, now);
    return { asOf: now.toISOString(), violations, withoutTime };
  }

  /**
   * Publishes a week of a site; one that is published already stays as it is.
   * @throws RuleBroken (422) `unknown-site`, `not-a-monday`; ExtendedServiceBroken (422) naming every commitment the week
   *   breaks; CalendarYearMissing (503)
   */
  async publish(actor: StaffActor, { siteId, monday }: PublicationBody): Promise<PublicationDto> {
    if (mondayOf(monday) !== monday) throw new RuleBroken('not-a-monday', { monday: mondayOf(monday) });
    const days = { fromDay: monday, toDay: shiftDay(monday, 6) };
    return this.dataSource.transaction(async (em) => {
      await requireSites(em, [siteId]);
      const before = await published(em, siteId, monday);
      if (before) return { siteId, monday, publishedAt: before.toISOString() };
      const violations = await this.commitments.broken(em, siteId, days);
      if (violations.length > 0) throw new ExtendedServiceBroken(violations);
      const at = this.clock.now();
      const about = { siteIds: [siteId], days, reason: 'published', detail: { monday } };
      const act = { actor, type: 'published-week', id: siteId, action: 'published', ...about } as const;
      await this.changes.make(em, act, async () => {
        const values = [siteId, monday, at, actor.id];
        await em.query('INSERT INTO published_week VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', values);
      });
      return { siteId, monday, publishedAt: at.toISOString() };
    });
  }
}

/** When a week was published; null where it is not. */
async function published(em: EntityManager, siteId: string, monday: Day): Promise<Date | null> {
  const text = 'SELECT published_at AS at FROM published_week WHERE site_id = $1 AND monday = $2';
  const [week] = await em.query<{ at: Date }[]>(text, [siteId, monday]);
  return week?.at ?? null;
}
