import { Ledger } from '@app/common/audit/ledger.js';
import { hasRole, type StaffActor } from '@app/common/auth/actor.js';
import { CalendarSource } from '@app/common/calendar/calendar-source.js';
import { Idempotency, type IdempotencyContext } from '@app/common/http/idempotency.js';
import { toPage } from '@app/common/http/page.js';
import { NotFound, RuleBroken, StaleVersion, WrongState } from '@app/common/http/problem.js';
import { Clock } from '@app/common/time/clock.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { InstructionReader } from '../instructions/instruction-reader.js';
import { OfficialNumbers } from '../numbers/official-numbers.js';
import { CaseNews } from '../stream/case-news.js';
import { mayReadReport } from './domain/report-state.js';
import { weekAt, weekBounds } from './domain/week.js';
import { reportDocument } from './report-document.js';
import { ReportDrafts } from './report-drafts.js';
import type { ReportDetail, ReportDraftBody, ReportEditBody, ReportListQuery, ReportPage } from './report.dto.js';
import type { WeeklyReport } from './report.entity.js';
import { REPORT_TITLE, reportDetail, reportRow } from './report-view.js';
import { ReportRepository } from './reports.repository.js';

/** The weekly report from its draft to its sign-off. */
@Injectable()
export class Reports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportRepository,
    private readonly drafts: ReportDrafts,
    private readonly instructions: InstructionReader,
    private readonly numbers: OfficialNumbers,
    private readonly ledger: Ledger,
    private readonly idempotency: Idempotency,
    private readonly calendars: CalendarSource,
    private readonly clock: Clock,
    private readonly news: CaseNews,
  ) {}

  /**
   * Reports the actor may read, the newest week first.
   * @throws Malformed (400) if `after` is not a cursor of this list
   */
  async list(actor: StaffActor, query: ReportListQuery): Promise<ReportPage> {
    const only = hasRole(actor, 'supervisor', 'inspector') ? undefined : 'signed_off';
    const found = await this.reports.list(this.dataSource.manager, only, query);
    const page = toPage(found, query.limit, (report) => [report.fromAt.toISOString(), report.id], reportRow);
    return { items: [...page.items], next: page.next };
  }

  /** @throws NotFound also where the actor may not know of the report */
  async get(actor: StaffActor, id: string): Promise<ReportDetail> {
    const em = this.dataSource.manager;
    return this.detail(em, actor, await this.readable(em, actor, id));
  }

  /**
   * Drafts a week by hand, or takes into its draft what has changed since.
   * @throws RuleBroken `no-such-week`, `week-not-begun`; WrongState if it is signed off
   */
  draft(actor: StaffActor, key: IdempotencyContext, { week }: ReportDraftBody): Promise<ReportDetail> {
    return this.idempotency.once(key, async (em) => {
      const now = this.clock.now();
      this.checkWeek(week, now);
      const existing = await this.reports.lockWeek(em, week);
      if (existing && existing.state !== 'draft') throw new WrongState({ state: existing.state, allowed: [] });
      const report = existing
        ? await this.drafts.redraft(em, existing, actor, now)
        : await this.drafts.draft(em, week, actor, now);
      return this.detail(em, actor, report);
    });
  }

  /** @throws NotFound, StaleVersion, WrongState if it is signed off */
  edit(actor: StaffActor, id: string, version: number, { summary }: ReportEditBody): Promise<ReportDetail> {
    return this.dataSource.transaction(async (em) => {
      const report = await this.lockedDraft(em, actor, id, version);
      const changed = await this.reports.change(em, report, { summary });
      await this.note(em, changed, 'edited', actor);
      return this.detail(em, actor, changed);
    });
  }

  /**
   * Signs a draft off: number, content and document are frozen.
   * @throws NotFound, StaleVersion, WrongState if it is signed off already
   */
  signOff(actor: StaffActor, id: string, version: number, key: IdempotencyContext): Promise<ReportDetail> {
    return this.idempotency.once(key, async (em) => {
      const draft = await this.lockedDraft(em, actor, id, version);
      const now = this.clock.now();
      const number = await this.numbers.next(em, 'report', now);
      const signed: WeeklyReport = {
        ...draft,
        state: 'signed_off',
        number,
        signedOffAt: now,
        signedOffBy: actor.name,
      };
      const document = await reportDocument(signed, this.calendars.current().timeZone);
      const { state, signedOffAt, signedOffBy } = signed;
      const changed = await this.reports.change(em, draft, { state, number, signedOffAt, signedOffBy, document });
      await this.note(em, changed, 'signed-off', actor);
      return this.detail(em, actor, changed);
    });
  }

  /**
   * The report as a Word document: as it was signed off, or the draft as it stands.
   * @throws NotFound as `get`
   */
  async document(actor: StaffActor, id: string): Promise<{ name: string; bytes: Buffer }> {
    const em = this.dataSource.manager;
    const report = await this.readable(em, actor, id);
    const frozen = await this.reports.document(em, id);
    const bytes = frozen ?? (await reportDocument(report, this.calendars.current().timeZone));
    return { name: `${REPORT_TITLE}${report.number ?? `${report.week}（草稿）`}.docx`, bytes };
  }

  private checkWeek(week: string, now: Date): void {
    const { timeZone } = this.calendars.current();
    try {
      weekBounds(timeZone, week);
    } catch (error) {
      if (error instanceof RangeError) throw new RuleBroken('no-such-week', { week });
      throw error;
    }
    if (week > weekAt(timeZone, now)) throw new RuleBroken('week-not-begun', { week });
  }

  private async readable(em: EntityManager, actor: StaffActor, id: string): Promise<WeeklyReport> {
    const report = await this.reports.find(em, id);
    if (!report || !mayReadReport(actor, report)) throw new NotFound();
    return report;
  }

  private async lockedDraft(em: EntityManager, actor: StaffActor, id: string, version: number): Promise<WeeklyReport> {
    const report = await this.reports.lock(em, id);
    if (!report || !mayReadReport(actor, report)) throw new NotFound();
    if (report.version !== version) throw new StaleVersion({ current: report.version });
    if (report.state !== 'draft') throw new WrongState({ state: report.state, allowed: [] });
    return report;
  }

  private async note(em: EntityManager, report: WeeklyReport, action: string, actor: StaffActor): Promise<void> {
    const detail = { week: report.week, number: report.number };
    const at = this.clock.now();
    await this.ledger.write(em, { itemType: 'report', itemId: report.id, action, actor, at, detail });
    this.news.tellReport(em, report);
  }

  private async detail(em: EntityManager, actor: StaffActor, report: WeeklyReport): Promise<ReportDetail> {
    return reportDetail(report, await this.instructions.ofReport(em, actor, report.id), actor);
  }
}
