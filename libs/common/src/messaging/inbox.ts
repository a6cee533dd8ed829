import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Which events this service has taken. */
@Injectable()
export class Inbox {
  /** @returns false if the event was taken before: then nothing may be done again */
  async claim(em: EntityManager, eventId: string, subject: string): Promise<boolean> {
    const inserted: unknown[] = await em.query(
      'INSERT INTO inbox (event_id, subject) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [eventId, subject],
    );
    return inserted.length > 0;
  }

  /** Of these events, the ones this service has neither taken nor set aside. */
  async missing(em: EntityManager, eventIds: string[]): Promise<string[]> {
    const rows: { id: string }[] = await em.query(
      `SELECT id FROM unnest($1::uuid[]) AS wanted(id)
        WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE event_id = wanted.id)
          AND NOT EXISTS (SELECT 1 FROM dead_letter WHERE event_id = wanted.id)`,
      [eventIds],
    );
    return rows.map((row) => row.id);
  }
}
