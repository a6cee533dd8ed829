import type { Day } from '@app/common/calendar/zone.js';
import { RuleBroken } from '@app/common/http/problem.js';

/**
 * Checks when a talk is said to have been held: not in the future, and not before its round was opened.
 * @throws RuleBroken `held-in-the-future`, `held-before-the-round`
 */
export function checkHeldAt(heldAt: Date, roundOpenedAt: Date, now: Date): void {
  if (heldAt > now) throw new RuleBroken('held-in-the-future', { now: now.toISOString() });
  if (heldAt < roundOpenedAt) {
    throw new RuleBroken('held-before-the-round', { openedAt: roundOpenedAt.toISOString() });
  }
}

/**
 * Checks the days promised: none before the day of the talk.
 * @throws RuleBroken `promised-in-the-past`
 */
export function checkPromisedDays(days: readonly Day[], heldOn: Day): void {
  if (days.some((day) => day < heldOn)) throw new RuleBroken('promised-in-the-past', { heldOn });
}
