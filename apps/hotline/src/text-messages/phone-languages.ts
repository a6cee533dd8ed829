import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language } from '@app/common/contracts/request-kind.js';

/** The language a phone has asked for with 中文 or EN (interfaces.md §3). Appointments confirms it to the citizen. */
@Injectable()
export class PhoneLanguages {
  async choose(em: EntityManager, phoneFingerprint: string, language: Language): Promise<void> {
    await em.query(
      `INSERT INTO phone_language VALUES ($1, $2)
       ON CONFLICT (phone_fingerprint) DO UPDATE SET language = excluded.language`,
      [phoneFingerprint, language],
    );
  }

  /** @returns null for a phone that never chose */
  async chosen(em: EntityManager, phoneFingerprint: string): Promise<Language | null> {
    const rows = await em.query<{ language: Language }[]>(
      'SELECT language FROM phone_language WHERE phone_fingerprint = $1',
      [phoneFingerprint],
    );
    return rows[0]?.language ?? null;
  }
}
