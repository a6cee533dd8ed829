import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { spanOver } from '../slots/domain/span.js';
import type { InterviewBooking } from './interview-booking.js';
import { INTERVIEW_BOOKING_COLUMNS, InterviewBookingRepository } from './interview-bookings.repository.js';

/**
 * Bookings that stand in for the one they replace while a talk moves to a time overlapping its own: they take both
 * times, until one of the two is given back. Whoever works on them has locked the room or volunteer.
 */
@Injectable()
export class StandInRepository {
  constructor(private readonly bookings: InterviewBookingRepository) {}

  /** The booking that stands in for one, or for which it stands in itself. */
  async beside(em: EntityManager, id: string): Promise<InterviewBooking[]> {
    return em.query(
      `SELECT ${INTERVIEW_BOOKING_COLUMNS} FROM booking WHERE id IN (
         SELECT booking_id FROM booking_stand_in WHERE replaced_id = $1
         UNION ALL SELECT replaced_id FROM booking_stand_in WHERE booking_id = $1)
       FOR UPDATE`,
      [id],
    );
  }

  /** @throws QueryFailedError with SQLSTATE 23P01 if another has what the new time adds */
  async replace(em: EntityManager, before: InterviewBooking, booking: InterviewBooking): Promise<void> {
    await em.query(`UPDATE booking SET state = 'replaced' WHERE id = $1`, [before.id]);
    await this.bookings.insert(em, booking, spanOver(before, booking));
    await em.query('INSERT INTO booking_stand_in (booking_id, replaced_id) VALUES ($1, $2)', [booking.id, before.id]);
  }

  /** One of the two has ended: the other has its own time, and that alone. */
  async part(em: EntityManager, endedId: string): Promise<void> {
    await em.query(
      `WITH parted AS (DELETE FROM booking_stand_in WHERE $1 IN (booking_id, replaced_id) RETURNING booking_id, replaced_id)
       UPDATE booking SET during = tstzrange(coalesce(start_at, lower(during)), coalesce(end_at, upper(during))),
         state = 'confirmed'
       WHERE id IN (SELECT booking_id FROM parted UNION ALL SELECT replaced_id FROM parted) AND id <> $1`,
      [endedId],
    );
  }
}
