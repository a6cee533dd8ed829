import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NewWindowBody, PatternSessionDto, WindowBody, WindowRow } from './window.dto.js';

const MOST = 200;

const READ = `
SELECT w.id, w.site_id AS "siteId", w.code, w.name_zh AS "nameZh", w.name_en AS "nameEn", w.kind,
  w.travel_minutes AS "travelMinutes", w.post_id AS "postId", w.active, w.version,
  (SELECT coalesce(json_agg(wi.item_code ORDER BY wi.item_code), '[]') FROM window_item wi WHERE wi.window_id = w.id)
    AS items,
  (SELECT coalesce(json_agg(json_build_object('weekday', p.weekday, 'session', p.session, 'fromMinute', p.from_minute,
      'toMinute', p.to_minute, 'capacity', p.capacity, 'greenMinutes', p.green_minutes)
      ORDER BY p.weekday, p.from_minute), '[]') FROM window_pattern p WHERE p.window_id = w.id) AS pattern
FROM service_window w`;

/** The windows of the sites, with what they handle and their weeks. */
@Injectable()
export class WindowRepository {
  /** The windows of a site, in use or not, by code. */
  ofSite(em: EntityManager, siteId: string): Promise<WindowRow[]> {
    return em.query(`${READ} WHERE w.site_id = $1 ORDER BY w.code LIMIT ${MOST}`, [siteId]);
  }

  async find(em: EntityManager, id: string): Promise<WindowRow | null> {
    const [window] = await em.query<WindowRow[]>(`${READ} WHERE w.id = $1`, [id]);
    return window ?? null;
  }

  /** @returns false where the site has a window of that code */
  async insert(em: EntityManager, id: string, window: NewWindowBody): Promise<boolean> {
    const rows = await em.query<unknown[]>(
      `INSERT INTO service_window (id, site_id, code, name_zh, name_en, kind, travel_minutes, post_id, active)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (site_id, code) DO NOTHING RETURNING 1`,
      [id, window.siteId, window.code, ...valuesOf(window)],
    );
    return rows.length > 0;
  }

  async update(em: EntityManager, id: string, window: WindowBody): Promise<void> {
    await em.query(
      `UPDATE service_window SET name_zh = $2, name_en = $3, kind = $4, travel_minutes = $5, post_id = $6, active = $7
       WHERE id = $1`,
      [id, ...valuesOf(window)],
    );
  }

  async replaceItems(em: EntityManager, id: string, items: readonly string[]): Promise<void> {
    await em.query('DELETE FROM window_item WHERE window_id = $1', [id]);
    await em.query('INSERT INTO window_item (window_id, item_code) SELECT $1, unnest($2::text[])', [id, items]);
  }

  async replacePattern(em: EntityManager, id: string, sessions: readonly PatternSessionDto[]): Promise<void> {
    await em.query('DELETE FROM window_pattern WHERE window_id = $1', [id]);
    await em.query(
      `INSERT INTO window_pattern (window_id, weekday, session, from_minute, to_minute, capacity, green_minutes)
       SELECT $1, weekday, session, "fromMinute", "toMinute", capacity, "greenMinutes"
       FROM jsonb_to_recordset($2) AS row (weekday smallint, session text, "fromMinute" int, "toMinute" int,
         capacity int, "greenMinutes" int)`,
      [id, JSON.stringify(sessions)],
    );
  }

  /** Whether the post is one of the site's. */
  async hasPost(em: EntityManager, siteId: string, postId: string): Promise<boolean> {
    const rows = await em.query<unknown[]>('SELECT 1 FROM post WHERE id = $1 AND site_id = $2', [postId, siteId]);
    return rows.length > 0;
  }
}

function valuesOf({ nameZh, nameEn, kind, travelMinutes, postId, active }: WindowBody): unknown[] {
  return [nameZh, nameEn, kind, travelMinutes, postId, active];
}
