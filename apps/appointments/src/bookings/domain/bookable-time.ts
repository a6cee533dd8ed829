import { dayOf, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { shiftDay } from '@app/common/calendar/zone.js';
import { RuleBroken } from '@app/common/http/problem.js';

/**
 * Whether a time is one that can be booked at all: still to come, and not beyond the horizon.
 * @throws RuleBroken `appointment-in-the-past`, `too-far-ahead`
 */
export function requireBookableTime(calendar: WorkingCalendar, startAt: Date, now: Date, horizonDays: number): void {
  if (startAt <= now) throw new RuleBroken('appointment-in-the-past', { now: now.toISOString() });
  if (dayOf(calendar, startAt) > shiftDay(dayOf(calendar, now), horizonDays)) {
    throw new RuleBroken('too-far-ahead', { days: horizonDays });
  }
}
