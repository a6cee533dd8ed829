import { dayIn, instantIn, shiftDay, weekdayOf, yearOf, type Day } from '@app/common/calendar/zone.js';

/** An ISO 8601 week, `2026-W47`: Monday to Sunday, the first of a year being the one with its first Thursday. */
export type Week = string;

/** The week an instant falls into by the wall clock of `timeZone`. */
export function weekAt(timeZone: string, at: Date): Week {
  const thursday = shiftDay(mondayBefore(dayIn(timeZone, at)), 3);
  const year = yearOf(thursday);
  const n = Math.round((dayNumber(thursday) - dayNumber(firstThursday(year))) / 7) + 1;
  return `${year}-W${String(n).padStart(2, '0')}`;
}

/**
 * The first instant of a week and the first of the next.
 * @throws RangeError if the year has no such week
 */
export function weekBounds(timeZone: string, week: Week): { from: Date; to: Date } {
  const [year = NaN, n = NaN] = week.split('-W').map(Number);
  const monday = shiftDay(firstThursday(year), (n - 1) * 7 - 3);
  const bounds = { from: instantIn(timeZone, monday, 0), to: instantIn(timeZone, shiftDay(monday, 7), 0) };
  if (weekAt(timeZone, bounds.from) !== week) throw new RangeError(`No such week: ${week}`);
  return bounds;
}

/** The week before the one an instant falls into. */
export function weekBefore(timeZone: string, at: Date): Week {
  const { from } = weekBounds(timeZone, weekAt(timeZone, at));
  return weekAt(timeZone, new Date(from.getTime() - 1));
}

function mondayBefore(day: Day): Day {
  return shiftDay(day, -((weekdayOf(day) + 6) % 7));
}

function firstThursday(year: number): Day {
  return shiftDay(mondayBefore(`${year}-01-04`), 3);
}

function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
