import { cardPoints, reminderPoints } from '@app/common/calendar/limits.js';
import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { addWorkingDays, addWorkingMinutes, workingMinutesBetween } from '@app/common/calendar/working-time.js';
import type { ClockKind } from './clock-state.js';

/** What happens at a point of a clock: 催办, 黄牌, 红牌. */
export type ClockAct = 'remind' | 'yellow' | 'red';

/** What the end of a limit is counted from its start with. */
export type ClockLimit = { readonly workingDays: number } | { readonly workingMinutes: number };

export interface ClockPoint {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly act: ClockAct;
  /** With the end (`red`): how it was counted. Absent for a limit of real minutes, which no calendar moves. */
  readonly limit?: ClockLimit;
}

export interface ClockPlan {
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** From when it shows as near its end. */
  readonly nearAt: Date;
  /** In the order of time; the last is the red card at `dueAt`. */
  readonly points: readonly ClockPoint[];
}

const MINUTE_MS = 60_000;
/** 催办 when a quarter of the time is left (domain.md §2, Clocks). */
const NEAR_AFTER = 0.75;

/** A limit of whole working days (domain.md §2, Clocks). */
export function planWorkingDays(calendar: WorkingCalendar, kind: ClockKind, startedAt: Date, days: number): ClockPlan {
  return planLimit(calendar, kind, startedAt, { workingDays: days });
}

/** A limit of real minutes: danger and utilities do not wait for office hours. */
export function planRealMinutes(startedAt: Date, minutes: number): ClockPlan {
  const dueAt = new Date(startedAt.getTime() + minutes * MINUTE_MS);
  const nearAt = new Date(startedAt.getTime() + minutes * MINUTE_MS * NEAR_AFTER);
  return { startedAt, dueAt, nearAt, points: [{ at: dueAt.toISOString(), act: 'red' }] };
}

/**
 * A clock that ran, was stopped and runs again: what was left of its working time is left now. The time it stood does
 * not count (停止计时, domain.md §2). One that was over already stays so, and its red card is not given twice.
 */
export function resumePlan(
  calendar: WorkingCalendar,
  kind: ClockKind,
  clock: { readonly dueAt: Date; readonly stoppedAt: Date },
  at: Date,
): ClockPlan {
  const left = workingMinutesBetween(calendar, clock.stoppedAt, clock.dueAt);
  if (left <= 0) return { startedAt: at, dueAt: at, nearAt: at, points: [] };
  return planLimit(calendar, kind, at, { workingMinutes: left });
}

/** The transfer clock is the hotline's own: nobody is reminded, the card comes at its end. */
export function planLimit(calendar: WorkingCalendar, kind: ClockKind, startedAt: Date, limit: ClockLimit): ClockPlan {
  const dueAt =
    'workingDays' in limit
      ? addWorkingDays(calendar, startedAt, limit.workingDays)
      : addWorkingMinutes(calendar, startedAt, limit.workingMinutes);
  const reminders = reminderPoints(calendar, startedAt, dueAt);
  const { yellowAt, redAt } = cardPoints(calendar, startedAt, dueAt);
  const points: ClockPoint[] = [];
  if (kind !== 'transfer') {
    points.push(...reminders.map((at) => ({ at: at.toISOString(), act: 'remind' as const })));
    if (yellowAt) points.push({ at: yellowAt.toISOString(), act: 'yellow' });
  }
  points.push({ at: redAt.toISOString(), act: 'red', limit });
  return { startedAt, dueAt, nearAt: reminders[0] ?? dueAt, points: points.sort(byTime) };
}

const byTime = (a: ClockPoint, b: ClockPoint): number => a.at.localeCompare(b.at);

/**
 * Splits a plan at an instant: what has come due and was not done yet, and the point to wait for next.
 * @param done how many points have been acted upon
 */
export function pointsDue(
  points: readonly ClockPoint[],
  done: number,
  now: Date,
): { due: readonly ClockPoint[]; next: Date | null } {
  const open = points.slice(done);
  const due = open.filter((point) => new Date(point.at) <= now);
  const next = open[due.length];
  return { due, next: next ? new Date(next.at) : null };
}
