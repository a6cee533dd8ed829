import { shiftDay } from '@app/common/calendar/zone.js';
import { RuleBroken } from '@app/common/http/problem.js';
import type { Days } from './domain/site-schedule.js';

/** The most days that are asked about at once. */
const MOST_DAYS = 92;

/** @throws RuleBroken (422) `days-out-of-order` where the last is before the first or more than 92 days are asked for */
export function requireInOrder({ fromDay, toDay }: Days): void {
  if (toDay < fromDay || toDay > shiftDay(fromDay, MOST_DAYS - 1)) {
    throw new RuleBroken('days-out-of-order', { days: MOST_DAYS });
  }
}
