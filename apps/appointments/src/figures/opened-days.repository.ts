import type { SessionName } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from '../schedule/domain/site-schedule.js';
import type { OpenedSession } from './domain/opened-session.js';
import { KEYS, PERIOD } from './figures.statements.js';

/** The first day of which anything is known: there is no past before it. */
const FIRST_DAY = `
  SELECT least(
    (SELECT min(day) FROM booking WHERE resource_kind = 'window'), (SELECT min(day) FROM visit))::text AS day`;

const ADD_DAYS = `
  INSERT INTO opened_day (day, kept_at) SELECT day, $2 FROM unnest($1::date[]) AS day
  ON CONFLICT DO NOTHING RETURNING day::text AS day`;

const KEEP = `
  INSERT INTO opened_session (day, site_id, window_id, session, counter, minutes, capacity)
  SELECT * FROM unnest($1::date[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[], $6::int[], $7::int[])`;

/** What the windows offered, by session: $1 first day, $2 last day, $3 site or null. */
export const offeredStatement = (by: 'site' | 'week'): string => `
  SELECT ${KEYS[by]} AS key, x.session, coalesce(sum(x.minutes) FILTER (WHERE x.counter), 0)::int AS "openMinutes",
         sum(x.minutes * x.capacity)::int AS "offeredMinutes"
    FROM opened_session x WHERE ${PERIOD}
   GROUP BY 1, 2`;

/** What windows offered in the sessions of one name. */
export interface OfferedCount {
  readonly key: string;
  readonly session: SessionName;
  readonly openMinutes: number;
  readonly offeredMinutes: number;
}

/** What was open on days that are over, as it was kept then. */
@Injectable()
export class OpenedDays {
  async lastKept(em: EntityManager): Promise<Day | null> {
    const [row] = await em.query<{ day: Day | null }[]>('SELECT max(day)::text AS day FROM opened_day');
    return row?.day ?? null;
  }

  async firstKept(em: EntityManager): Promise<Day | null> {
    const [row] = await em.query<{ day: Day | null }[]>('SELECT min(day)::text AS day FROM opened_day');
    return row?.day ?? null;
  }

  /** The first day anybody booked for or came on, null before there is one. */
  async firstDay(em: EntityManager): Promise<Day | null> {
    const [row] = await em.query<{ day: Day | null }[]>(FIRST_DAY);
    return row?.day ?? null;
  }

  /** Days that are kept already stay as they were kept. */
  async keep(
    em: EntityManager,
    days: readonly Day[],
    sessionsOf: (day: Day) => readonly OpenedSession[],
    at: Date,
  ): Promise<void> {
    const added = await em.query<{ day: Day }[]>(ADD_DAYS, [days, at]);
    const sessions = added.flatMap(({ day }) => sessionsOf(day));
    await em.query(KEEP, [
      sessions.map(({ day }) => day),
      sessions.map(({ siteId }) => siteId),
      sessions.map(({ windowId }) => windowId),
      sessions.map(({ session }) => session),
      sessions.map(({ counter }) => counter),
      sessions.map(({ minutes }) => minutes),
      sessions.map(({ capacity }) => capacity),
    ]);
  }

  /** Which of some days are kept. */
  async kept(em: EntityManager, { fromDay, toDay }: Days): Promise<Set<Day>> {
    const rows = await em.query<{ day: Day }[]>(
      'SELECT day::text AS day FROM opened_day WHERE day BETWEEN $1::date AND $2::date',
      [fromDay, toDay],
    );
    return new Set(rows.map(({ day }) => day));
  }

  /** @param siteId null: all sites */
  offered(
    em: EntityManager,
    by: 'site' | 'week',
    siteId: string | null,
    { fromDay, toDay }: Days,
  ): Promise<OfferedCount[]> {
    return em.query(offeredStatement(by), [fromDay, toDay, siteId]);
  }
}
