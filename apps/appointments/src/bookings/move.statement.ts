import type { EntityManager } from 'typeorm';
import type { CandidatePlace } from './booking.statement.js';

/**
 * - `done`: moved;
 * - `stale`: the schedule has changed since it was read;
 * - `lapsed`: only holds that are past their time stand in the way;
 * - `taken`: no place is free.
 */
export type MoveOutcome = 'done' | 'stale' | 'lapsed' | 'taken';

export interface Move {
  readonly bookingId: string;
  readonly siteId: string;
  readonly day: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly candidates: readonly CandidatePlace[];
  readonly stamp: string;
  readonly now: Date;
}

const TAKING = `('held', 'confirmed', 'arrived', 'served')`;
const IN_THE_WAY = `b.resource_id = c.window_id AND b.place = c.place AND b.during && c.during AND b.state IN ${TAKING}
      AND b.id <> $1`;

/**
 * The booking takes the new place in the same instant as it leaves the old one: there is no moment in which it has
 * none, or two. Two that move to the same place would end each other's transaction in a deadlock over the exclusion
 * constraint; the lock on the place lets the second one wait and be refused instead.
 */
const TEXT = `
WITH fresh AS MATERIALIZED (SELECT 1 FROM schedule_stamp WHERE site_id = $2 AND stamp = $10::bigint),
candidate AS (
  SELECT window_id, place, tstzrange(from_at, to_at) AS during
  FROM unnest($6::uuid[], $7::int[], $8::timestamptz[], $9::timestamptz[])
    AS place_of (window_id, place, from_at, to_at)
),
chosen AS MATERIALIZED (
  SELECT c.window_id, c.place, c.during FROM candidate c
  WHERE EXISTS (SELECT FROM fresh) AND NOT EXISTS (SELECT FROM booking b WHERE ${IN_THE_WAY})
  LIMIT 1
),
locked AS MATERIALIZED (
  SELECT *, pg_advisory_xact_lock(hashtextextended(window_id::text || '/' || place, 0)) FROM chosen
),
moved AS (
  UPDATE booking SET resource_id = locked.window_id, place = locked.place, during = locked.during, site_id = $2,
    day = $3::date, start_at = $4::timestamptz, end_at = $5::timestamptz, sequence = sequence + 1, version = version + 1
  FROM locked WHERE booking.id = $1
  RETURNING booking.id, booking.resource_id
)
SELECT CASE
  WHEN EXISTS (SELECT FROM moved) THEN 'done'
  WHEN NOT EXISTS (SELECT FROM fresh) THEN 'stale'
  WHEN EXISTS (SELECT FROM candidate c JOIN booking b ON ${IN_THE_WAY} AND b.state = 'held'
    AND b.held_until <= $11::timestamptz) THEN 'lapsed'
  ELSE 'taken' END AS outcome,
  (SELECT resource_id FROM moved) AS "windowId"`;

/**
 * Moves a booking whose row is locked to one of the places that are free in the statement's snapshot.
 * @throws QueryFailedError with SQLSTATE 23P01 if somebody else took that place since, 23505 if the phone has another
 *   booking of the item that day
 */
export async function movePlace(
  em: EntityManager,
  { bookingId, siteId, day, startAt, endAt, candidates, stamp, now }: Move,
): Promise<{ outcome: MoveOutcome; windowId: string | null }> {
  const [answer] = await em.query<{ outcome: MoveOutcome; windowId: string | null }[]>(TEXT, [
    bookingId,
    siteId,
    day,
    startAt,
    endAt,
    candidates.map(({ windowId }) => windowId),
    candidates.map(({ place }) => place),
    candidates.map(({ during }) => during.startAt.toISOString()),
    candidates.map(({ during }) => during.endAt.toISOString()),
    stamp,
    now,
  ]);
  return answer ?? { outcome: 'taken', windowId: null };
}
