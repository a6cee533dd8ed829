import type { Language } from '@app/common/contracts/request-kind.js';
import { WrongState } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BOOKING_STATES, mayBecome, stateAt, type BookingState } from '../bookings/domain/booking-state.js';

/** What the desk has to know of a citizen's booking. */
export interface DeskBooking {
  readonly id: string;
  readonly code: string;
  readonly state: BookingState;
  readonly heldUntil: Date;
  readonly windowId: string;
  readonly siteId: string;
  readonly siteNameZh: string;
  readonly siteNameEn: string;
  readonly itemCode: string;
  /** At the office, `YYYY-MM-DD`. */
  readonly day: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly green: boolean;
  readonly homeVisit: boolean;
  readonly sealedPhone: string | null;
  readonly phoneFingerprint: string | null;
  readonly receivesText: boolean;
  readonly language: Language | null;
}

const COLUMNS = `b.id, b.code, b.state, b.held_until AS "heldUntil", b.resource_id AS "windowId", b.site_id AS "siteId",
  s.name_zh AS "siteNameZh", s.name_en AS "siteNameEn", b.item_code AS "itemCode",
  to_char(b.day, 'YYYY-MM-DD') AS day, b.start_at AS "startAt", b.end_at AS "endAt", b.green,
  b.home_visit AS "homeVisit", b.sealed_phone AS "sealedPhone", b.phone_fingerprint AS "phoneFingerprint",
  b.receives_text AS "receivesText", b.language`;
const FROM = `FROM booking b JOIN site s ON s.id = b.site_id WHERE b.resource_kind = 'window'`;

/** Nobody checks in at a window for a home visit: whether it took place the officer says. */
const LOCK_OVER = `SELECT ${COLUMNS} ${FROM} AND b.state = 'confirmed' AND NOT b.home_visit
    AND b.start_at < $1 AND b.end_at <= $2
  ORDER BY b.start_at LIMIT $3 FOR UPDATE OF b SKIP LOCKED`;

/** Citizens' bookings on their day. */
@Injectable()
export class DeskBookingRepository {
  /** The booking of a code, locked until the transaction ends. */
  async lock(em: EntityManager, code: string): Promise<DeskBooking | null> {
    const [booking] = await em.query<DeskBooking[]>(`SELECT ${COLUMNS} ${FROM} AND b.code = $1 FOR UPDATE OF b`, [
      code,
    ]);
    return booking ?? null;
  }

  async lockById(em: EntityManager, id: string): Promise<DeskBooking> {
    const [booking] = await em.query<DeskBooking[]>(`SELECT ${COLUMNS} ${FROM} AND b.id = $1 FOR UPDATE OF b`, [id]);
    if (!booking) throw new Error(`a visit speaks of booking ${id}, which is not there`);
    return booking;
  }

  /** Confirmed bookings that begin before one instant and end by another: locked, at most `most`. */
  lockOver(em: EntityManager, begunBefore: Date, endedBy: Date, most: number): Promise<DeskBooking[]> {
    return em.query(LOCK_OVER, [begunBefore, endedBy, most]);
  }

  /**
   * Moves a locked booking to another state.
   * @throws WrongState (409) if its state does not lead there
   */
  async become(em: EntityManager, booking: DeskBooking, to: BookingState, now: Date): Promise<void> {
    const state = stateAt(booking, now);
    if (!mayBecome(state, to)) {
      throw new WrongState({ state, allowed: BOOKING_STATES.filter((from) => mayBecome(from, to)) });
    }
    await em.query(
      `UPDATE booking SET state = $2, version = version + 1, sequence = sequence + ($2 = 'cancelled')::int,
          ended_at = CASE WHEN $2 IN ('served', 'missed', 'unserved', 'cancelled') THEN $3::timestamptz ELSE ended_at END
        WHERE id = $1`,
      [booking.id, to, now],
    );
  }
}
