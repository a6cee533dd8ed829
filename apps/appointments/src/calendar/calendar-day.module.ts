import { Module } from '@nestjs/common';
import { ScheduleAdminModule } from '../schedule/schedule-admin.module.js';
import { CalendarChanges } from './calendar-changes.js';
import { CalendarDayEvents } from './calendar-day.events.js';
import { CalendarYearEvents } from './calendar-year.events.js';

/** The office's own days and the years brought in, as the hotline tells them. */
@Module({
  imports: [ScheduleAdminModule],
  providers: [CalendarChanges, CalendarDayEvents, CalendarYearEvents],
})
export class CalendarDayModule {}
