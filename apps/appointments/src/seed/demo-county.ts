import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf } from '@app/common/calendar/calendar.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { SealedBox } from '@app/common/confidential/sealed-box.js';
import { ADVISORY_LOCKS } from '@app/common/persistence/advisory-locks.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { daysBetween, mondayOf } from '../schedule/domain/day-kind.js';
import { holidaysIn } from '../schedule/domain/holidays.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';
import { writeBookings } from './booking-writer.js';
import { demoBookings } from './county/bookings.js';
import { Chance } from './county/chance.js';
import { demoCounty } from './county/demo-county.js';
import { demoVisits } from './county/visits.js';
import { publishWeeks, writeCounty } from './county-writer.js';

const SEED = 20_261_123;
/** Of the demo directory: who published the weeks. */
const PUBLISHER = '0190a000-0000-7000-8000-000000000102';
const WEEKS_BEFORE = 2;
const WEEKS_AHEAD = 6;
/** Bookings from a week before to a week after: two weeks. */
const BOOKED_DAYS = 7;
const YEAR_DAYS = 365;

const FOUND = `
SELECT EXISTS (SELECT 1 FROM service_window) AS network,
  EXISTS (SELECT 1 FROM booking WHERE resource_kind = 'window') AS bookings,
  EXISTS (SELECT 1 FROM published_week WHERE monday = $1) AS weeks`;

const OPEN_IN_HOLIDAY = `
INSERT INTO schedule_exception (id, site_id, day, session, open, from_minute, to_minute, capacity, reason_zh, reason_en)
SELECT gen_random_uuid(), s.id, day, 'morning', true, 540, 720, 1, '假期延时服务', 'Extended service in the holiday'
FROM site s, unnest($1::date[]) AS day ON CONFLICT DO NOTHING`;

/**
 * The demo county, with `DEMO=1`: its catalogue and network, the weeks around now, and two weeks of bookings. What is
 * there stays as it is; weeks that have come nearer since the last start are published.
 */
@Injectable()
export class DemoCounty implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly schedules: ScheduleRepository,
    private readonly calendars: CalendarSource,
    private readonly box: SealedBox,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (process.env.DEMO === '1') await this.make();
  }

  /** Makes what is missing of the county. */
  async make(): Promise<void> {
    const now = this.clock.now();
    const monday = mondayOf(dayOf(this.calendars.current(), now));
    const mondays = daysBetween(shiftDay(monday, -7 * WEEKS_BEFORE), shiftDay(monday, 7 * WEEKS_AHEAD)).filter(
      (day) => mondayOf(day) === day,
    );
    await this.dataSource.transaction(async (em) => {
      await em.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.demoCounty]);
      const [found] = await em.query<{ network: boolean; bookings: boolean; weeks: boolean }[]>(FOUND, [
        mondays.at(-1),
      ]);
      const county = demoCounty();
      const siteIds = county.sites.map(({ id }) => id);
      if (!found?.network) await writeCounty(em, county, new Date(now.getTime() - YEAR_DAYS * 86_400_000));
      if (!found?.weeks) {
        await em.query(OPEN_IN_HOLIDAY, [this.daysOpenInHolidays(mondays)]);
        await publishWeeks(em, siteIds, mondays, { at: now, by: PUBLISHER });
      }
      if (!found?.bookings) await this.book(em, siteIds, now);
    });
  }

  private async book(em: EntityManager, siteIds: readonly string[], now: Date): Promise<void> {
    const calendar = this.calendars.current();
    const today = dayOf(calendar, now);
    const range = { fromDay: shiftDay(today, -BOOKED_DAYS), toDay: shiftDay(today, BOOKED_DAYS) };
    const schedules = await this.schedules.read(em, siteIds, range);
    const days = daysBetween(range.fromDay, range.toDay);
    const chance = new Chance(SEED);
    const bookings = demoBookings({ calendar, schedules, days, now, chance });
    await writeBookings(em, this.box, bookings, demoVisits(bookings, chance));
  }

  /** The first and the last morning of each holiday that has commitments (domain.md §3, 延时服务). */
  private daysOpenInHolidays(mondays: readonly Day[]): Day[] {
    const range = { fromDay: mondays[0] ?? '', toDay: shiftDay(mondays.at(-1) ?? '', 6) };
    return holidaysIn(this.calendars.current(), range)
      .filter(({ name, days }) => name !== null || days >= 7)
      .flatMap(({ fromDay, toDay }) => [fromDay, toDay]);
  }
}
