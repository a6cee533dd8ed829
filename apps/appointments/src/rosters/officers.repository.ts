import { decodeCursor } from '@app/common/http/page.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Officer, Post, TurnCount } from './domain/roster.js';
import type { OfficerListQuery, OfficerRow, PostSeats } from './officer.dto.js';

const OFFICER = `
  SELECT o.id, o.site_id AS "siteId", o.staff_id AS "staffId", o.name, o.qualifications, o.may_lead AS "mayLead",
         o.active, o.version
    FROM officer o`;

const POST = `
  SELECT p.id, p.site_id AS "siteId", p.name_zh AS "nameZh", p.name_en AS "nameEn", p.qualifications,
         p.a_officer_id AS "aOfficerId", p.b_officer_id AS "bOfficerId", p.version
    FROM post p`;

/** $1 site, $2 first day and $3 last day of absences, $4 a roster whose officers are wanted though they left. */
const ROSTERED = `
  SELECT o.id, o.name, o.qualifications, o.may_lead AS "mayLead", o.active,
         (SELECT coalesce(json_agg(json_build_object('fromDay', a.from_day, 'toDay', a.to_day) ORDER BY a.from_day), '[]')
            FROM absence a
           WHERE a.officer_id = o.id AND a.to_day >= $2::date AND a.from_day <= $3::date) AS absences
    FROM officer o
   WHERE o.site_id = $1
     AND (o.active OR EXISTS (SELECT 1 FROM duty d WHERE d.roster_id = $4::uuid AND d.officer_id = o.id))
   ORDER BY o.name, o.id`;

/** Turns of published rosters, $2 first day, before $3; a turn its officer was absent from was not worked. */
const TURNS = `
  WITH worked AS (
    SELECT d.officer_id, d.turn FROM officer o
      JOIN duty d ON d.officer_id = o.id AND d.day >= $2::date AND d.day < $3::date AND d.turn <> 'ordinary'
      JOIN roster r ON r.id = d.roster_id AND r.state = 'published'
     WHERE o.site_id = $1 AND NOT EXISTS (
       SELECT 1 FROM absence a WHERE a.officer_id = d.officer_id AND d.day BETWEEN a.from_day AND a.to_day)
  ), turns AS (
    SELECT officer_id, count(*) FILTER (WHERE turn = 'noon')::int AS noon,
           count(*) FILTER (WHERE turn = 'evening')::int AS evening,
           count(*) FILTER (WHERE turn = 'weekend')::int AS weekend,
           count(*) FILTER (WHERE turn = 'holiday')::int AS holiday
      FROM worked GROUP BY officer_id
  ), rests AS (
    SELECT h.officer_id, count(*)::int AS given FROM officer o
      JOIN rest_half_day h ON h.officer_id = o.id AND h.day >= $2::date AND h.day < $3::date
      JOIN roster r ON r.id = h.roster_id AND r.state = 'published'
     WHERE o.site_id = $1 GROUP BY h.officer_id
  )
  SELECT o.id AS "officerId", coalesce(t.noon, 0) AS noon, coalesce(t.evening, 0) AS evening,
         coalesce(t.weekend, 0) AS weekend, coalesce(t.holiday, 0) AS holiday,
         coalesce(t.weekend + t.holiday, 0) AS "restWorked", coalesce(s.given, 0) AS "restGivenBack"
    FROM officer o LEFT JOIN turns t ON t.officer_id = o.id LEFT JOIN rests s ON s.officer_id = o.id
   WHERE o.site_id = $1`;

/** Officers of a site, the seats of its posts, and what each officer has done. */
@Injectable()
export class OfficerRepository {
  async find(em: EntityManager, id: string): Promise<OfficerRow | null> {
    const [officer] = await em.query<OfficerRow[]>(`${OFFICER} WHERE o.id = $1`, [id]);
    return officer ?? null;
  }

  async lock(em: EntityManager, id: string): Promise<OfficerRow | null> {
    const [officer] = await em.query<OfficerRow[]>(`${OFFICER} WHERE o.id = $1 FOR NO KEY UPDATE`, [id]);
    return officer ?? null;
  }

  /** One more than `limit` officers, by id. */
  list(em: EntityManager, query: OfficerListQuery): Promise<OfficerRow[]> {
    const [after] = decodeCursor(query.after, ['uuid']) ?? [null];
    return em.query(`${OFFICER} WHERE o.site_id = $1 AND ($2::uuid IS NULL OR o.id > $2) ORDER BY o.id LIMIT $3`, [
      query.site,
      after,
      query.limit + 1,
    ]);
  }

  async siteExists(em: EntityManager, siteId: string): Promise<boolean> {
    const found = await em.query<unknown[]>('SELECT 1 FROM site WHERE id = $1', [siteId]);
    return found.length > 0;
  }

  async insert(em: EntityManager, officer: OfficerRow): Promise<void> {
    await em.query(
      `INSERT INTO officer (id, site_id, staff_id, name, qualifications, may_lead) VALUES ($1, $2, $3, $4, $5, $6)`,
      [officer.id, officer.siteId, officer.staffId, officer.name, officer.qualifications, officer.mayLead],
    );
  }

  async update(em: EntityManager, officer: OfficerRow): Promise<void> {
    await em.query(
      `UPDATE officer SET name = $2, qualifications = $3, may_lead = $4, active = $5, staff_id = $6, version = version + 1
        WHERE id = $1`,
      [officer.id, officer.name, officer.qualifications, officer.mayLead, officer.active, officer.staffId],
    );
  }

  /** The officers a roster of the site speaks of, by name. */
  rostered(
    em: EntityManager,
    siteId: string,
    { fromDay, toDay }: { fromDay: string; toDay: string },
    rosterId: string | null,
  ): Promise<Officer[]> {
    return em.query(ROSTERED, [siteId, fromDay, toDay, rosterId]);
  }

  posts(em: EntityManager, siteId: string): Promise<(PostSeats & Post)[]> {
    return em.query(`${POST} WHERE p.site_id = $1 ORDER BY p.name_zh, p.id`, [siteId]);
  }

  async lockPost(em: EntityManager, id: string): Promise<PostSeats | null> {
    const [post] = await em.query<PostSeats[]>(`${POST} WHERE p.id = $1 FOR NO KEY UPDATE`, [id]);
    return post ?? null;
  }

  async seat(em: EntityManager, { id, aOfficerId, bOfficerId }: PostSeats): Promise<void> {
    await em.query('UPDATE post SET a_officer_id = $2, b_officer_id = $3, version = version + 1 WHERE id = $1', [
      id,
      aOfficerId,
      bOfficerId,
    ]);
  }

  /** What each officer of a site has done from the first day to before the other. */
  async turns(
    em: EntityManager,
    siteId: string,
    { fromDay, beforeDay }: { fromDay: string; beforeDay: string },
  ): Promise<Map<string, TurnCount>> {
    const rows = await em.query<(TurnCount & { officerId: string })[]>(TURNS, [siteId, fromDay, beforeDay]);
    return new Map(rows.map(({ officerId, ...turns }) => [officerId, turns]));
  }
}
