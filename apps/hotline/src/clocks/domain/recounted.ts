import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { planLimit, type ClockPlan, type ClockPoint } from './clock-plan.js';
import type { ClockKind } from './clock-state.js';

/** A running clock as it was counted. */
export interface CountedClock extends ClockPlan {
  readonly kind: ClockKind;
  /** How many of the points have been acted upon. */
  readonly pointsDone: number;
}

/**
 * A running clock counted again by a changed calendar (domain.md §5: a change recomputes open clocks). What has been
 * done stays done: a reminder or a yellow card does not come twice, and whoever was given a red card keeps it until it
 * is taken back by a decision. Nobody becomes overdue by the change alone: a new end that has passed already is not taken.
 * @returns the new plan, its first `pointsDone` points being those done; null where nothing changes
 */
export function recounted(calendar: WorkingCalendar, clock: CountedClock, now: Date): ClockPlan | null {
  const done = clock.points.slice(0, clock.pointsDone);
  const limit = clock.points.at(-1)?.limit;
  if (limit === undefined || done.some(({ act }) => act === 'red')) return null;
  const plan = planLimit(calendar, clock.kind, clock.startedAt, limit);
  if (plan.dueAt <= now || plan.dueAt.getTime() === clock.dueAt.getTime()) return null;
  return { ...plan, points: [...done, ...withoutDone(plan.points, done)] };
}

function withoutDone(points: readonly ClockPoint[], done: readonly ClockPoint[]): ClockPoint[] {
  const left = done.map(({ act }) => act);
  return points.filter(({ act }) => {
    const found = left.indexOf(act);
    if (found < 0) return true;
    left.splice(found, 1);
    return false;
  });
}
