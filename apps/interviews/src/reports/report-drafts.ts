import { Ledger } from '@app/common/audit/ledger.js';
import type { Actor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { newId } from '@app/common/persistence/id.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseNews } from '../stream/case-news.js';
import { UnitNames } from '../units/unit-names.js';
import { compileReport } from './domain/compile-report.js';
import { draftSummary } from './domain/draft-summary.js';
import { weekBounds, type Week } from './domain/week.js';
import type { ReportContent } from './report.dto.js';
import type { WeeklyReport } from './report.entity.js';
import { ReportRepository } from './reports.repository.js';

/** Drafts weekly reports from the week's cases. */
@Injectable()
export class ReportDrafts {
  constructor(
    private readonly reports: ReportRepository,
    private readonly units: UnitNames,
    private readonly calendars: CalendarSource,
    private readonly ledger: Ledger,
    private readonly news: CaseNews,
  ) {}

  /** Drafts a week that has no report. */
  async draft(em: EntityManager, week: Week, actor: Actor, at: Date): Promise<WeeklyReport> {
    const { timeZone } = this.calendars.current();
    const bounds = weekBounds(timeZone, week);
    const from = (await this.reports.endBefore(em, bounds.from)) ?? bounds.from;
    const to = at < bounds.to ? at : bounds.to;
    const content = await this.compile(em, week, from, to, at);
    const report: WeeklyReport = {
      id: newId(),
      week,
      fromAt: from,
      toAt: to,
      state: 'draft',
      content,
      summary: draftSummary(content, timeZone),
      draftedAt: at,
      draftedBy: actor.kind === 'staff' ? actor.name : null,
      number: null,
      signedOffAt: null,
      signedOffBy: null,
      version: 1,
    };
    await this.reports.insert(em, report);
    await this.note(em, report, actor, at);
    return report;
  }

  /** Takes into a locked draft what has changed since; a summary that was edited stays. */
  async redraft(em: EntityManager, report: WeeklyReport, actor: Actor, at: Date): Promise<WeeklyReport> {
    const { timeZone } = this.calendars.current();
    const end = weekBounds(timeZone, report.week).to;
    const to = at < end ? at : end;
    const content = await this.compile(em, report.week, report.fromAt, to, at);
    const untouched = report.summary === draftSummary(report.content, timeZone);
    const changed = await this.reports.change(em, report, {
      toAt: to,
      content,
      summary: untouched ? draftSummary(content, timeZone) : report.summary,
      draftedAt: at,
      draftedBy: actor.kind === 'staff' ? actor.name : null,
    });
    await this.note(em, changed, actor, at);
    return changed;
  }

  private async compile(em: EntityManager, week: Week, from: Date, to: Date, asOf: Date): Promise<ReportContent> {
    return compileReport({
      week,
      from,
      to,
      asOf,
      cases: await this.reports.casesBetween(em, from, to),
      breaches: await this.reports.breachesBetween(em, from, to),
      unitName: (unitId) => this.units.nameOf(unitId),
    });
  }

  private async note(em: EntityManager, report: WeeklyReport, actor: Actor, at: Date): Promise<void> {
    await this.ledger.write(em, {
      itemType: 'report',
      itemId: report.id,
      action: 'drafted',
      actor,
      at,
      detail: { week: report.week, to: report.toAt.toISOString() },
    });
    this.news.tellReport(em, report);
  }
}
