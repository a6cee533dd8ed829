import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SideConnections } from '../slots/side-connections.js';

/** One thing to bring, as the catalogue keeps it. */
export interface OfferedMaterial {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly originals: number;
  readonly copies: number;
  readonly noteZh?: string | null;
  readonly noteEn?: string | null;
}

/** What people read about an item at a site. */
export interface OfferTexts {
  readonly itemNameZh: string;
  readonly itemNameEn: string;
  readonly siteNameZh: string;
  readonly siteNameEn: string;
  readonly address: string;
  readonly directionsZh: string;
  readonly directionsEn: string;
  readonly materialVersion: number | null;
  readonly materials: readonly OfferedMaterial[];
}

interface Kept extends OfferTexts {
  readonly stamp: string;
}

const READ = `
  SELECT st.stamp::text AS stamp, i.name_zh AS "itemNameZh", i.name_en AS "itemNameEn", s.name_zh AS "siteNameZh",
         s.name_en AS "siteNameEn", s.address, s.directions_zh AS "directionsZh", s.directions_en AS "directionsEn",
         m.version AS "materialVersion", coalesce(m.materials, '[]') AS materials
    FROM schedule_stamp st JOIN site s ON s.id = st.site_id JOIN service_item i ON i.code = $2
    LEFT JOIN LATERAL (
      SELECT version, materials FROM material_list WHERE item_code = i.code ORDER BY version DESC LIMIT 1) m ON true
   WHERE st.site_id = $1`;
const MOST_OFFERS = 2000;

/**
 * Names, address and material of items at sites, kept in this process for as long as the site's stamp is the same: a
 * booking is answered without reading them.
 */
@Injectable()
export class Offers {
  private readonly kept = new LRUCache<string, Kept>({ max: MOST_OFFERS });

  constructor(private readonly connections: SideConnections) {}

  /**
   * @param stamp of the schedule the booking relies on
   * @returns null where there is no such site or item
   */
  async of(siteId: string, itemCode: string, stamp: string): Promise<OfferTexts | null> {
    const key = `${siteId} ${itemCode}`;
    const kept = this.kept.get(key);
    if (kept?.stamp === stamp) return kept;
    const connection = await this.connections.manager();
    const [read] = await connection.query<Kept[]>(READ, [siteId, itemCode]);
    if (!read) return null;
    this.kept.set(key, read);
    return read;
  }
}
