import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/bookings.module.js';
import { ContactRequestsModule } from '../contact-requests/contact-requests.module.js';
import { SlotsModule } from '../slots/slots.module.js';
import { WaitlistModule } from '../waitlist/waitlist.module.js';
import { DialogueBookings } from './dialogue-bookings.js';
import { DialogueEvents } from './dialogue.events.js';
import { DialogueOffers } from './dialogue-offers.js';
import { DialogueRepository } from './dialogue.repository.js';
import { DialogueStandings } from './dialogue-standings.js';
import { Dialogues } from './dialogue.service.js';

/** Booking, moving and cancelling by text message, in Chinese and English (interfaces.md §3). */
@Module({
  imports: [BookingsModule, SlotsModule, ContactRequestsModule, WaitlistModule],
  providers: [DialogueRepository, DialogueOffers, DialogueBookings, DialogueStandings, Dialogues, DialogueEvents],
})
export class DialogueModule {}
