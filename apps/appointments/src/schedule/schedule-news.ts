import { CommittedEvents } from '@app/common/http/committed-events.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Tells the planners' screens, after the commit, that somebody has changed what decides over a site's open hours:
 * windows and their weeks, exceptions, closures, published weeks, officers, absences, rosters and drafts of them.
 */
@Injectable()
export class ScheduleNews {
  constructor(private readonly events: CommittedEvents) {}

  tell(em: EntityManager, ...siteIds: readonly string[]): void {
    const audience = { roles: ['supervisor', 'admin'] } as const;
    for (const siteId of new Set(siteIds)) this.events.add(em, { type: 'schedule', data: { siteId }, audience });
  }
}
