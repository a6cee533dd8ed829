import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import {
  BookingAttended,
  BookingCancelled,
  BookingMissed,
  BookingUnserved,
  RatingAsked,
} from '@app/common/contracts/appointments.events.js';
import { Outbox } from '@app/common/messaging/outbox.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BookingMessages } from '../bookings/booking-messages.js';
import { NoShows } from '../bookings/no-shows.js';
import { DeskBookingRepository, type DeskBooking } from './desk-bookings.repository.js';
import { DeskNews } from './desk-news.js';

/** Whether citizens came to what they had booked: the booking's state, its ledger, and what the others are told. */
@Injectable()
export class Attendance {
  constructor(
    private readonly bookings: DeskBookingRepository,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly news: DeskNews,
    private readonly noShows: NoShows,
    private readonly messages: BookingMessages,
  ) {}

  /** @throws WrongState (409) */
  async arrived(em: EntityManager, booking: DeskBooking, by: Step, queueNumber: number, late: boolean): Promise<void> {
    await this.become(em, booking, 'arrived', by, { queueNumber, late });
    const arrivedAt = by.at.toISOString();
    await this.outbox.add(em, BookingAttended, booking.id, { ...about(booking), arrivedAt, queueNumber });
  }

  /**
   * Served: the citizen is asked for a rating (评价).
   * @throws WrongState (409)
   */
  async served(em: EntityManager, booking: DeskBooking, by: Step): Promise<void> {
    await this.become(em, booking, 'served', by);
    await this.messages.send(em, booking, 'booking_rating', { code: booking.code });
    if (booking.sealedPhone === null || !booking.receivesText) return;
    await this.outbox.add(em, RatingAsked, booking.id, {
      bookingId: booking.id,
      sealedPhone: booking.sealedPhone,
      askedAt: by.at.toISOString(),
    });
  }

  /**
   * Missed: it counts among the phone's no-shows.
   * @throws WrongState (409)
   */
  async missed(em: EntityManager, booking: DeskBooking, by: Step): Promise<void> {
    await this.become(em, booking, 'missed', by);
    await this.outbox.add(em, BookingMissed, booking.id, { ...about(booking), missedAt: by.at.toISOString() });
    await this.noShows.count(em, booking.phoneFingerprint, by.at);
  }

  /**
   * The office could not keep the time, and the citizen has not moved it: nobody's no-show.
   * @throws WrongState (409)
   */
  async unkept(em: EntityManager, booking: DeskBooking, by: Step): Promise<void> {
    await this.become(em, booking, 'cancelled', by, { to: 'cancelled' });
    const cancelledAt = by.at.toISOString();
    await this.outbox.add(em, BookingCancelled, booking.id, {
      ...about(booking),
      cancelledAt,
      reason: 'by the office',
    });
  }

  /**
   * Came, and the windows did not get to them before the day was over: it is not the citizen who missed it.
   * @throws WrongState (409)
   */
  async unserved(em: EntityManager, booking: DeskBooking, by: Step): Promise<void> {
    await this.become(em, booking, 'unserved', by);
    await this.outbox.add(em, BookingUnserved, booking.id, { ...about(booking), endedAt: by.at.toISOString() });
  }

  private async become(
    em: EntityManager,
    booking: DeskBooking,
    to: 'arrived' | 'served' | 'missed' | 'unserved' | 'cancelled',
    { actor, at }: Step,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.bookings.become(em, booking, to, at);
    await this.ledger.write(em, { itemType: 'booking', itemId: booking.id, action: to, actor, at, detail });
    this.news.tell(em, booking);
  }
}

/** Who does it, and when. */
export interface Step {
  readonly actor: Actor;
  readonly at: Date;
}

function about({ id, windowId, startAt, endAt }: DeskBooking) {
  return {
    bookingId: id,
    resource: 'window' as const,
    resourceId: windowId,
    startAt: startAt.toISOString(),
    endAt: endAt.toISOString(),
  };
}
