import { Module } from '@nestjs/common';
import { BookingPlacesModule } from '../bookings/booking-places.module.js';
import { FreedTimes } from './freed-times.js';
import { WaitlistRepository } from './waitlist.repository.js';

/** Offers freed times to those who wait; for whatever frees one. */
@Module({
  imports: [BookingPlacesModule],
  providers: [WaitlistRepository, FreedTimes],
  exports: [WaitlistRepository, FreedTimes],
})
export class FreedTimesModule {}
