import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from '../schedule/domain/site-schedule.js';
import type { TakenPlace } from './domain/free-slots.js';

/** A site that offers an item, and what is taken there of the windows that handle it. */
export interface TakenAtSite {
  readonly siteId: string;
  readonly stamp: string;
  /** By `takenKey` of window and day. */
  readonly taken: ReadonlyMap<string, readonly TakenPlace[]>;
}

interface Row {
  siteId: string;
  stamp: string;
  windowId: string | null;
  day: string;
  /** Place, first and last instant in seconds since the epoch; of each booking of the window and day. */
  taken: [number, number, number][];
}

/** $1 sites or null for all that offer the item, $2 item, $3 first day, $4 last, $5 now. */
export const TAKEN_STATEMENT = `
WITH offering AS MATERIALIZED (
  SELECT s.id, coalesce(st.stamp, 0) AS stamp
  FROM site_item si JOIN site s ON s.id = si.site_id AND s.active LEFT JOIN schedule_stamp st ON st.site_id = s.id
  WHERE si.item_code = $2 AND ($1::uuid[] IS NULL OR s.id = ANY ($1))
), taken AS MATERIALIZED (
  SELECT b.site_id, b.resource_id, b.day,
    json_agg(ARRAY[b.place, date_part('epoch', lower(b.during))::bigint, date_part('epoch', upper(b.during))::bigint])
      AS taken
  FROM booking b
  WHERE b.site_id = ANY (coalesce($1::uuid[], ARRAY(SELECT id FROM offering))) AND b.day BETWEEN $3::date AND $4::date
    AND b.state IN ('held', 'confirmed', 'arrived', 'served') AND (b.state <> 'held' OR b.held_until > $5)
    AND b.resource_id IN (SELECT window_id FROM window_item WHERE item_code = $2)
  GROUP BY b.site_id, b.resource_id, b.day
)
SELECT o.id AS "siteId", o.stamp::text AS stamp, t.resource_id AS "windowId", t.day::text AS day, t.taken
FROM offering o LEFT JOIN taken t ON t.site_id = o.id`;

export const takenKey = (windowId: string, day: string): string => `${windowId} ${day}`;

/** What is taken of windows by bookings; a hold that is past its time takes nothing. */
@Injectable()
export class TakenPlaces {
  /**
   * @param siteIds null for all sites that offer the item
   * @returns the sites of those that offer it, with the stamps of their schedules at the same moment
   */
  async read(
    em: EntityManager,
    { itemCode, siteIds, days, now }: { itemCode: string; siteIds: readonly string[] | null; days: Days; now: Date },
  ): Promise<TakenAtSite[]> {
    const rows = await em.query<Row[]>(TAKEN_STATEMENT, [siteIds, itemCode, days.fromDay, days.toDay, now]);
    const sites = new Map<string, { siteId: string; stamp: string; taken: Map<string, TakenPlace[]> }>();
    for (const { siteId, stamp, windowId, day, taken } of rows) {
      const site = sites.get(siteId) ?? { siteId, stamp, taken: new Map<string, TakenPlace[]>() };
      sites.set(siteId, site);
      if (windowId === null) continue;
      const places = taken.map(([place, from, to]) => ({ place, fromMs: from * 1000, toMs: to * 1000 }));
      site.taken.set(takenKey(windowId, day), places);
    }
    return [...sites.values()];
  }
}
