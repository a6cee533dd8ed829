import { dayIn, minuteOfDayIn } from '@app/common/calendar/zone.js';

/** The office's wall clock at an instant, as people read it: `09:05`. */
export function officeTime(timeZone: string, at: Date): string {
  const minute = Math.floor(minuteOfDayIn(timeZone, at));
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The same with its day: `2026-11-23 09:05`. */
export function officeDayTime(timeZone: string, at: Date): string {
  return `${dayIn(timeZone, at)} ${officeTime(timeZone, at)}`;
}
