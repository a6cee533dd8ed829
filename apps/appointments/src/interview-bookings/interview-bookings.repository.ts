import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Span } from '../slots/domain/span.js';
import type { InterviewBooking, InterviewResourceKind } from './interview-booking.js';

/** The booking's own time; one that stands in for another takes more. */
export const INTERVIEW_BOOKING_COLUMNS = `id, resource_kind AS "resourceKind", resource_id AS "resourceId", place,
  coalesce(start_at, lower(during)) AS "startAt", coalesce(end_at, upper(during)) AS "endAt", state, case_id AS "caseId", held_until AS "heldUntil"`;

const COLUMNS = INTERVIEW_BOOKING_COLUMNS;

/** A time at which a room or a volunteer is taken. */
export interface TakenTime extends Span {
  readonly resourceId: string;
}

/** Bookings for interviews in the database, whose exclusion constraint is what makes a double booking impossible. */
@Injectable()
export class InterviewBookingRepository {
  /** The booking, locked until the transaction ends. */
  async lock(em: EntityManager, id: string): Promise<InterviewBooking | null> {
    const [booking] = await em.query<InterviewBooking[]>(`SELECT ${COLUMNS} FROM booking WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return booking ?? null;
  }

  async find(em: EntityManager, id: string): Promise<InterviewBooking | null> {
    const [booking] = await em.query<InterviewBooking[]>(`SELECT ${COLUMNS} FROM booking WHERE id = $1`, [id]);
    return booking ?? null;
  }

  /**
   * @param takes the time that is nobody else's then; the booking's own unless it stands in for another
   * @throws QueryFailedError with SQLSTATE 23P01 if the place is taken at that time
   */
  async insert(em: EntityManager, booking: InterviewBooking, takes: Span = booking): Promise<void> {
    await em.query(
      `INSERT INTO booking (id, resource_kind, resource_id, place, during, state, case_id, held_until, start_at, end_at)
       VALUES ($1, $2, $3, $4, tstzrange($5, $6), $7, $8, $9, $10, $11)`,
      [
        booking.id,
        booking.resourceKind,
        booking.resourceId,
        booking.place,
        takes.startAt,
        takes.endAt,
        booking.state,
        booking.caseId,
        booking.heldUntil,
        booking.startAt,
        booking.endAt,
      ],
    );
  }

  /** @throws QueryFailedError with SQLSTATE 23P01 if the place has been taken since the hold expired */
  async holdAgain(em: EntityManager, id: string, heldUntil: Date): Promise<void> {
    await em.query(`UPDATE booking SET state = 'held', held_until = $2, ended_at = NULL WHERE id = $1`, [
      id,
      heldUntil,
    ]);
  }

  async confirm(em: EntityManager, id: string, at: Date): Promise<void> {
    await em.query(`UPDATE booking SET state = 'confirmed', confirmed_at = $2 WHERE id = $1`, [id, at]);
  }

  async end(em: EntityManager, id: string, state: 'expired' | 'released', at: Date): Promise<void> {
    await em.query('UPDATE booking SET state = $2, ended_at = $3 WHERE id = $1', [id, state, at]);
  }

  /** Strikes off the holds that stand in a booking's way and are past their time. */
  async expirePast(em: EntityManager, { id, resourceId, startAt, endAt }: InterviewBooking, now: Date): Promise<void> {
    await em.query(
      `UPDATE booking SET state = 'expired', ended_at = $4
        WHERE resource_id = $1 AND during && tstzrange($2, $3) AND state = 'held' AND held_until <= $4 AND id <> $5`,
      [resourceId, startAt, endAt, now, id],
    );
  }

  /**
   * What is taken of a kind of resources within a span: confirmed bookings, and holds that are not past.
   * @param replaces a booking that the one asked for would replace
   */
  async taken(
    em: EntityManager,
    kind: InterviewResourceKind,
    span: Span,
    now: Date,
    replaces: string | null,
  ): Promise<TakenTime[]> {
    return em.query(
      `SELECT resource_id AS "resourceId", lower(during) AS "startAt", upper(during) AS "endAt" FROM booking
        WHERE resource_kind = $1 AND during && tstzrange($2, $3)
          AND (state = 'confirmed' OR state = 'held' AND held_until > $4) AND id IS DISTINCT FROM $5
        ORDER BY lower(during)`,
      [kind, span.startAt, span.endAt, now, replaces],
    );
  }

  /** One more than `limit` of what is taken of a resource within a span, the earliest first. */
  async takenOf(
    em: EntityManager,
    resourceId: string,
    span: Span,
    now: Date,
    { after, limit }: { after: Date | null; limit: number },
  ): Promise<InterviewBooking[]> {
    return em.query(
      `SELECT ${COLUMNS} FROM booking
        WHERE resource_id = $1 AND during && tstzrange($2, $3)
          AND (state = 'confirmed' OR state = 'held' AND held_until > $4)
          AND ($5::timestamptz IS NULL OR lower(during) > $5)
        ORDER BY lower(during) LIMIT $6`,
      [resourceId, span.startAt, span.endAt, now, after, limit + 1],
    );
  }

  /** What a resource is still booked for after `now`: holds that are not past, and confirmed bookings. */
  async coming(em: EntityManager, resourceId: string, now: Date): Promise<InterviewBooking[]> {
    return em.query(
      `SELECT ${COLUMNS} FROM booking
        WHERE resource_id = $1 AND during && tstzrange($2, NULL) AND coalesce(start_at, lower(during)) > $2
          AND (state = 'confirmed' OR state = 'held' AND held_until > $2)
        ORDER BY lower(during)`,
      [resourceId, now],
    );
  }

  /**
   * What a resource is still booked for after `now`, locked until the transaction ends. Those being replaced are few, and
   * no index of the bookings that take time has them.
   */
  async lockComing(em: EntityManager, resourceId: string, now: Date): Promise<InterviewBooking[]> {
    return em.query(
      `SELECT ${COLUMNS} FROM booking
        WHERE id IN (
            SELECT id FROM booking
            WHERE resource_id = $1 AND during && tstzrange($2, NULL) AND state IN ('held', 'confirmed')
            UNION ALL SELECT replaced_id FROM booking_stand_in)
          AND resource_id = $1 AND coalesce(start_at, lower(during)) > $2
        ORDER BY lower(during) FOR UPDATE`,
      [resourceId, now],
    );
  }

  /** Whether an id was given back before it was ever asked for. */
  async wasGivenBackUnasked(em: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await em.query('SELECT 1 FROM booking_given_back_unasked WHERE id = $1', [id]);
    return rows.length > 0;
  }

  /** Remembers that an id was given back: a hold with it that comes late is refused. */
  async giveBackUnasked(em: EntityManager, id: string, at: Date): Promise<void> {
    await em.query('INSERT INTO booking_given_back_unasked VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, at]);
  }

  /** Makes whoever else works on a booking of this id wait, also before it exists. */
  async lockId(em: EntityManager, id: string): Promise<void> {
    await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
  }
}
