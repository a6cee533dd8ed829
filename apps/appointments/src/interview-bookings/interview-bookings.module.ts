import { Module } from '@nestjs/common';
import { InterviewBookingRepository } from './interview-bookings.repository.js';
import { InterviewBookings } from './interview-bookings.service.js';

/** What rooms and volunteers share: held, confirmed and given back for interviews. */
@Module({
  providers: [InterviewBookingRepository, InterviewBookings],
  exports: [InterviewBookingRepository, InterviewBookings],
})
export class InterviewBookingsModule {}
