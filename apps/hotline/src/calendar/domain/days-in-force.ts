import { dayOf, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { weekdayOf, yearOf, type Day } from '@app/common/calendar/zone.js';

/** The days that differ from the plain week, of the years a running limit can touch. */
export interface DaysInForce {
  readonly years: readonly number[];
  readonly free: readonly Day[];
  readonly worked: readonly Day[];
}

/** What a calendar says of last year, this year and every later one it knows (domain.md §5). */
export function daysInForce(calendar: WorkingCalendar, now: Date): DaysInForce {
  const first = yearOf(dayOf(calendar, now)) - 1;
  const years = [...calendar.years].filter((year) => year >= first).toSorted((one, other) => one - other);
  const differing = (working: boolean): Day[] =>
    [...calendar.exceptions]
      .filter(([day, worked]) => worked === working && isPlainlyWorked(day) !== working && years.includes(yearOf(day)))
      .map(([day]) => day)
      .toSorted();
  return { years, free: differing(false), worked: differing(true) };
}

function isPlainlyWorked(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}
