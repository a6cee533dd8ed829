import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Recurring, type DueTimer } from '@app/common/timers/on-timer.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { weekBefore } from './domain/week.js';
import { ReportDrafts } from './report-drafts.js';
import { ReportRepository } from './reports.repository.js';

/** The suite drafts the report of each week that has ended (domain.md §4, tier 3). */
@Injectable()
export class ReportTimers {
  constructor(
    private readonly drafts: ReportDrafts,
    private readonly reports: ReportRepository,
    private readonly calendars: CalendarSource,
  ) {}

  /** Monday 08:00: the week before; where Mondays were missed, also the week before the first of them. */
  @Recurring('weekly-report', { cron: '0 8 * * 1' })
  async draft(em: EntityManager, { kind, dueAt, now }: DueTimer): Promise<void> {
    const { timeZone } = this.calendars.current();
    for (const week of new Set([weekBefore(timeZone, dueAt), weekBefore(timeZone, now)])) {
      const existing = await this.reports.lockWeek(em, week);
      const actor = { kind: 'system', name: `timer:${kind}` } as const;
      if (!existing) await this.drafts.draft(em, week, actor, now);
      else if (existing.state === 'draft') await this.drafts.redraft(em, existing, actor, now);
    }
  }
}
