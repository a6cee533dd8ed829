import { Module } from '@nestjs/common';
import { ClosedBookingsModule } from '../bookings/closed-bookings.module.js';
import { CalendarDayEvents } from './calendar-day.events.js';

/** The office's own days, as the hotline declares them. */
@Module({
  imports: [ClosedBookingsModule],
  providers: [CalendarDayEvents],
})
export class CalendarDayModule {}
