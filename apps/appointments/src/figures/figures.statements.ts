import type { SessionName } from '@app/common/calendar/calendar.js';
import type { FigureGroup } from './figures.dto.js';

/** What the statements group by: of rows with a `day`, a `site_id` and an `item_code`. */
export const KEYS: Readonly<Record<FigureGroup, string>> = {
  site: 'x.site_id::text',
  item: 'x.item_code',
  week: `to_char(date_trunc('week', x.day::timestamp), 'YYYY-MM-DD')`,
};

/** $1 first day, $2 last day, $3 site or null. */
export const PERIOD = 'x.day BETWEEN $1 AND $2 AND ($3::uuid IS NULL OR x.site_id = $3)';

/**
 * The session an instant falls into on the office's wall clock: $4 time zone, $5 names of the sessions, $6 the minutes at
 * which they begin, the first 0. Found by one conversion and one look into the list, for every row there is.
 */
const sessionOf = (at: string): string =>
  `($5::text[])[width_bucket(extract(epoch FROM (${at} AT TIME ZONE $4)::time)::int / 60, $6::int[])]`;

/** What was booked and not called off, whatever became of it. */
const BOOKED = `('confirmed', 'arrived', 'served', 'missed', 'unserved')`;

export interface BookedCount {
  readonly key: string;
  readonly session: SessionName;
  readonly bookedMinutes: number;
  readonly due: number;
  readonly missed: number;
}

/** Bookings by session: time taken, citizens who were due, who did not come. */
export const bookedStatement = (by: FigureGroup): string => `
  SELECT ${KEYS[by]} AS key, ${sessionOf('x.start_at')} AS session,
         (sum(extract(epoch FROM upper(x.during) - lower(x.during))::int) / 60)::int AS "bookedMinutes",
         (count(*) FILTER (WHERE x.state IN ('arrived', 'served', 'missed', 'unserved')))::int AS due,
         (count(*) FILTER (WHERE x.state = 'missed'))::int AS missed
    FROM booking x
   WHERE ${PERIOD} AND x.resource_kind = 'window' AND x.state IN ${BOOKED}
   GROUP BY 1, 2`;

export interface HistogramCount {
  readonly key: string;
  readonly value: number;
  readonly count: number;
}

/** Whole hours from a booking to its time. */
export const leadStatement = (by: FigureGroup): string => `
  SELECT ${KEYS[by]} AS key, floor(extract(epoch FROM greatest(x.start_at - x.created_at, '0')) / 3600)::int AS value,
         count(*)::int AS count
    FROM booking x
   WHERE ${PERIOD} AND x.resource_kind = 'window' AND x.state IN ${BOOKED}
   GROUP BY 1, 2`;

/**
 * Whole minutes from the arrival to the first call. Who has come before the time booked waits for that first; it is not
 * the window that kept the citizen waiting.
 */
export const waitStatement = (by: FigureGroup): string => `
  SELECT ${KEYS[by]} AS key,
         floor(extract(epoch FROM greatest(x.first_called_at - greatest(x.arrived_at, x.turn_at), '0')) / 60)::int
           AS value, count(*)::int AS count
    FROM visit x
   WHERE ${PERIOD} AND x.first_called_at IS NOT NULL
   GROUP BY 1, 2`;

export interface CameCount {
  readonly key: string;
  readonly came: number;
  readonly unserved: number;
}

/** Citizens who came and are gone, and those of them whom the windows did not get to. */
export const cameStatement = (by: FigureGroup): string => `
  SELECT ${KEYS[by]} AS key, count(*)::int AS came, (count(*) FILTER (WHERE x.state = 'unserved'))::int AS unserved
    FROM visit x
   WHERE ${PERIOD} AND x.state IN ('finished', 'left', 'unserved')
   GROUP BY 1`;

export interface ServedCount {
  readonly key: string;
  readonly served: number;
  readonly extended: number;
  readonly servedMinutes: number;
}

/**
 * Citizens served, at a window or at home, and those of them in extended service: $7 names of the sessions that are
 * working time, $8 the days that are not worked. Minutes are those at windows.
 */
export const servedStatement = (by: FigureGroup): string => `
  SELECT ${KEYS[by]} AS key, count(*)::int AS served,
         (count(*) FILTER (WHERE ${sessionOf('x.at')} <> ALL ($7::text[]) OR x.day = ANY ($8::date[])))::int AS extended,
         (coalesce(sum(x.seconds), 0) / 60)::int AS "servedMinutes"
    FROM (SELECT x.site_id, x.item_code, x.day, x.served_at AS at,
                 extract(epoch FROM x.ended_at - x.served_at)::int AS seconds
            FROM visit x WHERE ${PERIOD} AND x.state = 'finished'
          UNION ALL
          SELECT x.site_id, x.item_code, x.day, x.start_at, NULL
            FROM booking x
           WHERE ${PERIOD} AND x.resource_kind = 'window' AND x.home_visit AND x.state = 'served') x
   GROUP BY 1`;

export interface KeyName {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Names of the sites or items with these keys; weeks have none. */
export const NAMES: Readonly<Record<Exclude<FigureGroup, 'week'>, string>> = {
  site: `SELECT id::text AS key, name_zh AS "nameZh", name_en AS "nameEn" FROM site WHERE id = ANY ($1::uuid[])`,
  item: `SELECT code AS key, name_zh AS "nameZh", name_en AS "nameEn" FROM service_item WHERE code = ANY ($1::text[])`,
};
