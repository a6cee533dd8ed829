import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CatalogueSiteRow, SiteBody, SiteRow } from './site.dto.js';

const ROW = `s.id, s.name_zh AS "nameZh", s.name_en AS "nameEn", s.address, s.directions_zh AS "directionsZh",
  s.directions_en AS "directionsEn", s.accessibility, s.phone`;

@Injectable()
export class SiteRepository {
  /** One more than `limit` sites in use, by id. */
  list(em: EntityManager, filter: { item: string | null; after: string | null; limit: number }): Promise<SiteRow[]> {
    return em.query(
      `SELECT ${ROW} FROM site s
       WHERE s.active AND ($1::uuid IS NULL OR s.id > $1)
         AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM site_item si WHERE si.item_code = $2 AND si.site_id = s.id))
       ORDER BY s.id LIMIT $3`,
      [filter.after, filter.item, filter.limit + 1],
    );
  }

  /** One more than `limit` sites, in use or not, by id. */
  all(em: EntityManager, after: string | null, limit: number): Promise<CatalogueSiteRow[]> {
    return em.query(
      `SELECT ${ROW}, s.active, s.version FROM site s WHERE $1::uuid IS NULL OR s.id > $1 ORDER BY s.id LIMIT $2`,
      [after, limit + 1],
    );
  }

  /** The site, in use or not. */
  async find(em: EntityManager, id: string): Promise<CatalogueSiteRow | null> {
    const [site] = await em.query<CatalogueSiteRow[]>(
      `SELECT ${ROW}, s.active, s.version FROM site s WHERE s.id = $1`,
      [id],
    );
    return site ?? null;
  }

  async insert(em: EntityManager, id: string, site: SiteBody): Promise<void> {
    await em.query(
      `INSERT INTO site (id, name_zh, name_en, address, directions_zh, directions_en, accessibility, phone, active)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, ...valuesOf(site)],
    );
  }

  async update(em: EntityManager, id: string, site: SiteBody): Promise<void> {
    await em.query(
      `UPDATE site SET name_zh = $2, name_en = $3, address = $4, directions_zh = $5, directions_en = $6,
         accessibility = $7, phone = $8, active = $9 WHERE id = $1`,
      [id, ...valuesOf(site)],
    );
  }
}

function valuesOf(site: SiteBody): unknown[] {
  const { nameZh, nameEn, address, directionsZh, directionsEn, accessibility, phone, active } = site;
  return [nameZh, nameEn, address, directionsZh, directionsEn, accessibility, phone, active];
}
