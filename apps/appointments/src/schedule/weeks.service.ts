import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { dayOf, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { NotFound } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutyLeaders, type DutyLeader } from '../rosters/duty-leaders.js';
import { dayKind, daysBetween, mondayOf } from './domain/day-kind.js';
import { clockTime, openingHours } from './domain/opening-hours.js';
import { openSessions } from './domain/open-sessions.js';
import type { SiteSchedule } from './domain/site-schedule.js';
import { ScheduleRepository } from './schedules.repository.js';
import type { PublishedDayDto, PublishedSiteDto, WeeksDto, WeeksQuery } from './week.dto.js';

const WEEKS = 4;
const NAMES = 'SELECT id, name_zh AS "nameZh", name_en AS "nameEn" FROM site WHERE id = ANY ($1)';

interface SiteName {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Names by site and day. */
type LeadersByDay = ReadonlyMap<string, ReadonlySet<string>>;

/** The opening hours that are published, weekends and evenings included (domain.md §3, 延时服务). */
@Injectable()
export class Weeks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly schedules: ScheduleRepository,
    private readonly leaders: DutyLeaders,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound where a site is asked for that there is not */
  async published(query: WeeksQuery): Promise<WeeksDto> {
    const now = this.clock.now();
    const em = this.dataSource.manager;
    const first = mondayOf(query.from ?? dayOf(this.calendars.current(), now));
    const mondays = Array.from({ length: query.count ?? WEEKS }, (_, i) => shiftDay(first, 7 * i));
    const days = { fromDay: first, toDay: shiftDay(mondays.at(-1) ?? first, 6) };
    const schedules = await this.schedules.read(em, query.site === undefined ? null : [query.site], days);
    if (query.site !== undefined && schedules.length === 0) throw new NotFound();
    const siteIds = schedules.map(({ siteId }) => siteId);
    const names = await em.query<SiteName[]>(NAMES, [siteIds]);
    const leaders = namesByDay(await this.leaders.read(em, siteIds, days), this.calendars.current());
    const byId = new Map(names.map((name) => [name.id, name]));
    const weeks = mondays.map((monday) => ({
      monday,
      sites: schedules
        .filter(({ publishedMondays }) => publishedMondays.includes(monday))
        .map((schedule) => this.site(schedule, monday, byId.get(schedule.siteId), leaders))
        .toSorted((a, b) => a.siteId.localeCompare(b.siteId)),
    }));
    return { asOf: now.toISOString(), weeks: weeks.filter(({ sites }) => sites.length > 0) };
  }

  private site(
    schedule: SiteSchedule,
    monday: Day,
    name: SiteName | undefined,
    leaders: LeadersByDay,
  ): PublishedSiteDto {
    const days = daysBetween(monday, shiftDay(monday, 6)).flatMap((day) => this.day(schedule, day, leaders));
    return { siteId: schedule.siteId, nameZh: name?.nameZh ?? '', nameEn: name?.nameEn ?? '', days };
  }

  private day(schedule: SiteSchedule, day: Day, leaders: LeadersByDay): PublishedDayDto[] {
    const calendar = this.calendars.current();
    const kind = dayKind(calendar, day);
    if (kind === null) return [];
    const sessions = openingHours(openSessions(calendar, schedule, day)).map(
      ({ session, fromMinute, toMinute, extended }) => ({
        session,
        from: clockTime(fromMinute),
        to: clockTime(toMinute),
        extended,
      }),
    );
    const names = sessions.length > 0 ? leaders.get(keyOf(schedule.siteId, day)) : undefined;
    const leader = names ? [...names].join('、') : null;
    return [{ day, kind, leader, sessions }];
  }
}

function keyOf(siteId: string, day: Day): string {
  return `${siteId} ${day}`;
}

/** Who leads at a site on a day, in the order of the day's sessions; each once. */
function namesByDay(leaders: readonly DutyLeader[], { sessions }: WorkingCalendar): LeadersByDay {
  const names = new Map<string, Set<string>>();
  for (const session of sessions) {
    for (const { siteId, day, name } of leaders.filter((leader) => leader.session === session.name)) {
      const key = keyOf(siteId, day);
      names.set(key, (names.get(key) ?? new Set<string>()).add(name));
    }
  }
  return names;
}
