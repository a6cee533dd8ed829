import { NotFound } from '@app/common/http/problem.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { turnOrderSql } from './domain/turn.js';
import { VISIT_COLUMNS, VISIT_JOINS, type Visit } from './visit.js';

/** A citizen who has come. */
export interface NewVisit {
  readonly id: string;
  readonly siteId: string;
  readonly day: string;
  readonly itemCode: string;
  readonly bookingId: string | null;
  readonly green: boolean;
  readonly late: boolean;
  readonly turnAt: Date;
  readonly arrivedAt: Date;
}

const NEXT_NUMBER = `
  INSERT INTO queue_counter (site_id, day, last_number) VALUES ($1, $2, 1)
  ON CONFLICT (site_id, day) DO UPDATE SET last_number = queue_counter.last_number + 1
  RETURNING last_number AS number`;

/** Two windows that ask at once get two citizens: whom one has taken the other passes over. */
const CALL_NEXT = `
  UPDATE visit SET state = 'called', window_id = $3, calls = 1, first_called_at = $4, called_at = $4
   WHERE id = (
     SELECT v.id FROM visit v
      WHERE v.site_id = $1 AND v.day = $2 AND v.state = 'waiting'
        AND EXISTS (SELECT 1 FROM window_item wi WHERE wi.window_id = $3 AND wi.item_code = v.item_code)
      ORDER BY ${turnOrderSql('v')} LIMIT 1
      FOR UPDATE OF v SKIP LOCKED)
  RETURNING id`;

const ENDED = `id, site_id AS "siteId", to_char(day, 'YYYY-MM-DD') AS day, number, booking_id AS "bookingId", state`;

/** Those of earlier days. */
const END_DAYS = `
  UPDATE visit SET state = CASE state WHEN 'serving' THEN 'finished' ELSE 'unserved' END, ended_at = $2
   WHERE id IN (SELECT id FROM visit WHERE day < $1 AND state IN ('waiting', 'called', 'serving')
                 ORDER BY day LIMIT $3 FOR UPDATE SKIP LOCKED)
  RETURNING ${ENDED}`;

/** Those of a site who came before its day was over. */
const END_DAY_AT = `
  UPDATE visit SET state = 'unserved', ended_at = $4
   WHERE id IN (SELECT id FROM visit
                 WHERE site_id = $1 AND day = $2 AND state IN ('waiting', 'called') AND arrived_at < $3
                 ORDER BY number LIMIT $5 FOR UPDATE SKIP LOCKED)
  RETURNING ${ENDED}`;

/** Sites where somebody has not been at a window yet, and what their windows do. */
const WAITED_FOR = `
  SELECT v.site_id AS "siteId", coalesce(max(st.stamp), 0)::text AS stamp, bool_or(v.state = 'serving') AS serving,
         max(greatest(v.called_at, v.ended_at)) AS "lastActAt"
    FROM visit v LEFT JOIN schedule_stamp st ON st.site_id = v.site_id
   WHERE v.day = $1
   GROUP BY v.site_id HAVING bool_or(v.state IN ('waiting', 'called'))`;

/** A visit that the end of the day has ended. */
export interface EndedVisit {
  readonly id: string;
  readonly siteId: string;
  readonly day: string;
  readonly number: number;
  readonly bookingId: string | null;
  readonly state: 'finished' | 'unserved';
}

/** A site with citizens who wait. */
export interface WaitedFor {
  readonly siteId: string;
  readonly stamp: string;
  readonly serving: boolean;
  readonly lastActAt: Date | null;
}

/** Visits and queue numbers in the database. */
@Injectable()
export class VisitRepository {
  /** The next queue number of a site and day; others who want one wait until this transaction ends. */
  async nextNumber(em: EntityManager, siteId: string, day: string): Promise<number> {
    const [counter] = await em.query<{ number: number }[]>(NEXT_NUMBER, [siteId, day]);
    if (!counter) throw new Error('a counter counts');
    return counter.number;
  }

  async insert(em: EntityManager, visit: NewVisit, number: number): Promise<void> {
    await em.query(
      `INSERT INTO visit (id, site_id, day, number, state, item_code, booking_id, green, late, turn_at, arrived_at)
       VALUES ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8, $9, $10)`,
      [
        visit.id,
        visit.siteId,
        visit.day,
        number,
        visit.itemCode,
        visit.bookingId,
        visit.green,
        visit.late,
        visit.turnAt,
        visit.arrivedAt,
      ],
    );
  }

