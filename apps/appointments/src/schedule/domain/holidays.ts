import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { shiftDay, yearOf, type Day } from '@app/common/calendar/zone.js';
import { dayKind } from './day-kind.js';
import type { Days } from './site-schedule.js';

/** The two holidays that have commitments of their own. */
export type HolidayName = 'national-day' | 'spring-festival';

/** Days off in a row by the State Council's arrangement. */
export interface Holiday extends Days {
  readonly days: number;
  readonly name: HolidayName | null;
}

/**
 * No arrangement gives the Spring Festival fewer days. A single day closed by an administrator in its season is none.
 */
const SHORTEST_SPRING_FESTIVAL_DAYS = 3;
/** New Year's Day of the lunar calendar falls on 21 January at the earliest and 20 February at the latest. */
const LUNAR_NEW_YEAR = ['01-21', '02-20'] as const;

/**
 * The holidays that have a day within these days, each from its own first day to its last.
 * @returns none of a year without a published arrangement
 */
export function holidaysIn(calendar: WorkingCalendar, { fromDay, toDay }: Days): Holiday[] {
  const isOff = (day: Day): boolean => dayKind(calendar, day) === 'holiday';
  const holidays: Holiday[] = [];
  let day = fromDay;
  while (day <= toDay) {
    if (!isOff(day)) {
      day = shiftDay(day, 1);
      continue;
    }
    let first = day;
    let last = day;
    while (isOff(shiftDay(first, -1))) first = shiftDay(first, -1);
    while (isOff(shiftDay(last, 1))) last = shiftDay(last, 1);
    holidays.push(holiday(first, last));
    day = shiftDay(last, 1);
  }
  return holidays;
}

function holiday(fromDay: Day, toDay: Day): Holiday {
  const days = Math.round((Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000) + 1;
  return { fromDay, toDay, days, name: nameOf(fromDay, toDay, days) };
}

function nameOf(fromDay: Day, toDay: Day, days: number): HolidayName | null {
  const nationalDay = `${yearOf(toDay)}-10-01`;
  if (fromDay <= nationalDay && nationalDay <= toDay) return 'national-day';
  const [earliest, latest] = LUNAR_NEW_YEAR.map((day) => `${yearOf(toDay)}-${day}`);
  const inSeason = fromDay <= (latest ?? '') && (earliest ?? '') <= toDay;
  return inSeason && days >= SHORTEST_SPRING_FESTIVAL_DAYS ? 'spring-festival' : null;
}
