import type { DataSource } from 'typeorm';

/** Quarters of an hour of each place of the windows that do the item, where nobody has booked them. */
const FILL = `
  INSERT INTO booking (id, resource_kind, resource_id, place, during, state, held_until, code, site_id, item_code, day,
    start_at, end_at, channel, created_at)
  SELECT gen_random_uuid(), 'window', w.id, place, tstzrange(at, at + interval '15 minutes'), 'confirmed', at,
    gen_random_uuid()::text, w.site_id, wi.item_code, $3::date, at, at + interval '15 minutes', 'web', at
  FROM service_window w JOIN window_item wi ON wi.window_id = w.id AND wi.item_code = $2,
    generate_series(1, (SELECT max(p.capacity) FROM window_pattern p WHERE p.window_id = w.id)) AS place,
    generate_series($4::timestamptz, $5::timestamptz, interval '15 minutes') AS at
  WHERE w.site_id = $1
  ON CONFLICT DO NOTHING`;

/** Others book whatever is free of an item at a site on a day, from seven to ten at night. */
export async function fillDay(
  dataSource: DataSource,
  { siteId, itemCode, day }: { siteId: string; itemCode: string; day: string },
): Promise<void> {
  await dataSource.query(FILL, [siteId, itemCode, day, `${day}T07:00:00+08:00`, `${day}T21:45:00+08:00`]);
}
