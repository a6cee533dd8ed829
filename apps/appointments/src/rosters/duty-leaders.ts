import type { SessionName } from '@app/common/calendar/calendar.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who leads on duty (坐堂值班) at a site in a session. */
export interface DutyLeader {
  readonly siteId: string;
  /** `YYYY-MM-DD` at the office. */
  readonly day: string;
  readonly session: SessionName;
  readonly name: string;
}

const READ = `
  SELECT d.site_id AS "siteId", d.day::text AS day, d.session, o.name
    FROM duty d JOIN roster r ON r.id = d.roster_id AND r.state = 'published' JOIN officer o ON o.id = d.officer_id
   WHERE d.site_id = ANY ($1) AND d.day BETWEEN $2::date AND $3::date AND d.role = 'leader'
     AND NOT EXISTS (SELECT 1 FROM absence a
       WHERE a.officer_id = d.officer_id AND d.day BETWEEN a.from_day AND a.to_day)
   ORDER BY d.site_id, d.day, d.session, o.name`;

/** The leaders on duty by published rosters, for whoever shows the weeks. */
@Injectable()
export class DutyLeaders {
  /** @returns by site, day and session; nobody where no roster is published */
  read(
    em: EntityManager,
    siteIds: readonly string[],
    { fromDay, toDay }: { fromDay: string; toDay: string },
  ): Promise<DutyLeader[]> {
    return em.query(READ, [siteIds, fromDay, toDay]);
  }
}
