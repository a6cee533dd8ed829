import { isDay } from '@app/common/calendar/zone.js';
import { decodeCursor } from '@app/common/http/page.js';
import { Malformed } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AbsenceListQuery } from './absence.dto.js';

/** Days an officer is away. */
export interface Absence {
  readonly id: string;
  readonly officerId: string;
  readonly officerName: string;
  readonly siteId: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly reason: string;
  readonly reportedAt: Date;
}

const ABSENCE = `
  SELECT a.id, a.officer_id AS "officerId", o.name AS "officerName", o.site_id AS "siteId",
         a.from_day::text AS "fromDay", a.to_day::text AS "toDay", a.reason, a.reported_at AS "reportedAt"
    FROM absence a JOIN officer o ON o.id = a.officer_id`;

/** Absences in the database. */
@Injectable()
export class AbsenceRepository {
  async find(em: EntityManager, id: string): Promise<Absence | null> {
    const [absence] = await em.query<Absence[]>(`${ABSENCE} WHERE a.id = $1`, [id]);
    return absence ?? null;
  }

  /** One more than `limit` absences at a site that last till today or longer, by their first day. */
  list(em: EntityManager, query: AbsenceListQuery, today: string): Promise<Absence[]> {
    const [fromDay, id] = decodeCursor(query.after, ['string', 'uuid']) ?? [null, null];
    if (fromDay !== null && !isDay(String(fromDay))) throw new Malformed([{ pointer: '?after', rule: 'cursor' }]);
    return em.query(
      `${ABSENCE}
        WHERE o.site_id = $1 AND a.to_day >= $2::date
          AND ($3::text IS NULL OR (a.from_day, a.id) > ($3::date, $4::uuid))
        ORDER BY a.from_day, a.id LIMIT $5`,
      [query.site, today, fromDay, id, query.limit + 1],
    );
  }

  async insert(em: EntityManager, absence: Absence, reportedBy: string): Promise<void> {
    await em.query(
      `INSERT INTO absence (id, officer_id, from_day, to_day, reason, reported_at, reported_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [absence.id, absence.officerId, absence.fromDay, absence.toDay, absence.reason, absence.reportedAt, reportedBy],
    );
  }

  /** Ends with that day; one that would end before it began never was. */
  async end(em: EntityManager, { id, fromDay }: Absence, lastDay: string): Promise<void> {
    if (lastDay < fromDay) await em.query('DELETE FROM absence WHERE id = $1', [id]);
    else await em.query('UPDATE absence SET to_day = $2 WHERE id = $1', [id, lastDay]);
  }
}
