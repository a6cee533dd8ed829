import { dayIn, instantIn, minuteOfDayIn, type Day } from '@app/common/calendar/zone.js';
import { DEFAULT_OFFICE_TIME_ZONE as ZONE } from '@app/common/time/office-time-zone.js';

/**
 * The instant somebody means who picks a day and a time: on the office's wall, whatever the zone of the computer.
 * @param day `2026-11-25`
 * @param time `14:30`
 * @returns ISO 8601, UTC
 */
export function officeInstant(day: Day, time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  return instantIn(ZONE, day, (hours ?? 0) * 60 + (minutes ?? 0)).toISOString();
}

/** The office's day at an instant. */
export function officeDay(at: Date): Day {
  return dayIn(ZONE, at);
}

/** What the office's wall clock shows at an instant, as an input of type time takes it. */
export function officeClock(at: Date): string {
  const minute = Math.floor(minuteOfDayIn(ZONE, at));
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
