import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ItemDto, ItemRow } from './item.dto.js';

const ROW = `i.code, i.name_zh AS "nameZh", i.name_en AS "nameEn", i.class, i.duration_minutes AS "durationMinutes",
  i.fee_cents AS "feeCents", i.limit_days AS "limitDays", i.green_channel AS "greenChannel", i.representative,
  i.home_visit AS "homeVisit", i.groups`;

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const DETAIL = `
SELECT ${ROW}, i.legal_basis_zh AS "legalBasisZh", i.legal_basis_en AS "legalBasisEn", i.version,
  (SELECT json_build_object('version', m.version, 'issuedAt', to_char(m.issued_at AT TIME ZONE 'UTC', ${INSTANT}),
     'materials', m.materials)
     FROM material_list m WHERE m.item_code = i.code ORDER BY m.version DESC LIMIT 1) AS material,
  (SELECT coalesce(json_agg(json_build_object('siteId', si.site_id, 'channels', si.channels) ORDER BY si.site_id), '[]')
     FROM site_item si JOIN site s ON s.id = si.site_id AND s.active WHERE si.item_code = i.code) AS sites
FROM service_item i WHERE i.code = $1`;

/** Service items of the catalogue. */
@Injectable()
export class ItemRepository {
  /** One more than `limit` items in use, by code. */
  list(em: EntityManager, after: string | null, limit: number): Promise<ItemRow[]> {
    return em.query(
      `SELECT ${ROW} FROM service_item i WHERE i.active AND ($1::text IS NULL OR i.code > $1)
       ORDER BY i.code LIMIT $2`,
      [after, limit + 1],
    );
  }

  /** The item, if it is in use, with its newest material list and the sites that offer it. */
  async find(em: EntityManager, code: string): Promise<ItemDto | null> {
    const [item] = await em.query<ItemDto[]>(`${DETAIL} AND i.active`, [code]);
    return item ?? null;
  }
}
