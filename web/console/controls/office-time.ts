import { CalendarYearMissing, isWorkingDay, workingCalendar } from '@app/common/calendar/calendar.js';
import { dayIn, instantIn, minuteOfDayIn, shiftDay, type Day } from '@app/common/calendar/zone.js';

const CALENDAR = workingCalendar();

/**
 * The instant somebody means who picks a day and a time: on the office's wall, whatever the zone of the computer.
 * @param day `2026-11-25`
 * @param time `14:30`
 * @returns ISO 8601, UTC
 */
export function officeInstant(day: Day, time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  return instantIn(CALENDAR.timeZone, day, (hours ?? 0) * 60 + (minutes ?? 0)).toISOString();
}

/** The office's day at an instant. */
export function officeDay(at: Date): Day {
  return dayIn(CALENDAR.timeZone, at);
}

/** What the office's wall clock shows at an instant, as an input of type time takes it. */
export function officeClock(at: Date): string {
  const minute = Math.floor(minuteOfDayIn(CALENDAR.timeZone, at));
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The first `count` working days from the day of `from` on, that day included, as far as they are arranged. */
export function workingDaysFrom(from: Date, count: number): Day[] {
  const days: Day[] = [];
  try {
    for (let day = officeDay(from); days.length < count; day = shiftDay(day, 1)) {
      if (isWorkingDay(CALENDAR, day)) days.push(day);
    }
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
  }
  return days;
}
