import type { Language } from '@app/common/contracts/request-kind.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Where text messages to a volunteer go. */
export interface KeptContact {
  /** The volunteer's. */
  readonly id: string;
  readonly sealedPhone: string | null;
  readonly language: Language;
  readonly version: number;
}

const READ = `
  SELECT v.id, c.sealed_phone AS "sealedPhone", coalesce(c.language, 'zh-CN') AS language, coalesce(c.version, 0) AS version
    FROM volunteer v LEFT JOIN volunteer_contact c ON c.volunteer_id = v.id WHERE v.id = $1`;

/** Volunteers' phones in the database; a volunteer of whom none was entered has an empty contact. */
@Injectable()
export class VolunteerContactRepository {
  async find(em: EntityManager, volunteerId: string): Promise<KeptContact | null> {
    const [contact] = await em.query<KeptContact[]>(READ, [volunteerId]);
    return contact ?? null;
  }

  /** The contact, with its volunteer locked until the transaction ends. */
  async lock(em: EntityManager, volunteerId: string): Promise<KeptContact | null> {
    const [contact] = await em.query<KeptContact[]>(`${READ} FOR NO KEY UPDATE OF v`, [volunteerId]);
    return contact ?? null;
  }

  async keep(em: EntityManager, { id, sealedPhone, language, version }: KeptContact): Promise<void> {
    await em.query(
      `INSERT INTO volunteer_contact (volunteer_id, sealed_phone, language, version) VALUES ($1, $2, $3, $4)
       ON CONFLICT (volunteer_id) DO UPDATE SET sealed_phone = $2, language = $3, version = $4`,
      [id, sealedPhone, language, version],
    );
  }
}
