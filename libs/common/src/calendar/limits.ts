import type { WorkingCalendar } from './calendar.js';
import { subtractWorkingDays, subtractWorkingMinutes, workingMinutesBetween } from './working-time.js';

/** What a limit says while it runs: `near` from the first reminder on, `over` once it has expired. */
export type LimitState = 'running' | 'near' | 'over';

/**
 * When the unit is reminded (催办) of a limit: when a quarter of its working time is left, and again one working
 * day before its end (domain.md §2, Clocks). In order, each once; points that would fall on or before the start
 * are left out, so a limit of a day or less has the quarter only.
 * @param startedAt when the limit began to run
 * @param dueAt when it ends
 * @throws CalendarYearMissing if a year without a published arrangement is touched
 */
export function reminderPoints(calendar: WorkingCalendar, startedAt: Date, dueAt: Date): Date[] {
  const quarter = workingMinutesBetween(calendar, startedAt, dueAt) / 4;
  if (quarter <= 0) return [];
  const points = [subtractWorkingMinutes(calendar, dueAt, quarter), subtractWorkingDays(calendar, dueAt, 1)];
  const times = new Set(points.map((point) => point.getTime()).filter((time) => time > startedAt.getTime()));
  return [...times].sort((a, b) => a - b).map((time) => new Date(time));
}

/**
 * When a limit without progress earns its cards: yellow (黄牌) one working day before it ends, red (红牌) at its end
 * (domain.md §2, Clocks). `yellowAt` is `null` where the limit is no longer than that day.
 * @throws CalendarYearMissing if a year without a published arrangement is touched
 */
export function cardPoints(
  calendar: WorkingCalendar,
  startedAt: Date,
  dueAt: Date,
): { yellowAt: Date | null; redAt: Date } {
  const yellowAt = subtractWorkingDays(calendar, dueAt, 1);
  return { yellowAt: yellowAt > startedAt ? yellowAt : null, redAt: dueAt };
}

/**
 * How a running limit stands. It is kept up to and including the instant of its end.
 * @throws CalendarYearMissing if a year without a published arrangement is touched
 */
export function limitState(calendar: WorkingCalendar, startedAt: Date, dueAt: Date, now: Date): LimitState {
  if (now > dueAt) return 'over';
  const first = reminderPoints(calendar, startedAt, dueAt)[0];
  return first && now >= first ? 'near' : 'running';
}
