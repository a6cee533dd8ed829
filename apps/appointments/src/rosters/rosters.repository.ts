import { isDay } from '@app/common/calendar/zone.js';
import { decodeCursor } from '@app/common/http/page.js';
import { Malformed, NotFound } from '@app/common/http/problem.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Duty, Rest, Turn } from './domain/roster.js';
import type { RosterListQuery } from './roster.dto.js';
import type { Assignments, KeptDuty, Roster } from './roster-rows.js';

const ROSTER = `
  SELECT r.id, r.site_id AS "siteId", s.name_zh AS "siteNameZh", s.name_en AS "siteNameEn",
         r.from_day::text AS "fromDay", r.to_day::text AS "toDay", r.state, r.made_at AS "madeAt",
         r.published_at AS "publishedAt", r.version
    FROM roster r JOIN site s ON s.id = r.site_id`;

const DUTIES = `
  SELECT id, day::text AS day, session, role, post_id AS "postId", seat, officer_id AS "officerId",
         took_over_from AS "tookOverFrom"
    FROM duty WHERE roster_id = $1 ORDER BY day, session, post_id NULLS FIRST, seat, id`;

const RESTS = `
  SELECT officer_id AS "officerId", day::text AS day, session
    FROM rest_half_day WHERE roster_id = $1 ORDER BY officer_id, day, session`;

/** A duty to be written. */
export type NewDuty = Duty & { readonly seat: 'A' | 'B' | null; readonly turn: Turn };

/** Rosters with their duties and rests. */
@Injectable()
export class RosterRepository {
  async find(em: EntityManager, id: string): Promise<Roster | null> {
    const [roster] = await em.query<Roster[]>(`${ROSTER} WHERE r.id = $1`, [id]);
    return roster ?? null;
  }

  /** One more than `limit` rosters of a site, the latest period first. */
  list(em: EntityManager, query: RosterListQuery): Promise<Roster[]> {
    const [fromDay, id] = decodeCursor(query.after, ['string', 'uuid']) ?? [null, null];
    if (fromDay !== null && !isDay(String(fromDay))) throw new Malformed([{ pointer: '?after', rule: 'cursor' }]);
    return em.query(
      `${ROSTER}
        WHERE r.site_id = $1 AND ($2::text IS NULL OR r.state = $2)
          AND ($3::text IS NULL OR (r.from_day, r.id) < ($3::date, $4::uuid))
        ORDER BY r.from_day DESC, r.id DESC LIMIT $5`,
      [query.site, query.state ?? null, fromDay, id, query.limit + 1],
    );
  }

  /**
   * Makes whoever else changes rosters or absences of these sites wait until this transaction is over: two who publish
   * at once would otherwise end each other's transaction in a deadlock over the exclusion constraint.
   */
  async lockSite(em: EntityManager, siteId: string): Promise<void> {
    await em.query('SELECT 1 FROM site WHERE id = $1 FOR NO KEY UPDATE', [siteId]);
  }

  /**
   * The roster as it stands once nobody else is changing it.
   * @throws NotFound
   */
  async lock(em: EntityManager, id: string): Promise<Roster> {
    const seen = await this.find(em, id);
    if (seen) await this.lockSite(em, seen.siteId);
    const roster = seen && (await this.find(em, id));
    if (!roster) throw new NotFound();
    return roster;
  }

  /** Published rosters of a site that have days from `fromDay` to `toDay`, in their order. */
  published(em: EntityManager, siteId: string, fromDay: string, toDay: string): Promise<Roster[]> {
    return em.query(
      `${ROSTER} WHERE r.site_id = $1 AND r.state = 'published' AND r.to_day >= $2::date AND r.from_day <= $3::date
        ORDER BY r.from_day`,
      [siteId, fromDay, toDay],
    );
  }

