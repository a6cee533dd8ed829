import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { cardPoints, limitState, reminderPoints } from '@app/common/calendar/limits.js';
import { addWorkingDays } from '@app/common/calendar/working-time.js';
import { instantIn, shiftDay, type Day } from '@app/common/calendar/zone.js';
import type { CaseState } from './case-state.js';

/** Limits of the interview workflow, in working days. Configuration, never literals (domain.md, preamble). */
export interface InterviewLimits {
  /** From the opening of a round to its talk (domain.md §4, tier 1 [S]: 5). */
  readonly interviewWorkingDays: number;
  /** From a supervision order the suite issues to its fulfilment ([D]: 3). */
  readonly orderWorkingDays: number;
}

/** When the talk of a round opened at `openedAt` must have been held. */
export function interviewDueAt(calendar: WorkingCalendar, openedAt: Date, limits: InterviewLimits): Date {
  return addWorkingDays(calendar, openedAt, limits.interviewWorkingDays);
}

/** When an order the suite issues must have been fulfilled. */
export function orderDueAt(calendar: WorkingCalendar, issuedAt: Date, limits: InterviewLimits): Date {
  return addWorkingDays(calendar, issuedAt, limits.orderWorkingDays);
}

/**
 * The end of a running limit after a change of the calendar: as it is counted now, unless that is no change, or lies in
 * the past already: nobody becomes overdue by the change alone.
 * @returns null where the end stays as it is
 */
export function movedEnd(dueAt: Date, counted: Date, now: Date): Date | null {
  return counted <= now || counted.getTime() === dueAt.getTime() ? null : counted;
}

/**
 * The last instant of a promised day: the end of office hours of that day, or of the next working day where it is a
 * day off (《民法典》第二百零三条).
 */
export function endOfPromisedDay(calendar: WorkingCalendar, day: Day): Date {
  return addWorkingDays(calendar, instantIn(calendar.timeZone, shiftDay(day, -1), 0), 1);
}

/** When a round's limit makes itself heard: 催办 before it, the yellow card, the end. */
export function limitPoints(
  calendar: WorkingCalendar,
  openedAt: Date,
  dueAt: Date,
): { reminders: Date[]; yellowAt: Date | null; overdueAt: Date } {
  const { yellowAt, redAt } = cardPoints(calendar, openedAt, dueAt);
  return { reminders: reminderPoints(calendar, openedAt, dueAt), yellowAt, overdueAt: redAt };
}

/** How the limit of a case's present round reads at `now`. */
export function clockState(
  calendar: WorkingCalendar,
  item: { state: CaseState; roundOpenedAt: Date; dueAt: Date },
  now: Date,
): 'running' | 'near' | 'over' | 'done' | 'none' {
  if (item.state === 'closed') return 'none';
  if (item.state === 'held') return 'done';
  return limitState(calendar, item.roundOpenedAt, item.dueAt, now);
}
