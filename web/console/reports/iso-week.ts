import { shiftDay, weekdayOf, type Day } from '@app/common/calendar/zone.js';

/** The ISO 8601 week a day lies in, `2026-W47`: weeks begin on Monday, week 1 holds the year's first Thursday. */
export function isoWeekOf(day: Day): string {
  const thursday = shiftDay(day, 4 - (weekdayOf(day) || 7));
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

/** The last `count` weeks, the one of `today` first. */
export function recentWeeks(today: Day, count: number): string[] {
  return Array.from({ length: count }, (_, n) => isoWeekOf(shiftDay(today, -7 * n)));
}
