import { dayIn, minuteOfDayIn, type Day } from '@app/common/calendar/zone.js';

/** A day as official Chinese documents print it: 2026年11月3日. */
export function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** An instant as official Chinese documents print it, by the wall clock of `timeZone`: 2026年11月3日17时30分. */
export function chineseInstant(timeZone: string, at: Date): string {
  const minute = Math.floor(minuteOfDayIn(timeZone, at));
  const hour = Math.floor(minute / 60);
  return `${chineseDay(dayIn(timeZone, at))}${hour}时${String(minute % 60).padStart(2, '0')}分`;
}