  /** Ids of the rosters and drafts with days from `today` on, behind a cursor: a few hundred, read once a change. */
  async notOver(em: EntityManager, today: string, after: string | null, limit: number): Promise<string[]> {
    const rows = await em.query<{ id: string }[]>(
      `SELECT id FROM roster
        WHERE to_day >= $1::date AND state <> 'withdrawn' AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [today, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  async assignments(em: EntityManager, rosterId: string): Promise<Assignments> {
    const duties = await em.query<KeptDuty[]>(DUTIES, [rosterId]);
    return { duties, rests: await em.query<Rest[]>(RESTS, [rosterId]) };
  }

  async insert(
    em: EntityManager,
    roster: Pick<Roster, 'id' | 'siteId' | 'fromDay' | 'toDay' | 'madeAt'> & { madeBy: string },
    duties: readonly NewDuty[],
    rests: readonly Rest[],
  ): Promise<void> {
    await em.query(
      `INSERT INTO roster (id, site_id, from_day, to_day, state, made_by, made_at) VALUES ($1, $2, $3, $4, 'draft', $5, $6)`,
      [roster.id, roster.siteId, roster.fromDay, roster.toDay, roster.madeBy, roster.madeAt],
    );
    await this.insertDuties(em, roster, duties);
    await em.query(
      `INSERT INTO rest_half_day (roster_id, officer_id, day, session)
       SELECT $1, * FROM unnest($2::uuid[], $3::date[], $4::text[])`,
      [
        roster.id,
        rests.map(({ officerId }) => officerId),
        rests.map(({ day }) => day),
        rests.map(({ session }) => session),
      ],
    );
  }

  async insertDuties(
    em: EntityManager,
    { id, siteId }: Pick<Roster, 'id' | 'siteId'>,
    duties: readonly NewDuty[],
  ): Promise<void> {
    await em.query(
      `INSERT INTO duty (roster_id, site_id, id, day, session, role, post_id, seat, officer_id, turn)
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::date[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::uuid[], $10::text[])`,
      [
        id,
        siteId,
        duties.map(() => newId()),
        duties.map(({ day }) => day),
        duties.map(({ session }) => session),
        duties.map(({ role }) => role),
        duties.map(({ postId }) => postId),
        duties.map(({ seat }) => seat),
        duties.map(({ officerId }) => officerId),
        duties.map(({ turn }) => turn),
      ],
    );
  }

  /** Gives duties to others, all in one statement: two who swap are never both in one place. */
  async assign(
    em: EntityManager,
    changes: readonly Pick<KeptDuty, 'id' | 'officerId' | 'seat' | 'tookOverFrom'>[],
  ): Promise<void> {
    await em.query(
      `UPDATE duty SET officer_id = c.officer_id, seat = c.seat, took_over_from = c.took_over_from
         FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[]) AS c(id, officer_id, seat, took_over_from)
        WHERE duty.id = c.id`,
      [
        changes.map(({ id }) => id),
        changes.map(({ officerId }) => officerId),
        changes.map(({ seat }) => seat),
        changes.map(({ tookOverFrom }) => tookOverFrom),
      ],
    );
  }

  /**
   * What duties count as when turns are shared.
   * @returns how many count as something else now
   */
  async setTurns(em: EntityManager, duties: readonly { readonly id: string; readonly turn: Turn }[]): Promise<number> {
    const [, changed]: [unknown, number] = await em.query(
      `UPDATE duty SET turn = c.turn FROM unnest($1::uuid[], $2::text[]) AS c(id, turn)
        WHERE duty.id = c.id AND duty.turn <> c.turn`,
      [duties.map(({ id }) => id), duties.map(({ turn }) => turn)],
    );
    return changed;
  }

  async removeDuty(em: EntityManager, id: string): Promise<void> {
    await em.query('DELETE FROM duty WHERE id = $1', [id]);
  }

  async addRest(em: EntityManager, rosterId: string, { officerId, day, session }: Rest): Promise<void> {
    await em.query(
      'INSERT INTO rest_half_day (roster_id, officer_id, day, session) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [rosterId, officerId, day, session],
    );
  }

  async removeRest(em: EntityManager, rosterId: string, { officerId, day, session }: Rest): Promise<void> {
    await em.query('DELETE FROM rest_half_day WHERE roster_id = $1 AND officer_id = $2 AND day = $3 AND session = $4', [
      rosterId,
      officerId,
      day,
      session,
    ]);
  }

  async raiseVersion(em: EntityManager, id: string): Promise<void> {
    await em.query('UPDATE roster SET version = version + 1 WHERE id = $1', [id]);
  }

  async publish(em: EntityManager, id: string, { by, at }: { by: string; at: Date }): Promise<void> {
    await em.query(
      `UPDATE roster SET state = 'published', published_by = $2, published_at = $3, version = version + 1 WHERE id = $1`,
      [id, by, at],
    );
  }

  async withdraw(em: EntityManager, id: string, at: Date): Promise<void> {
    await em.query(`UPDATE roster SET state = 'withdrawn', withdrawn_at = $2, version = version + 1 WHERE id = $1`, [
      id,
      at,
    ]);
  }

  /** Takes the days from one on off the roster. */
  async cutShort(em: EntityManager, id: string, from: string): Promise<void> {
    await em.query('DELETE FROM duty WHERE roster_id = $1 AND day >= $2::date', [id, from]);
    await em.query('DELETE FROM rest_half_day WHERE roster_id = $1 AND day >= $2::date', [id, from]);
    await em.query('UPDATE roster SET to_day = least(to_day, $2::date - 1), version = version + 1 WHERE id = $1', [
      id,
      from,
    ]);
  }
}
