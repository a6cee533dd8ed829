import { isWorkingDay, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { shiftDay, weekdayOf, yearOf, type Day } from '@app/common/calendar/zone.js';

export const DAY_KINDS = ['working', 'weekend', 'holiday'] as const;
/** A make-up Saturday is `working`; a Saturday within a holiday, or closed by an administrator, is `holiday`. */
export type DayKind = (typeof DAY_KINDS)[number];

/** @returns null in a year without a published arrangement: nothing is promised in it */
export function dayKind(calendar: WorkingCalendar, day: Day): DayKind | null {
  if (!calendar.years.has(yearOf(day))) return null;
  if (isWorkingDay(calendar, day)) return 'working';
  return isWeekend(day) && !calendar.exceptions.has(day) ? 'weekend' : 'holiday';
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return shiftDay(day, 1 - isoWeekday(day));
}

/** 1 Monday … 7 Sunday. */
export function isoWeekday(day: Day): number {
  return weekdayOf(day) || 7;
}

/**
 * Whose pattern a day works by: its weekday's; on a make-up Saturday or Sunday Monday's ([D]); on a holiday nobody's.
 */
export function patternWeekday(day: Day, kind: DayKind): number | null {
  if (kind === 'holiday') return null;
  return kind === 'working' && isWeekend(day) ? 1 : isoWeekday(day);
}

/** The days from the first to the last. */
export function daysBetween(fromDay: Day, toDay: Day): Day[] {
  const days: Day[] = [];
  for (let day = fromDay; day <= toDay; day = shiftDay(day, 1)) days.push(day);
  return days;
}

function isWeekend(day: Day): boolean {
  return isoWeekday(day) > 5;
}
