import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from './zone.js';

/** What an administrator says of a day: worked, free, or as the published arrangement has it after all. */
export const DAY_KINDS = ['working', 'free', 'as_published'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export interface DeclaredDay {
  readonly day: Day;
  readonly kind: DayKind;
  readonly reason: string;
  readonly declaredAt: Date;
}

interface Row {
  readonly day: Day;
  readonly working: boolean;
  readonly reason: string;
  readonly changed_at: Date;
}

/** A service's own copy of the days declared against the published calendar; the hotline's is the first. */
@Injectable()
export class DeclaredDays {
  async declare(em: EntityManager, { day, kind, reason, declaredAt }: DeclaredDay): Promise<void> {
    if (kind === 'as_published') {
      await em.query('DELETE FROM calendar_override WHERE day = $1', [day]);
      return;
    }
    await em.query(
      `INSERT INTO calendar_override (day, working, reason, changed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (day) DO UPDATE
         SET working = excluded.working, reason = excluded.reason, changed_at = excluded.changed_at`,
      [day, kind === 'working', reason, declaredAt],
    );
  }

  /** When what holds for a day was declared; null where it is as published. */
  async declaredAt(em: EntityManager, day: Day): Promise<Date | null> {
    const rows = await em.query<Pick<Row, 'changed_at'>[]>('SELECT changed_at FROM calendar_override WHERE day = $1', [
      day,
    ]);
    return rows[0]?.changed_at ?? null;
  }

  /** At most `limit` of them, the latest day first, those before `before`. */
  async list(em: EntityManager, before: Day | null, limit: number): Promise<DeclaredDay[]> {
    const rows = await em.query<Row[]>(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, working, reason, changed_at FROM calendar_override
        WHERE $1::date IS NULL OR day < $1 ORDER BY day DESC LIMIT $2`,
      [before, limit],
    );
    return rows.map(({ day, working, reason, changed_at: declaredAt }) => {
      return { day, kind: working ? 'working' : 'free', reason, declaredAt };
    });
  }
}
