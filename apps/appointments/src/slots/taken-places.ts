import { StatementPool } from '@app/common/persistence/statement-pool.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Days } from '../schedule/domain/site-schedule.js';
import { takenPlaces, type TakenPlace } from './domain/taken-place.js';

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
  /** Of each booking of the window and day; see `takenPlaces`. */
  taken: string;
}

/**
 * $1 sites or null for all that offer the item, $2 item, $3 first day, $4 last, $5 now. Of bookings it reads nothing but
 * the index `booking_site_day`, in its order. Whether a window handles the item is asked for one window after the other:
 * joined, all windows of the office would be gone through for each site.
 */
export const TAKEN_STATEMENT = `
WITH offering AS MATERIALIZED (
  SELECT s.id, coalesce(st.stamp, 0) AS stamp,
    ARRAY(SELECT w.id FROM service_window w WHERE w.site_id = s.id
      AND (SELECT true FROM window_item wi WHERE wi.item_code = $2 AND wi.window_id = w.id)) AS windows
  FROM site_item si JOIN site s ON s.id = si.site_id AND s.active LEFT JOIN schedule_stamp st ON st.site_id = s.id
  WHERE si.item_code = $2 AND ($1::uuid[] IS NULL OR si.site_id = ANY ($1))
)
SELECT o.id AS "siteId", o.stamp::text AS stamp, t.resource_id AS "windowId", t.day::text AS day, t.taken
FROM offering o LEFT JOIN LATERAL (
  SELECT b.day, b.resource_id, array_agg(b.taken)::text AS taken FROM booking b
  WHERE b.site_id = o.id AND b.day BETWEEN $3::date AND $4::date AND b.resource_id = ANY (o.windows)
    AND b.state IN ('held', 'confirmed', 'arrived', 'served') AND b.taken_until > $5::timestamptz
  GROUP BY b.day, b.resource_id) t ON true`;

/** Prepared once per connection: planning it takes longer than running it. */
const NAME = 'taken_places';

const NOTHING: readonly TakenPlace[] = [];

/** Of `TakenAtSite.taken`. */
const takenKey = (windowId: string, day: string): string => `${windowId} ${day}`;

/** What is taken of a window on a day, in any order. */
export function takenOf({ taken }: TakenAtSite, windowId: string, day: string): readonly TakenPlace[] {
  return taken.get(takenKey(windowId, day)) ?? NOTHING;
}

/** What is taken of windows by bookings; a hold that is past its time takes nothing. */
@Injectable()
export class TakenPlaces {
  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: StatementPool,
  ) {}

  /**
   * @param em a transaction's sees what that has written itself
   * @param siteIds null for all sites that offer the item
   * @returns the sites of those that offer it, with the stamps of their schedules at the same moment
   */
  async read(
    em: EntityManager,
    { itemCode, siteIds, days, now }: { itemCode: string; siteIds: readonly string[] | null; days: Days; now: Date },
  ): Promise<TakenAtSite[]> {
    const values = [siteIds, itemCode, days.fromDay, days.toDay, now];
    const rows =
      em === this.dataSource.manager
        ? await this.statements.run<Row>({ name: NAME, text: TAKEN_STATEMENT, values })
        : await em.query<Row[]>(TAKEN_STATEMENT, values);
    const sites = new Map<string, { siteId: string; stamp: string; taken: Map<string, TakenPlace[]> }>();
    for (const { siteId, stamp, windowId, day, taken } of rows) {
      const site = sites.get(siteId) ?? { siteId, stamp, taken: new Map<string, TakenPlace[]>() };
      sites.set(siteId, site);
      if (windowId !== null) site.taken.set(takenKey(windowId, day), takenPlaces(day, taken));
    }
    return [...sites.values()];
  }
}
