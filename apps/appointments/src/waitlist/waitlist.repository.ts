import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WaitlistEntry } from './waitlist-entry.js';

const COLUMNS = `id, code, state, item_code AS "itemCode", site_id AS "siteId", from_day::text AS "fromDay",
  to_day::text AS "toDay", session, people, green, home_visit AS "homeVisit", sealed_address AS "sealedAddress", language, sealed_name AS "sealedName",
  sealed_phone AS "sealedPhone", phone_fingerprint AS "phoneFingerprint", receives_text AS "receivesText",
  booking_id AS "bookingId"`;

/** Those who wait, in the order in which they came. */
@Injectable()
export class WaitlistRepository {
  /** @returns false if the phone waits for the same item at the same site already */
  async insert(em: EntityManager, entry: WaitlistEntry, at: Date): Promise<boolean> {
    const rows = await em.query<unknown[]>(
      `INSERT INTO waitlist_entry (id, code, state, item_code, site_id, from_day, to_day, session, people, green, language,
         sealed_name, sealed_phone, phone_fingerprint, receives_text, home_visit, sealed_address, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       ON CONFLICT (phone_fingerprint, item_code, site_id) WHERE state IN ('waiting', 'offered') DO NOTHING RETURNING 1`,
      [
        entry.id,
        entry.code,
        entry.state,
        entry.itemCode,
        entry.siteId,
        entry.fromDay,
        entry.toDay,
        entry.session,
        entry.people,
        entry.green,
        entry.language,
        entry.sealedName,
        entry.sealedPhone,
        entry.phoneFingerprint,
        entry.receivesText,
        entry.homeVisit,
        entry.sealedAddress,
        at,
      ],
    );
    return rows.length > 0;
  }

  async find(em: EntityManager, code: string): Promise<WaitlistEntry | null> {
    const [entry] = await em.query<WaitlistEntry[]>(`SELECT ${COLUMNS} FROM waitlist_entry WHERE code = $1`, [code]);
    return entry ?? null;
  }

  async lock(em: EntityManager, id: string): Promise<WaitlistEntry | null> {
    const [entry] = await em.query<WaitlistEntry[]>(`SELECT ${COLUMNS} FROM waitlist_entry WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return entry ?? null;
  }

  /**
   * The first of those who wait for a day at a site and for something this window does, locked in their order; a booking
   * is locked before them.
   */
  async nextInLine(
    em: EntityManager,
    { siteId, windowId, day }: { siteId: string; windowId: string; day: string },
    most: number,
  ): Promise<WaitlistEntry[]> {
    return em.query(
      `SELECT ${COLUMNS} FROM waitlist_entry
        WHERE site_id = $1 AND state = 'waiting' AND $2::date BETWEEN from_day AND to_day
          AND item_code IN (SELECT item_code FROM window_item WHERE window_id = $3)
          AND home_visit = (SELECT kind = 'home-visit' FROM service_window WHERE id = $3)
        ORDER BY line LIMIT $4 FOR UPDATE`,
      [siteId, day, windowId, most],
    );
  }

  async offered(em: EntityManager, id: string, bookingId: string): Promise<void> {
    await em.query(
      `UPDATE waitlist_entry SET state = 'offered', booking_id = $2, version = version + 1 WHERE id = $1`,
      [id, bookingId],
    );
  }

  async withdraw(em: EntityManager, id: string): Promise<void> {
    await em.query(`UPDATE waitlist_entry SET state = 'withdrawn', version = version + 1 WHERE id = $1`, [id]);
  }

  /** @returns the entry whose offer this booking was; null where it was none */
  async settle(
    em: EntityManager,
    bookingId: string,
    state: 'taken' | 'withdrawn' | 'over',
  ): Promise<WaitlistEntry | null> {
    const [rows] = await em.query<[WaitlistEntry[], number]>(
      `UPDATE waitlist_entry SET state = $2, version = version + 1 WHERE booking_id = $1 AND state = 'offered'
       RETURNING ${COLUMNS}`,
      [bookingId, state],
    );
    return rows[0] ?? null;
  }

  /** Ends the waiting of those whose last day is past. */
  async endPast(em: EntityManager, today: string): Promise<WaitlistEntry[]> {
    const [rows] = await em.query<[WaitlistEntry[], number]>(
      `UPDATE waitlist_entry SET state = 'over', version = version + 1
        WHERE id IN (SELECT id FROM waitlist_entry WHERE state = 'waiting' AND to_day < $1 ORDER BY id FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [today],
    );
    return rows;
  }
}