  /** @throws NotFound */
  async read(em: EntityManager, id: string): Promise<Visit> {
    const [visit] = await em.query<Visit[]>(`SELECT ${VISIT_COLUMNS} FROM visit v ${VISIT_JOINS} WHERE v.id = $1`, [
      id,
    ]);
    if (!visit) throw new NotFound();
    return visit;
  }

  async ofBooking(em: EntityManager, bookingId: string): Promise<Visit | null> {
    const [visit] = await em.query<Visit[]>(
      `SELECT ${VISIT_COLUMNS} FROM visit v ${VISIT_JOINS} WHERE v.booking_id = $1`,
      [bookingId],
    );
    return visit ?? null;
  }

  /**
   * The visit, locked until the transaction ends.
   * @throws NotFound
   */
  async lock(em: EntityManager, id: string): Promise<Visit> {
    await em.query('SELECT 1 FROM visit WHERE id = $1 FOR UPDATE', [id]);
    return this.read(em, id);
  }

  /**
   * Makes whoever else calls at this window wait.
   * @returns whether there is such a window at the site, with a counter
   */
  async lockWindow(em: EntityManager, siteId: string, windowId: string): Promise<boolean> {
    const rows: unknown[] = await em.query(
      `SELECT 1 FROM service_window WHERE id = $1 AND site_id = $2 AND active AND kind = 'counter' FOR NO KEY UPDATE`,
      [windowId, siteId],
    );
    return rows.length > 0;
  }

  /** Who is called to the window or being served at it. */
  async at(em: EntityManager, windowId: string, day: string): Promise<Pick<Visit, 'id' | 'number' | 'state'> | null> {
    const [visit] = await em.query<Pick<Visit, 'id' | 'number' | 'state'>[]>(
      `SELECT id, number, state FROM visit WHERE window_id = $1 AND day = $2 AND state IN ('called', 'serving')`,
      [windowId, day],
    );
    return visit ?? null;
  }

  /** Calls whose turn it is among those the window serves and nobody else is just calling. */
  async callNext(em: EntityManager, siteId: string, day: string, windowId: string, at: Date): Promise<string | null> {
    const [[called]]: [{ id: string }[], number] = await em.query(CALL_NEXT, [siteId, day, windowId, at]);
    return called?.id ?? null;
  }

  async callAgain(em: EntityManager, id: string, at: Date): Promise<void> {
    await em.query('UPDATE visit SET calls = calls + 1, called_at = $2 WHERE id = $1', [id, at]);
  }

  async serve(em: EntityManager, id: string, at: Date): Promise<void> {
    await em.query(`UPDATE visit SET state = 'serving', served_at = $2 WHERE id = $1`, [id, at]);
  }

  async end(em: EntityManager, id: string, state: 'finished' | 'left', at: Date): Promise<void> {
    await em.query('UPDATE visit SET state = $2, ended_at = $3 WHERE id = $1', [id, state, at]);
  }

  /** Ends at most `most` visits of days before `today`: who was at a window was served, the others were not. */
  async endDaysBefore(em: EntityManager, today: string, at: Date, most: number): Promise<EndedVisit[]> {
    const [ended]: [EndedVisit[], number] = await em.query(END_DAYS, [today, at, most]);
    return ended;
  }

  /** Where citizens still wait on a day. */
  waitedFor(em: EntityManager, day: string): Promise<WaitedFor[]> {
    return em.query(WAITED_FOR, [day]);
  }

  /** Ends at most `most` visits of a site whose citizens came before its day was over and have not been at a window. */
  async endDay(
    em: EntityManager,
    { siteId, day, overAt }: { siteId: string; day: string; overAt: Date },
    at: Date,
    most: number,
  ): Promise<EndedVisit[]> {
    const [ended]: [EndedVisit[], number] = await em.query(END_DAY_AT, [siteId, day, overAt, at, most]);
    return ended;
  }

  /** Whether the item is offered to walk-ins at the site, and a window there serves it. */
  async servesWalkIns(em: EntityManager, siteId: string, itemCode: string): Promise<boolean> {
    const rows: unknown[] = await em.query(
      `SELECT 1 FROM site_item si JOIN service_item i ON i.code = si.item_code AND i.active
         JOIN site s ON s.id = si.site_id AND s.active
        WHERE si.site_id = $1 AND si.item_code = $2 AND 'counter' = ANY (si.channels)
          AND EXISTS (SELECT 1 FROM service_window w JOIN window_item wi ON wi.window_id = w.id
                       WHERE w.site_id = $1 AND w.active AND w.kind = 'counter' AND wi.item_code = $2)`,
      [siteId, itemCode],
    );
    return rows.length > 0;
  }
}
