import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { isWorkingDay } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsSettings } from '../appointments.settings.js';
import { brokenCommitments, DAYS_AROUND } from './domain/commitments.js';
import { violationText } from './domain/commitment-texts.js';
import { daysBetween, mondayOf } from './domain/day-kind.js';
import type { Days } from './domain/site-schedule.js';
import type { ViolationDto } from './schedule-admin.dto.js';
import { ScheduleRepository } from './schedules.repository.js';

/** Whether a site's schedule keeps what extended service promises (domain.md §3, 延时服务). */
@Injectable()
export class Commitments {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly calendars: CalendarSource,
    private readonly settings: AppointmentsSettings,
  ) {}

  /**
   * The commitments that a site breaks within some days, as if all its weeks were published.
   * @returns none where there is no such site in use
   * @throws CalendarYearMissing (503) where a year has no published arrangement
   */
  async broken(em: EntityManager, siteId: string, asked: Days): Promise<ViolationDto[]> {
    const calendar = this.calendars.current();
    daysBetween(asked.fromDay, asked.toDay).forEach((day) => isWorkingDay(calendar, day));
    const around = { fromDay: shiftDay(asked.fromDay, -DAYS_AROUND), toDay: shiftDay(asked.toDay, DAYS_AROUND) };
    const [schedule] = await this.schedules.read(em, [siteId], around);
    if (!schedule) return [];
    const publishedMondays = [...new Set(daysBetween(around.fromDay, around.toDay).map(mondayOf))];
    const planned = { ...schedule, publishedMondays };
    return brokenCommitments(calendar, planned, asked, this.settings.extendedService).map((violation) => ({
      ...violation,
      ...violationText(violation.rule, violation.day),
    }));
  }
}
