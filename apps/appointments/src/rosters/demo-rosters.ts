import type { StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay, yearOf, type Day } from '@app/common/calendar/zone.js';
import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import { DomainError } from '@app/common/http/problem.js';
import { ADVISORY_LOCKS } from '@app/common/persistence/advisory-locks.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { daysBetween, mondayOf } from '../schedule/domain/day-kind.js';
import { RosterProposals } from './roster-proposals.service.js';
import { RosterPublication } from './roster-publication.service.js';

/** From this Monday on. */
const WEEKS = 3;
/** A supervisor of the demo directory. */
const PLANNER: StaffActor = {
  kind: 'staff',
  id: '0190a000-0000-7000-8000-000000000102',
  name: '周建平',
  roles: ['supervisor'],
  unitId: DEMO_UNITS.hotline,
};

/** Sites with posts of which no roster of their own stands from a day on. */
const WITHOUT = `
  SELECT s.id FROM site s
   WHERE s.active AND EXISTS (SELECT 1 FROM post p WHERE p.site_id = s.id)
     AND NOT EXISTS (SELECT 1 FROM roster r WHERE r.site_id = s.id AND r.to_day >= $1::date)
   ORDER BY s.id`;

/** Published rosters of the demo county for the coming weeks. */
@Injectable()
export class DemoRosters {
  private readonly logger = new Logger(DemoRosters.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly proposals: RosterProposals,
    private readonly publication: RosterPublication,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /** Makes them in the background: the service is ready without them. Call it when the demo's officers are there. */
  start(): void {
    this.make().catch((error: unknown) => this.logger.warn(error, 'the demo county has no rosters'));
  }

  /** A published roster for each site that has none, one site after the other; a draft where a post cannot be filled. */
  async make(): Promise<void> {
    const now = this.clock.now();
    const period = this.period(now);
    if (!period) return;
    const runner = this.dataSource.createQueryRunner();
    try {
      const [{ got } = { got: false }]: { got: boolean }[] = await runner.query(
        'SELECT pg_try_advisory_lock($1) AS got',
        [ADVISORY_LOCKS.demoRosters],
      );
      if (!got) return;
      const sites: { id: string }[] = await runner.query(WITHOUT, [dayOf(this.calendars.current(), now)]);
      for (const { id: siteId } of sites) await this.makeOne({ siteId, ...period });
      await runner.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCKS.demoRosters]);
    } finally {
      await runner.release();
    }
  }

  private async makeOne(body: { siteId: string; fromDay: Day; toDay: Day }): Promise<void> {
    try {
      const id = await this.proposals.draft(PLANNER, body);
      await this.publication.publish(PLANNER, id, 1);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn({ siteId: body.siteId, problem: error.type, data: error.data }, 'no roster for a demo site');
    }
  }

  /** From this week's Monday, as far as the statutory calendar is known. */
  private period(now: Date): { fromDay: Day; toDay: Day } | null {
    const calendar = this.calendars.current();
    const monday = mondayOf(dayOf(calendar, now));
    const days = daysBetween(monday, shiftDay(monday, 7 * WEEKS - 1)).filter((day) => calendar.years.has(yearOf(day)));
    const [fromDay, toDay] = [days.at(0), days.at(-1)];
    return fromDay === undefined || toDay === undefined ? null : { fromDay, toDay };
  }
}
