import { hasRole, type Actor } from '@app/common/auth/actor.js';
import type { ReportState } from '../report.dto.js';

/** A draft may be drafted anew, edited and signed off; what is signed off is frozen. */
export const REPORT_TRANSITIONS = {
  draft: ['draft', 'signed_off'],
  signed_off: [],
} as const satisfies Record<ReportState, readonly ReportState[]>;

export type ReportAction = 'edit' | 'sign-off' | 'instructions';

/** Leaders read what has been signed off (domain.md §4, tier 3); hotline and commission see drafts too. */
export function mayReadReport(actor: Actor, report: { state: ReportState }): boolean {
  if (hasRole(actor, 'supervisor', 'inspector')) return true;
  return hasRole(actor, 'leader') && report.state === 'signed_off';
}

/** What the actor may do with a report now. */
export function allowedReportActions(actor: Actor, report: { state: ReportState }): ReportAction[] {
  if (report.state === 'draft') return hasRole(actor, 'supervisor') ? ['edit', 'sign-off'] : [];
  return hasRole(actor, 'leader') ? ['instructions'] : [];
}
