import { Module } from '@nestjs/common';
import { SlotsModule } from '../slots/slots.module.js';
import { BookingMessages } from './booking-messages.js';
import { BookingPlaces } from './booking-places.js';
import { BookingRepository } from './booking.repository.js';
import { ContactSeal } from './contact-seal.js';
import { SiteNames } from './site-names.js';

const SHARED = [BookingPlaces, BookingRepository, BookingMessages, ContactSeal, SiteNames];

/** What bookings and the waiting list both stand on: places, messages, sealed contacts. */
@Module({ imports: [SlotsModule], providers: SHARED, exports: [...SHARED, SlotsModule] })
export class BookingPlacesModule {}
