import { dayOf, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { RuleBroken } from '@app/common/http/problem.js';

/** From when to when it suits the citizen; either may be left open. */
export interface WishTimes {
  readonly wishFrom?: Date | null;
  readonly wishTo?: Date | null;
}

/**
 * Whether a time is one that the office can agree on: still to come, and not years away.
 * @param mostDays how many days ahead may be wished for
 * @throws RuleBroken `wish-out-of-order`, `wish-in-the-past`, `wish-too-far-ahead`
 */
export function requireWishTimes(
  calendar: WorkingCalendar,
  { wishFrom, wishTo }: WishTimes,
  now: Date,
  mostDays: number,
): void {
  if (wishFrom && wishTo && wishTo <= wishFrom) throw new RuleBroken('wish-out-of-order');
  const latest = wishTo ?? wishFrom;
  if (latest && latest <= now) throw new RuleBroken('wish-in-the-past');
  if (latest && dayOf(calendar, latest) > shiftDay(dayOf(calendar, now), mostDays)) {
    throw new RuleBroken('wish-too-far-ahead', { days: mostDays });
  }
}
