import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Span } from '../slots/domain/span.js';
import type { Booking, SealedContact } from './booking.js';
import type { BookingState } from './domain/booking-state.js';

export const BOOKING_COLUMNS = `b.id, b.code, b.state, b.resource_id AS "windowId", b.place, b.site_id AS "siteId",
  b.item_code AS "itemCode", b.material_version AS "materialVersion", b.day::text AS day, b.start_at AS "startAt",
  b.end_at AS "endAt", b.people, b.green, b.home_visit AS "homeVisit", b.channel, b.language,
  b.sealed_name AS "sealedName", b.sealed_phone AS "sealedPhone", b.phone_fingerprint AS "phoneFingerprint",
  b.receives_text AS "receivesText", b.sealed_representative AS "sealedRepresentative",
  b.sealed_address AS "sealedAddress", b.held_until AS "heldUntil", b.created_at AS "createdAt", b.sequence, b.version`;

/** Citizens' bookings in the database. */
@Injectable()
export class BookingRepository {
  /** The booking of a code, locked until the transaction ends. */
  async lock(em: EntityManager, code: string): Promise<Booking | null> {
    const [booking] = await em.query<Booking[]>(
      `SELECT ${BOOKING_COLUMNS} FROM booking b WHERE b.code = $1 AND b.resource_kind = 'window' FOR UPDATE`,
      [code],
    );
    return booking ?? null;
  }

  async find(em: EntityManager, id: string): Promise<Booking | null> {
    const [booking] = await em.query<Booking[]>(
      `SELECT ${BOOKING_COLUMNS} FROM booking b WHERE b.id = $1 AND b.resource_kind = 'window'`,
      [id],
    );
    return booking ?? null;
  }

  /** The booking of an id, locked until the transaction ends. */
  async lockById(em: EntityManager, id: string): Promise<Booking | null> {
    const [booking] = await em.query<Booking[]>(
      `SELECT ${BOOKING_COLUMNS} FROM booking b WHERE b.id = $1 AND b.resource_kind = 'window' FOR UPDATE`,
      [id],
    );
    return booking ?? null;
  }

  /**
   * A hold becomes a booking.
   * @throws QueryFailedError with SQLSTATE 23505 if the phone has another of the item that day
   */
  async confirm(
    em: EntityManager,
    id: string,
    contact: SealedContact,
    more: { sealedRepresentative: string | null; sealedAddress: string | null; at: Date },
  ): Promise<void> {
    await em.query(
      `UPDATE booking SET state = 'confirmed', confirmed_at = $2, sealed_name = $3, sealed_phone = $4,
         phone_fingerprint = $5, receives_text = $6, language = $7, sealed_representative = $8, sealed_address = $9,
         version = version + 1
       WHERE id = $1`,
      [
        id,
        more.at,
        contact.sealedName,
        contact.sealedPhone,
        contact.phoneFingerprint,
        contact.receivesText,
        contact.language,
        more.sealedRepresentative,
        more.sealedAddress,
      ],
    );
  }

  /** Gives the place free. A cancelled booking's calendar entry is changed, so its sequence rises. */
  async end(
    em: EntityManager,
    id: string,
    state: Extract<BookingState, 'cancelled' | 'expired' | 'released'>,
    at: Date,
  ): Promise<void> {
    await em.query(
      `UPDATE booking SET state = $2, ended_at = $3, version = version + 1,
         sequence = sequence + CASE WHEN $2 = 'cancelled' THEN 1 ELSE 0 END
       WHERE id = $1`,
      [id, state, at],
    );
  }

  /** Holds past their time: of these windows within a span, or of a phone's item that day. Not those being worked on. */
  async lapsed(
    em: EntityManager,
    where: {
      windowIds: readonly string[];
      during: Span;
      phoneFingerprint: string | null;
      itemCode: string;
      day: string;
      now: Date;
    },
  ): Promise<Booking[]> {
    return em.query(
      `SELECT ${BOOKING_COLUMNS} FROM booking b
        WHERE b.state IN ('held', 'confirmed', 'arrived', 'served') AND b.state = 'held' AND b.held_until <= $1
          AND (b.resource_id = ANY ($2) AND b.during && tstzrange($3, $4)
            OR b.phone_fingerprint = $5 AND b.item_code = $6 AND b.day = $7)
        ORDER BY b.id LIMIT 500 FOR UPDATE SKIP LOCKED`,
      [
        where.now,
        where.windowIds,
        where.during.startAt,
        where.during.endAt,
        where.phoneFingerprint,
        where.itemCode,
        where.day,
      ],
    );
  }

  /** When the bookings a phone has missed would have begun, since an instant. */
  async missedSince(em: EntityManager, phoneFingerprint: string, since: Date): Promise<Date[]> {
    const rows = await em.query<{ startAt: Date }[]>(
      `SELECT start_at AS "startAt" FROM booking
        WHERE phone_fingerprint = $1 AND start_at > $2 AND state = 'missed' ORDER BY start_at LIMIT 500`,
      [phoneFingerprint, since],
    );
    return rows.map(({ startAt }) => startAt);
  }

  async block(em: EntityManager, phoneFingerprint: string, until: Date): Promise<void> {
    await em.query(
      `INSERT INTO phone_block (phone_fingerprint, until) VALUES ($1, $2)
       ON CONFLICT (phone_fingerprint) DO UPDATE SET until = greatest(phone_block.until, excluded.until)`,
      [phoneFingerprint, until],
    );
  }

  /** Until when a phone may not book by web or SMS; null where it may. */
  async blockedUntil(em: EntityManager, phoneFingerprint: string, now: Date): Promise<Date | null> {
    const [row] = await em.query<{ until: Date }[]>(
      'SELECT until FROM phone_block WHERE phone_fingerprint = $1 AND until > $2',
      [phoneFingerprint, now],
    );
    return row?.until ?? null;
  }

  /** @returns whether it is the first rating of this booking */
  async rate(
    em: EntityManager,
    bookingId: string,
    rating: { score: number; comment: string | null; via: 'web' | 'sms'; at: Date },
  ): Promise<boolean> {
    const rows = await em.query<unknown[]>(
      `INSERT INTO booking_rating (booking_id, score, comment, rated_at, via) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [bookingId, rating.score, rating.comment, rating.at, rating.via],
    );
    return rows.length > 0;
  }
}
