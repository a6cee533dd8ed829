import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Which phones a booking has asked for a rating: 评 means the last item that asked (interfaces.md §3). */
@Injectable()
export class RatingsAskedElsewhere {
  async note(em: EntityManager, phoneFingerprint: string, askedAt: Date): Promise<void> {
    await em.query(
      `INSERT INTO rating_asked_elsewhere VALUES ($1, $2)
       ON CONFLICT (phone_fingerprint) DO UPDATE SET asked_at = greatest(rating_asked_elsewhere.asked_at, excluded.asked_at)`,
      [phoneFingerprint, askedAt],
    );
  }

  /**
   * A rating of this phone goes there if a booking asked later than `since`; the next one no more, unless it asks again.
   * @returns whether it goes there
   */
  async settle(em: EntityManager, phoneFingerprint: string, since: Date): Promise<boolean> {
    const [rows] = await em.query<[unknown[], number]>(
      'DELETE FROM rating_asked_elsewhere WHERE phone_fingerprint = $1 AND asked_at > $2 RETURNING 1',
      [phoneFingerprint, since],
    );
    return rows.length > 0;
  }
}
