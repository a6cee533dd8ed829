import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BookingMessages, type BookingTemplate } from '../bookings/booking-messages.js';
import type { InterviewBooking } from '../interview-bookings/interview-booking.js';
import { VolunteerContactRepository } from './volunteer-contacts.repository.js';

/**
 * The volunteer's time for the same talk under another booking: a talk that moves books the new before it frees the old,
 * and where it does not move after all, it frees the new.
 */
const ANOTHER_TIME = `
  SELECT coalesce(other.start_at, lower(other.during)) AS "startAt",
         (other.confirmed_at, other.id) > (one.confirmed_at, one.id) AS "isLater"
    FROM booking one JOIN booking other ON other.case_id = one.case_id AND other.resource_id = one.resource_id
   WHERE one.id = $1 AND other.id <> one.id
     AND coalesce(other.start_at, lower(other.during)) > $2
     AND other.id IN (
       SELECT id FROM booking WHERE resource_id = one.resource_id AND during && tstzrange($2, NULL) AND state = 'confirmed'
       UNION ALL SELECT replaced_id FROM booking_stand_in)
   ORDER BY 1 LIMIT 1`;

interface OtherTime {
  readonly startAt: Date;
  /** Booked after the one asked about, so that the volunteer was told of it last. */
  readonly isLater: boolean;
}

/** Tells volunteers by text message of talks they are booked for, in the booking's own transaction. */
@Injectable()
export class TalkMessages {
  constructor(
    private readonly contacts: VolunteerContactRepository,
    private readonly messages: BookingMessages,
    private readonly clock: Clock,
  ) {}

  /** After a booking was confirmed. */
  async booked(em: EntityManager, booking: InterviewBooking): Promise<void> {
    const before = await this.anotherTime(em, booking);
    if (before) await this.moved(em, booking, before.startAt, booking.startAt);
    else await this.tell(em, booking, 'talk_booked', { time: booking.startAt.toISOString() });
  }

  /** After a confirmed booking was given back; of a talk that has moved, its new time was told already. */
  async givenBack(em: EntityManager, booking: InterviewBooking): Promise<void> {
    if (booking.startAt <= this.clock.now()) return;
    const other = await this.anotherTime(em, booking);
    if (!other) await this.tell(em, booking, 'talk_cancelled', { time: booking.startAt.toISOString() });
    else if (!other.isLater) await this.moved(em, booking, booking.startAt, other.startAt);
  }

  private moved(em: EntityManager, booking: InterviewBooking, from: Date, to: Date): Promise<void> {
    return this.tell(em, booking, 'talk_moved', { from: from.toISOString(), time: to.toISOString() });
  }

  private async anotherTime(em: EntityManager, { id }: InterviewBooking): Promise<OtherTime | null> {
    const [other] = await em.query<OtherTime[]>(ANOTHER_TIME, [id, this.clock.now()]);
    return other ?? null;
  }

  /** Rooms get no messages, and neither does a volunteer whose phone is not known. */
  private async tell(
    em: EntityManager,
    { resourceKind, resourceId }: InterviewBooking,
    template: BookingTemplate,
    values: Readonly<Record<string, string>>,
  ): Promise<void> {
    if (resourceKind !== 'volunteer') return;
    const contact = await this.contacts.find(em, resourceId);
    if (contact) await this.messages.send(em, { ...contact, receivesText: true }, template, values);
  }
}
