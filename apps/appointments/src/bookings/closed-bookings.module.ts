import { Module } from '@nestjs/common';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { BookingPlacesModule } from './booking-places.module.js';
import { ClosedBookings } from './closed-bookings.js';

/** For whatever closes windows that citizens have booked: absences, closures. */
@Module({
  imports: [ScheduleModule, BookingPlacesModule],
  providers: [ClosedBookings],
  exports: [ClosedBookings],
})
export class ClosedBookingsModule {}
