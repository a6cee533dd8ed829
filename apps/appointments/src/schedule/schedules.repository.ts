import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days, SiteSchedule } from './domain/site-schedule.js';

/** All that decides over the openings of sites, in one snapshot: $1 sites or null for all, $2 first day, $3 last. */
const READ = `
SELECT s.id AS "siteId", $2::text AS "fromDay", $3::text AS "toDay", coalesce(st.stamp, 0)::text AS stamp,
  (SELECT coalesce(json_agg(json_build_object(
      'id', w.id, 'postId', w.post_id, 'kind', w.kind, 'travelMinutes', w.travel_minutes,
      'items', (SELECT coalesce(json_agg(wi.item_code), '[]') FROM window_item wi WHERE wi.window_id = w.id),
      'pattern', (SELECT coalesce(json_agg(json_build_object(
          'weekday', p.weekday, 'session', p.session, 'fromMinute', p.from_minute, 'toMinute', p.to_minute,
          'capacity', p.capacity, 'greenMinutes', p.green_minutes)), '[]')
        FROM window_pattern p WHERE p.window_id = w.id)) ORDER BY w.code), '[]')
    FROM service_window w WHERE w.site_id = s.id AND w.active) AS windows,
  (SELECT coalesce(json_agg(json_build_object(
      'windowId', e.window_id, 'day', e.day, 'session', e.session, 'open', e.open, 'fromMinute', e.from_minute,
      'toMinute', e.to_minute, 'capacity', e.capacity)), '[]')
    FROM schedule_exception e WHERE e.site_id = s.id AND e.day BETWEEN $2::date AND $3::date) AS exceptions,
  (SELECT coalesce(json_agg(json_build_object('fromDay', c.from_day, 'toDay', c.to_day)), '[]')
    FROM closure c WHERE (c.site_id = s.id OR c.site_id IS NULL) AND c.to_day >= $2::date AND c.from_day <= $3::date)
    AS closures,
  (SELECT coalesce(json_agg(p.monday), '[]')
    FROM published_week p WHERE p.site_id = s.id AND p.monday BETWEEN $2::date - 6 AND $3::date) AS "publishedMondays",
  (SELECT coalesce(json_agg(json_build_object('fromDay', r.from_day, 'toDay', r.to_day)), '[]')
    FROM roster r
    WHERE r.site_id = s.id AND r.state = 'published' AND r.to_day >= $2::date AND r.from_day <= $3::date) AS rosters,
  (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('day', d.day, 'session', d.session, 'postId', d.post_id)), '[]')
    FROM duty d JOIN roster r ON r.id = d.roster_id AND r.state = 'published'
    WHERE d.site_id = s.id AND d.day BETWEEN $2::date AND $3::date AND d.role = 'post'
      AND NOT EXISTS (SELECT 1 FROM absence a
        WHERE a.officer_id = d.officer_id AND d.day BETWEEN a.from_day AND a.to_day)) AS staffed,
  (SELECT coalesce(json_agg(json_build_object(
      'code', i.code, 'channels', si.channels, 'durationMinutes', i.duration_minutes, 'greenChannel', i.green_channel,
      'representative', i.representative, 'homeVisit', i.home_visit, 'groups', i.groups,
      'materialVersion', (SELECT coalesce(max(m.version), 0) FROM material_list m WHERE m.item_code = i.code))), '[]')
    FROM site_item si JOIN service_item i ON i.code = si.item_code AND i.active WHERE si.site_id = s.id) AS items
FROM site s LEFT JOIN schedule_stamp st ON st.site_id = s.id
WHERE s.active AND ($1::uuid[] IS NULL OR s.id = ANY ($1))
ORDER BY s.id`;

/** Reads the schedules of sites: windows, patterns, exceptions, closures, published weeks and rosters, items. */
@Injectable()
export class ScheduleRepository {
  /**
   * @param siteIds null for all sites of the office
   * @returns the schedules of those that are in use, by id
   */
  read(em: EntityManager, siteIds: readonly string[] | null, { fromDay, toDay }: Days): Promise<SiteSchedule[]> {
    return em.query(READ, [siteIds, fromDay, toDay]);
  }
}
