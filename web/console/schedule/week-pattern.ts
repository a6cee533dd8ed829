import { SESSION_NAMES, type SessionName } from '@app/common/calendar/calendar.js';
import { shiftDay, weekdayOf, type Day } from '@app/common/calendar/zone.js';
import type { PatternSessionDto } from '@shared/api/generated/appointments.js';

export type Pattern = readonly PatternSessionDto[];
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WORKING_WEEK: readonly number[] = [1, 2, 3, 4, 5];

/** What a window does in one session of a weekday, or undefined where it is shut. */
export function sessionOf(pattern: Pattern, weekday: number, session: SessionName): PatternSessionDto | undefined {
  return pattern.find((one) => one.weekday === weekday && one.session === session);
}

/** The week with one session changed; null shuts it. In the order of the week. */
export function patternWith(
  pattern: Pattern,
  weekday: number,
  session: SessionName,
  to: PatternSessionDto | null,
): PatternSessionDto[] {
  const others = pattern.filter((one) => one.weekday !== weekday || one.session !== session);
  return [...others, ...(to ? [{ ...to, weekday, session }] : [])].toSorted(
    (a, b) => a.weekday - b.weekday || SESSION_NAMES.indexOf(a.session) - SESSION_NAMES.indexOf(b.session),
  );
}

/** The week with the same session on Monday to Friday. */
export function onWorkingDays(
  pattern: Pattern,
  session: SessionName,
  to: PatternSessionDto | null,
): PatternSessionDto[] {
  return WORKING_WEEK.reduce<PatternSessionDto[]>(
    (week, weekday) => patternWith(week, weekday, session, to),
    [...pattern],
  );
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return shiftDay(day, -((weekdayOf(day) + 6) % 7));
}

/** `09:30` of minutes since midnight. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Minutes since midnight of `09:30`, or null where it is none. */
export function minuteOf(clock: string): number | null {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : hours * 60 + minutes;
}
