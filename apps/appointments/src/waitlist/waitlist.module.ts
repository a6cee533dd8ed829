import { Module } from '@nestjs/common';
import { BookingPlacesModule } from '../bookings/booking-places.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { FreedTimesModule } from './freed-times.module.js';
import { WaitlistController } from './waitlist.controller.js';
import { Waitlist } from './waitlist.service.js';

/** 候补: the line for times that are freed. */
@Module({
  imports: [BookingPlacesModule, BookingsModule, FreedTimesModule],
  controllers: [WaitlistController],
  providers: [Waitlist],
  exports: [Waitlist],
})
export class WaitlistModule {}
