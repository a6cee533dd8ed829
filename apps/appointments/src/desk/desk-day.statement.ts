import type { DeskBookingRow, DeskWindowRow } from './desk.dto.js';
import { turnOrderSql } from './domain/turn.js';
import { VISIT_COLUMNS, VISIT_JOINS, type Visit } from './visit.js';

/** A booking as the statement gives it: times are texts with their offset. */
export type DayBooking = Omit<DeskBookingRow, 'phoneMasked' | 'late' | 'mayCheckIn'> & {
  readonly sealedPhone: string | null;
};
export type DayWindow = Omit<DeskWindowRow, 'left'> & { readonly waitingSince: string | null };

export interface DayRead {
  /** Of the site's schedule. */
  readonly stamp: string;
  readonly bookings: readonly DayBooking[];
  readonly visits: readonly Visit[];
  readonly windows: readonly DayWindow[];
}

export const BOOKINGS_OF_DAY = `
  SELECT b.code, b.state, b.item_code AS "itemCode", i.name_zh AS "itemNameZh", i.name_en AS "itemNameEn",
         b.resource_id AS "windowId", w.code AS "windowCode", b.start_at AS "startAt", b.end_at AS "endAt", b.people,
         b.green, b.home_visit AS "homeVisit", b.sealed_representative IS NOT NULL AS representative,
         b.sealed_phone AS "sealedPhone", v.number
    FROM booking b JOIN service_item i ON i.code = b.item_code JOIN service_window w ON w.id = b.resource_id
    LEFT JOIN visit v ON v.booking_id = b.id`;

export const ONE_BOOKING = `WHERE b.code = $1 AND b.resource_kind = 'window'`;

/** Windows of a site, of which there are few, with their queues: $1 site, $2 day. */
export const WINDOWS_OF_DAY = `
  SELECT w.id, w.code, w.name_zh AS "nameZh", w.name_en AS "nameEn", w.kind,
         (SELECT coalesce(json_agg(wi.item_code ORDER BY wi.item_code), '[]') FROM window_item wi
           WHERE wi.window_id = w.id) AS "itemCodes",
         (SELECT v.id FROM visit v WHERE v.window_id = w.id AND v.day = $2 AND v.state IN ('called', 'serving'))
           AS "visitId",
         queue.waiting, queue.since AS "waitingSince",
         (SELECT max(greatest(v.called_at, v.ended_at)) FROM visit v WHERE v.window_id = w.id AND v.day = $2)
           AS "lastActAt",
         (SELECT count(*)::int FROM post_left p WHERE p.window_id = w.id AND p.day = $2) AS "leftToday"
    FROM service_window w,
         LATERAL (SELECT count(*)::int AS waiting, min(v.arrived_at) AS since
                    FROM visit v JOIN window_item wi ON wi.item_code = v.item_code AND wi.window_id = w.id
                   WHERE v.site_id = $1 AND v.day = $2 AND v.state = 'waiting' AND w.kind = 'counter') queue
   WHERE w.site_id = $1 AND w.active ORDER BY w.code LIMIT 200`;

/**
 * The whole day in one snapshot: $1 site, $2 day, $3 how many bookings and visits at most. Holds nobody has confirmed
 * are left out, as are bookings that were called off.
 */
export const DAY = `
SELECT (SELECT coalesce(max(st.stamp), 0)::text FROM schedule_stamp st WHERE st.site_id = s.id) AS stamp,
  (SELECT coalesce(json_agg(one), '[]') FROM (
     ${BOOKINGS_OF_DAY}
      WHERE b.site_id = $1 AND b.day = $2 AND b.resource_kind = 'window'
        AND b.state IN ('confirmed', 'arrived', 'served', 'missed', 'unserved')
      ORDER BY b.start_at, b.code LIMIT $3) one) AS bookings,
  (SELECT coalesce(json_agg(one), '[]') FROM (
     SELECT ${VISIT_COLUMNS} FROM visit v ${VISIT_JOINS}
      WHERE v.site_id = $1 AND v.day = $2
      ORDER BY CASE v.state WHEN 'waiting' THEN 0 WHEN 'called' THEN 1 WHEN 'serving' THEN 1 ELSE 2 END,
        ${turnOrderSql('v')} LIMIT $3) one) AS visits,
  (SELECT coalesce(json_agg(one), '[]') FROM (${WINDOWS_OF_DAY}) one) AS windows
FROM site s WHERE s.id = $1`;
