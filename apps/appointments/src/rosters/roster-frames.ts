import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { isWorkingDay } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { NotFound } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import type { Days } from '../schedule/domain/site-schedule.js';
import { ScheduleRepository } from '../schedule/schedules.repository.js';
import { rosterDays } from './domain/demands.js';
import type { RosterFrame } from './domain/roster.js';
import { OfficerRepository } from './officers.repository.js';

/** Reads what a roster of a site and period is made from and measured by. */
@Injectable()
export class RosterFrames {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly officers: OfficerRepository,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * @param rosterId the roster that is measured: officers who left stand in the frame where they still have duties in it
   * @throws NotFound where there is no such site, CalendarYearMissing beyond the published arrangements
   */
  async read(em: EntityManager, siteId: string, days: Days, rosterId: string | null): Promise<RosterFrame> {
    const calendar = this.calendars.current();
    for (const day of [days.fromDay, days.toDay]) isWorkingDay(calendar, day);
    const [schedule] = await this.schedules.read(em, [siteId], days);
    if (!schedule) throw new NotFound();
    const { sessionsADay, restWithinDays, balanceDays } = this.settings.rosters;
    return {
      days: rosterDays(calendar, schedule),
      officers: await this.officers.rostered(em, siteId, days, rosterId),
      posts: await this.officers.posts(em, siteId),
      carried: await this.officers.turns(em, siteId, {
        fromDay: shiftDay(days.fromDay, -balanceDays),
        beforeDay: days.fromDay,
      }),
      rules: { sessionsADay, restWithinDays },
    };
  }
}
