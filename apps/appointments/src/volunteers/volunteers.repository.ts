import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Span } from '../slots/domain/span.js';
import type { WeeklyHours } from './domain/volunteer-hours.js';
import type { VolunteerBody, VolunteerRow } from './volunteer.dto.js';

const READ = `
SELECT v.id, v.staff_id AS "staffId", v.name, v.fields, v.active, v.version,
  (SELECT coalesce(json_agg(json_build_object('weekday', h.weekday, 'fromMinute', h.from_minute, 'toMinute', h.to_minute)
      ORDER BY h.weekday, h.from_minute), '[]') FROM volunteer_hours h WHERE h.volunteer_id = v.id) AS hours
FROM volunteer v`;

/** Volunteers and their hours in the database. */
@Injectable()
export class VolunteerRepository {
  async find(em: EntityManager, id: string): Promise<VolunteerRow | null> {
    const [volunteer] = await em.query<VolunteerRow[]>(`${READ} WHERE v.id = $1`, [id]);
    return volunteer ?? null;
  }

  /** The volunteer, in use or not, locked until the transaction ends. */
  async lock(em: EntityManager, id: string): Promise<VolunteerRow | null> {
    const [volunteer] = await em.query<VolunteerRow[]>(`${READ} WHERE v.id = $1 FOR NO KEY UPDATE OF v`, [id]);
    return volunteer ?? null;
  }

  /** A volunteer who can be booked, locked until the transaction ends. */
  async lockInUse(em: EntityManager, id: string): Promise<VolunteerRow | null> {
    const text = `${READ} WHERE v.active AND v.id = $1 FOR NO KEY UPDATE OF v`;
    const [volunteer] = await em.query<VolunteerRow[]>(text, [id]);
    return volunteer ?? null;
  }

  /** At most `limit` volunteers by id, those behind `after`. */
  list(em: EntityManager, after: string | null, limit: number): Promise<VolunteerRow[]> {
    return em.query(`${READ} WHERE $1::uuid IS NULL OR v.id > $1 ORDER BY v.id LIMIT $2`, [after, limit]);
  }

  /**
   * Volunteers whom nobody has booked for a time, by name; whether they give it is for their hours to say.
   * @param field only those who know it; null: all
   * @param replaces a booking that the one asked for would replace
   */
  notBooked(
    em: EntityManager,
    { startAt, endAt }: Span,
    { field, replaces }: { field: string | null; replaces: string | null },
    now: Date,
  ): Promise<VolunteerRow[]> {
    return em.query(
      `${READ}
        WHERE v.active AND ($1::text IS NULL OR $1 = ANY (v.fields))
          AND NOT EXISTS (
            SELECT 1 FROM booking b
             WHERE b.resource_id = v.id AND b.during && tstzrange($2, $3)
               AND (b.state = 'confirmed' OR b.state = 'held' AND b.held_until > $4) AND b.id IS DISTINCT FROM $5)
        ORDER BY v.name, v.id`,
      [field, startAt, endAt, now, replaces],
    );
  }

  async insert(em: EntityManager, id: string, body: VolunteerBody): Promise<void> {
    await em.query('INSERT INTO volunteer (id, staff_id, name, fields, active) VALUES ($1, $2, $3, $4, $5)', [
      id,
      body.staffId ?? null,
      body.name,
      body.fields,
      body.active,
    ]);
    await this.replaceHours(em, id, body.hours);
  }

  async update(em: EntityManager, id: string, body: VolunteerBody): Promise<void> {
    await em.query('UPDATE volunteer SET staff_id = $2, name = $3, fields = $4, active = $5 WHERE id = $1', [
      id,
      body.staffId ?? null,
      body.name,
      body.fields,
      body.active,
    ]);
    await this.replaceHours(em, id, body.hours);
  }

  private async replaceHours(em: EntityManager, id: string, hours: readonly WeeklyHours[]): Promise<void> {
    await em.query('DELETE FROM volunteer_hours WHERE volunteer_id = $1', [id]);
    await em.query(
      `INSERT INTO volunteer_hours (volunteer_id, weekday, from_minute, to_minute)
       SELECT $1, weekday, "fromMinute", "toMinute"
       FROM jsonb_to_recordset($2) AS row (weekday smallint, "fromMinute" int, "toMinute" int)`,
      [id, JSON.stringify(hours)],
    );
  }
}
