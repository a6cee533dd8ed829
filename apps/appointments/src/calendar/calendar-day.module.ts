import { Module } from '@nestjs/common';
import { ClosedBookingsModule } from '../bookings/closed-bookings.module.js';
import { CalendarDayEvents } from './calendar-day.events.js';
import { CalendarYearEvents } from './calendar-year.events.js';

/** The office's own days and the years brought in, as the hotline tells them. */
@Module({
  imports: [ClosedBookingsModule],
  providers: [CalendarDayEvents, CalendarYearEvents],
})
export class CalendarDayModule {}
