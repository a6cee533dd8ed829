import type { EntityManager } from 'typeorm';

/**
 * Says that what decides over the bookable times of these sites has changed: catalogue, schedule, roster or absence.
 * Call it in the transaction of the change; a booking that was checked against the schedule before is checked again.
 */
export async function raiseStamp(em: EntityManager, ...siteIds: readonly string[]): Promise<void> {
  // In the order of their ids: two changes of the same sites wait for one another and do not deadlock.
  await em.query(
    `INSERT INTO schedule_stamp (site_id)
     SELECT DISTINCT id FROM unnest($1::uuid[]) AS id ORDER BY id
     ON CONFLICT (site_id) DO UPDATE SET stamp = schedule_stamp.stamp + 1`,
    [siteIds],
  );
}

/** As `raiseStamp`, of every site: something has changed for the whole office. */
export async function raiseStamps(em: EntityManager): Promise<void> {
  const sites = await em.query<{ id: string }[]>('SELECT id FROM site');
  await raiseStamp(em, ...sites.map(({ id }) => id));
}
