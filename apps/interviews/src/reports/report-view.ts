import type { Actor } from '@app/common/auth/actor.js';
import type { InstructionRow } from '../instructions/instruction.dto.js';
import { allowedReportActions } from './domain/report-state.js';
import type { ReportDetail, ReportRow } from './report.dto.js';
import type { WeeklyReport } from './report.entity.js';

export const REPORT_TITLE = '群众约谈工作专报';

/** A report as a line of a list. */
export function reportRow(report: WeeklyReport): ReportRow {
  return {
    id: report.id,
    week: report.week,
    state: report.state,
    number: report.number,
    from: report.fromAt.toISOString(),
    to: report.toAt.toISOString(),
    draftedAt: report.draftedAt.toISOString(),
    draftedBy: report.draftedBy,
    signedOffAt: report.signedOffAt?.toISOString() ?? null,
    signedOffBy: report.signedOffBy,
    version: report.version,
  };
}

/** A report in full. */
export function reportDetail(report: WeeklyReport, instructions: InstructionRow[], actor: Actor): ReportDetail {
  return {
    ...reportRow(report),
    title: REPORT_TITLE,
    summary: report.summary,
    content: report.content,
    instructions,
    allowed: allowedReportActions(actor, report),
  };
}
