import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Numbers that want no text messages, kept as fingerprints. */
@Injectable()
export class OptOutRepository {
  async add(em: EntityManager, phoneFingerprint: string, now: Date): Promise<void> {
    await em.query('INSERT INTO opt_out VALUES ($1, $2) ON CONFLICT DO NOTHING', [phoneFingerprint, now]);
  }

  async lift(em: EntityManager, phoneFingerprint: string): Promise<void> {
    await em.query('DELETE FROM opt_out WHERE phone_fingerprint = $1', [phoneFingerprint]);
  }

  async has(em: EntityManager, phoneFingerprint: string): Promise<boolean> {
    const rows = await em.query<unknown[]>('SELECT 1 FROM opt_out WHERE phone_fingerprint = $1', [phoneFingerprint]);
    return rows.length > 0;
  }
}
