import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SiteRow } from './site.dto.js';

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
}
