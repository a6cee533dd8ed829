import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CatalogueItemDto, CatalogueItemRow, ItemBody, ItemSiteBody, MaterialBody } from './item-admin.dto.js';
import type { ItemDto, ItemRow } from './item.dto.js';

const ROW = `i.code, i.name_zh AS "nameZh", i.name_en AS "nameEn", i.class, i.duration_minutes AS "durationMinutes",
  i.fee_cents AS "feeCents", i.limit_days AS "limitDays", i.green_channel AS "greenChannel", i.representative,
  i.home_visit AS "homeVisit", i.groups`;

const MATERIAL_LIST = `json_build_object('version', m.version,
  'issuedAt', to_char(m.issued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'materials', m.materials)`;

const BASIS = 'i.legal_basis_zh AS "legalBasisZh", i.legal_basis_en AS "legalBasisEn"';

const SITES = `
  (SELECT coalesce(json_agg(json_build_object('siteId', si.site_id, 'channels', si.channels) ORDER BY si.site_id), '[]')
     FROM site_item si JOIN site s ON s.id = si.site_id AND s.active WHERE si.item_code = i.code) AS sites`;

const DETAIL = `
SELECT ${ROW}, ${BASIS}, i.version, ${SITES},
  (SELECT ${MATERIAL_LIST} FROM material_list m WHERE m.item_code = i.code ORDER BY m.version DESC LIMIT 1) AS material
FROM service_item i WHERE i.active AND i.code = $1`;

const CATALOGUE_DETAIL = `
SELECT ${ROW}, ${BASIS}, i.active, i.version, ${SITES},
  (SELECT coalesce(json_agg(${MATERIAL_LIST} ORDER BY m.version DESC), '[]')
     FROM material_list m WHERE m.item_code = i.code) AS "materialLists"
FROM service_item i WHERE i.code = $1`;

const COLUMNS = [
  'name_zh',
  'name_en',
  'class',
  'duration_minutes',
  'fee_cents',
  'limit_days',
  'legal_basis_zh',
  'legal_basis_en',
  'green_channel',
  'representative',
  'home_visit',
  'groups',
  'active',
] as const;

function valuesOf(item: ItemBody): unknown[] {
  return [
    item.nameZh,
    item.nameEn,
    item.class,
    item.durationMinutes,
    item.feeCents,
    item.limitDays,
    item.legalBasisZh,
    item.legalBasisEn,
    item.greenChannel,
    item.representative,
    item.homeVisit,
    item.groups,
    item.active,
  ];
}

/** Service items of the catalogue, their material lists and where they are offered. */
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
    const [item] = await em.query<ItemDto[]>(DETAIL, [code]);
    return item ?? null;
  }

  /** One more than `limit` items, in use or not, by code. */
  all(em: EntityManager, after: string | null, limit: number): Promise<CatalogueItemRow[]> {
    return em.query(
      `SELECT ${ROW}, i.active, i.version FROM service_item i WHERE $1::text IS NULL OR i.code > $1
       ORDER BY i.code LIMIT $2`,
      [after, limit + 1],
    );
  }

  /** The item, in use or not, with all its material lists. */
  async findAny(em: EntityManager, code: string): Promise<CatalogueItemDto | null> {
    const [item] = await em.query<CatalogueItemDto[]>(CATALOGUE_DETAIL, [code]);
    return item ?? null;
  }

  /** @returns false where there is one of that code */
  async insert(em: EntityManager, item: ItemBody & { readonly code: string }): Promise<boolean> {
    const rows = await em.query<unknown[]>(
      `INSERT INTO service_item (code, ${COLUMNS.join(', ')})
       VALUES ($1, ${COLUMNS.map((_, i) => `$${i + 2}`).join(', ')}) ON CONFLICT DO NOTHING RETURNING 1`,
      [item.code, ...valuesOf(item)],
    );
    return rows.length > 0;
  }

  async update(em: EntityManager, code: string, item: ItemBody): Promise<void> {
    const set = COLUMNS.map((column, i) => `${column} = $${i + 2}`).join(', ');
    await em.query(`UPDATE service_item SET ${set} WHERE code = $1`, [code, ...valuesOf(item)]);
  }

  /** Adds a list under the next version; the item is locked by the caller. */
  async issueMaterials(em: EntityManager, code: string, materials: readonly MaterialBody[], at: Date): Promise<void> {
    await em.query(
      `INSERT INTO material_list (item_code, version, materials, issued_at)
       SELECT $1, coalesce(max(version), 0) + 1, $2, $3 FROM material_list WHERE item_code = $1`,
      [code, JSON.stringify(materials), at],
    );
  }

  /** The sites that offer the item. */
  async sitesOf(em: EntityManager, code: string): Promise<string[]> {
    const rows = await em.query<{ id: string }[]>('SELECT site_id AS id FROM site_item WHERE item_code = $1', [code]);
    return rows.map(({ id }) => id);
  }

  async replaceSites(em: EntityManager, code: string, sites: readonly ItemSiteBody[]): Promise<void> {
    await em.query('DELETE FROM site_item WHERE item_code = $1', [code]);
    for (const { siteId, channels } of sites) {
      await em.query('INSERT INTO site_item (site_id, item_code, channels) VALUES ($1, $2, $3)', [
        siteId,
        code,
        channels,
      ]);
    }
  }
}
