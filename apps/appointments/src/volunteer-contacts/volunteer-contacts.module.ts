import { Module } from '@nestjs/common';
import { BookingPlacesModule } from '../bookings/booking-places.module.js';
import { TalkMessages } from './talk-messages.js';
import { VolunteerContactController } from './volunteer-contact.controller.js';
import { VolunteerContactRepository } from './volunteer-contacts.repository.js';
import { VolunteerContacts } from './volunteer-contacts.service.js';

/** Volunteers' phones, and what they are told by text message. */
@Module({
  imports: [BookingPlacesModule],
  controllers: [VolunteerContactController],
  providers: [VolunteerContactRepository, VolunteerContacts, TalkMessages],
  exports: [TalkMessages],
})
export class VolunteerContactsModule {}
