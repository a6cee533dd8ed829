import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BookingMessages, type BookingTemplate } from '../bookings/booking-messages.js';
import type { InterviewBooking } from '../interview-bookings/interview-booking.js';
import { VolunteerContactRepository } from './volunteer-contacts.repository.js';

/** The volunteer's time for the same talk under another booking: a talk that moves books the new before it frees the old. */
const ANOTHER_TIME = `
  SELECT lower(during) AS "startAt" FROM booking
   WHERE resource_id = $1 AND during && tstzrange($2, NULL) AND lower(during) > $2
     AND state = 'confirmed' AND case_id = $3 AND id <> $4
   ORDER BY lower(during) LIMIT 1`;

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
    const time = booking.startAt.toISOString();
    if (before) await this.tell(em, booking, 'talk_moved', { from: before.toISOString(), time });
    else await this.tell(em, booking, 'talk_booked', { time });
  }

  /** After a confirmed booking was given back; of a talk that has moved, its new time was told already. */
  async givenBack(em: EntityManager, booking: InterviewBooking): Promise<void> {
    if (booking.startAt <= this.clock.now() || (await this.anotherTime(em, booking))) return;
    await this.tell(em, booking, 'talk_cancelled', { time: booking.startAt.toISOString() });
  }

  private async anotherTime(em: EntityManager, { id, resourceId, caseId }: InterviewBooking): Promise<Date | null> {
    const [other] = await em.query<{ startAt: Date }[]>(ANOTHER_TIME, [resourceId, this.clock.now(), caseId, id]);
    return other?.startAt ?? null;
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
