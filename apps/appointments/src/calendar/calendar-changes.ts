import type { SystemActor } from '@app/common/auth/actor.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from '../schedule/domain/site-schedule.js';
import { ScheduleChanges } from '../schedule/schedule-changes.js';

const SITES = 'SELECT id FROM site ORDER BY id';
const TOLD_BY_HOTLINE: SystemActor = { kind: 'system', name: 'hotline' };

/** What the hotline has said of the calendar. */
export interface CalendarChange {
  /** The day declared or the year brought in. */
  readonly id: string;
  readonly action: 'day_declared' | 'year_brought_in';
  readonly days: Days;
  /** What citizens are told their booking cannot be kept for; stands in the ledger. */
  readonly reason: string;
}

/**
 * A change of the office's calendar (domain.md §5) is one of every site's schedule: whoever it takes a time from is told,
 * and duties are counted anew.
 */
@Injectable()
export class CalendarChanges {
  constructor(private readonly changes: ScheduleChanges) {}

  async make(em: EntityManager, change: CalendarChange, keep: () => Promise<void>): Promise<void> {
    const siteIds = (await em.query<{ id: string }[]>(SITES)).map(({ id }) => id);
    const act = { type: 'calendar' as const, actor: TOLD_BY_HOTLINE, detail: { ...change.days }, siteIds, ...change };
    await this.changes.make(em, act, keep);
  }
}
