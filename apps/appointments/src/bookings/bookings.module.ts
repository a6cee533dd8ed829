import { Module } from '@nestjs/common';
import { DeskNewsModule } from '../desk/desk-news.module.js';
import { FreedTimesModule } from '../waitlist/freed-times.module.js';
import { BookingController } from './booking.controller.js';
import { BookingHolds } from './booking-holds.js';
import { BookingMoves } from './booking-moves.service.js';
import { BookingPlacesModule } from './booking-places.module.js';
import { BookingReader } from './booking-reader.js';
import { BookingReminders } from './booking-reminders.js';
import { BookingSteps } from './booking-steps.service.js';
import { BookingTaking } from './booking-taking.service.js';
import { BookingTransactions } from './booking-transactions.js';
import { ClosedBookingsModule } from './closed-bookings.module.js';
import { BookingCalendars } from './calendars/booking-calendars.js';
import { CalendarController } from './calendars/calendar.controller.js';
import { CalendarFeeds } from './calendars/calendar-feeds.js';
import { DeskBookingController } from './desk-booking.controller.js';
import { NoShows } from './no-shows.js';
import { OfferedItems } from './offered-items.js';
import { Offers } from './offers.js';
import { SlotAlternatives } from './slot-alternatives.js';

const SHARED = [
  BookingTaking,
  BookingSteps,
  BookingMoves,
  BookingHolds,
  BookingReader,
  NoShows,
  SlotAlternatives,
  BookingTransactions,
];

/** What citizens book at windows (domain.md §3, Booking rules). */
@Module({
  imports: [BookingPlacesModule, ClosedBookingsModule, DeskNewsModule, FreedTimesModule],
  controllers: [BookingController, DeskBookingController, CalendarController],
  providers: [...SHARED, BookingReminders, OfferedItems, Offers, BookingCalendars, CalendarFeeds],
  exports: [...SHARED, BookingPlacesModule, ClosedBookingsModule],
})
export class BookingsModule {}
