import {
  CalendarYearMissing,
  DEFAULT_SESSIONS,
  isWorkingDay,
  type WorkingCalendar,
} from '@app/common/calendar/calendar.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { DEFAULT_OFFICE_TIME_ZONE } from '@app/common/time/office-time-zone.js';
import type { CalendarInForceDto } from '../api/generated/hotline.js';

/**
 * The calendar as the services count by it now: published years, those an administrator has brought in, and the days
 * declared worked or free (domain.md §5). Never one of the browser's own, which would know of neither.
 */
export function officeCalendar({ years, free, worked }: Omit<CalendarInForceDto, 'asOf'>): WorkingCalendar {
  return {
    timeZone: DEFAULT_OFFICE_TIME_ZONE,
    sessions: DEFAULT_SESSIONS,
    years: new Set(years),
    exceptions: new Map([
      ...free.map((day): [Day, boolean] => [day, false]),
      ...worked.map((day): [Day, boolean] => [day, true]),
    ]),
  };
}

/** Whether anybody has arranged a day's year: before that nobody knows which days are worked. */
export function isArranged(calendar: WorkingCalendar, day: Day): boolean {
  return whereArranged(() => isWorkingDay(calendar, day)) !== null;
}

/** The first `count` working days from a day on, that day included, as far as they are arranged. */
export function workingDaysFrom(calendar: WorkingCalendar, first: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let day = first; days.length < count && isArranged(calendar, day); day = shiftDay(day, 1)) {
    if (isWorkingDay(calendar, day)) days.push(day);
  }
  return days;
}

/** What is counted on the calendar, or null where it touches a year that nobody has arranged yet. */
export function whereArranged<T>(count: () => T): T | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null;
    throw error;
  }
}
