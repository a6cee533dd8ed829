import { Module } from '@nestjs/common';
import { VolunteerContactsModule } from '../volunteer-contacts/volunteer-contacts.module.js';
import { InterviewBookingRepository } from './interview-bookings.repository.js';
import { StandInRepository } from './stand-ins.repository.js';
import { InterviewBookings } from './interview-bookings.service.js';

/** What rooms and volunteers share: held, confirmed and given back for interviews. */
@Module({
  imports: [VolunteerContactsModule],
  providers: [InterviewBookingRepository, StandInRepository, InterviewBookings],
  exports: [InterviewBookingRepository, InterviewBookings],
})
export class InterviewBookingsModule {}
