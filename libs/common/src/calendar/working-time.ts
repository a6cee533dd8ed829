import { dayOf, isWorkingDay, type WorkingCalendar } from './calendar.js';
import { instantIn, minuteOfDayIn, shiftDay, type Day } from './zone.js';

const MINUTE_MS = 60_000;

/**
 * The end of a limit of `count` working days: the end of the office's last working session (17:30) on the
 * `count`-th working day after the day of `from`.
 *
 * The day of the start is never counted, at whatever hour the start falls; a start on a day off or after hours
 * is therefore no different: the first day counted is the next working day (《民法典》第二百零一条：开始的当日不计入，
 * 自下一日开始计算；第二百零三条：有业务时间的，停止业务活动的时间为截止时间).
 * @param count whole working days, at least 1
 * @throws CalendarYearMissing if the limit touches a year without a published arrangement
 * @throws RangeError if `count` is not a whole number of at least 1
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Date, count: number): Date {
  return endOfWork(calendar, countedDay(calendar, dayOf(calendar, from), count, 1));
}

/**
 * The instant `count` working days before `at`: the same time of day on the `count`-th working day before the day
 * of `at`, brought into the office's hours. Where `at` lies on a day off, it is the beginning of work on that day, as
 * it is before the office opens on the next: a later instant never gives an earlier answer. For the end of a limit,
 * `addWorkingDays` leads back to it.
 * @param count whole working days, at least 1
 * @throws CalendarYearMissing if a year without a published arrangement is touched
 * @throws RangeError if `count` is not a whole number of at least 1
 */
export function subtractWorkingDays(calendar: WorkingCalendar, at: Date, count: number): Date {
  const day = dayOf(calendar, at);
  const before = countedDay(calendar, day, count, -1);
  const { opens, closes } = officeHours(calendar);
  const minute = isWorkingDay(calendar, day) ? minuteOfDayIn(calendar.timeZone, at) : opens;
  return instantIn(calendar.timeZone, before, Math.min(Math.max(minute, opens), closes));
}

/**
 * The first instant at which `minutes` of working time have passed since `from`: the end of a session rather
 * than the beginning of the next. No minutes give `from` itself.
 * @param minutes working minutes, fractions allowed, at least 0
 * @throws CalendarYearMissing if a year without a published arrangement is touched
 * @throws RangeError if `minutes` is negative or not a number
 */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  let left = milliseconds(minutes);
  if (left === 0) return new Date(from);
  for (let day = dayOf(calendar, from); ; day = shiftDay(day, 1)) {
    for (const { start, end } of workingSpans(calendar, day)) {
      const begin = Math.max(start, from.getTime());
      if (begin + left <= end) return new Date(begin + left);
      left -= Math.max(end - begin, 0);
    }
  }
}

/**
 * The last instant from which `minutes` of working time pass until `to`: the beginning of a session rather than
 * the end of the one before. No minutes give `to` itself.
 * @param minutes working minutes, fractions allowed, at least 0
 * @throws CalendarYearMissing if a year without a published arrangement is touched
 * @throws RangeError if `minutes` is negative or not a number
 */
export function subtractWorkingMinutes(calendar: WorkingCalendar, to: Date, minutes: number): Date {
  let left = milliseconds(minutes);
  if (left === 0) return new Date(to);
  for (let day = dayOf(calendar, to); ; day = shiftDay(day, -1)) {
    for (const { start, end } of workingSpans(calendar, day).toReversed()) {
      const finish = Math.min(end, to.getTime());
      if (finish - left >= start) return new Date(finish - left);
      left -= Math.max(finish - start, 0);
    }
  }
}

/**
 * Working time from `from` to `to`, in minutes with fractions; negative where `to` is the earlier.
 * @throws CalendarYearMissing if a year without a published arrangement is touched
 */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  if (to < from) return -workingMinutesBetween(calendar, to, from);
  const last = dayOf(calendar, to);
  let total = 0;
  for (let day = dayOf(calendar, from); day <= last; day = shiftDay(day, 1)) {
    for (const { start, end } of workingSpans(calendar, day)) {
      total += Math.max(Math.min(end, to.getTime()) - Math.max(start, from.getTime()), 0);
    }
  }
  return total / MINUTE_MS;
}

/**
 * Whole working days from `from` to `to`, counted as a limit is: the day of `from` is not counted, the day of `to`
 * is. Same day: 0. `workingDaysBetween(c, t, addWorkingDays(c, t, n))` is `n`. Negative where `to` is the earlier.
 * @throws CalendarYearMissing if a year without a published arrangement is touched
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  const first = dayOf(calendar, from);
  const last = dayOf(calendar, to);
  isWorkingDay(calendar, first);
  let count = 0;
  for (let day = shiftDay(first, 1); day <= last; day = shiftDay(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}

/** The `count`-th working day after (`step` 1) or before (`step` -1) a day, which is itself not counted. */
function countedDay(calendar: WorkingCalendar, from: Day, count: number, step: 1 | -1): Day {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`Not a whole number of working days: ${count}`);
  isWorkingDay(calendar, from);
  let day = from;
  for (let left = count; left > 0;) {
    day = shiftDay(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

function endOfWork(calendar: WorkingCalendar, day: Day): Date {
  return instantIn(calendar.timeZone, day, officeHours(calendar).closes);
}

/** When the first working session of a day begins and the last one ends, in minutes from midnight. */
function officeHours({ sessions }: WorkingCalendar): { opens: number; closes: number } {
  const working = sessions.filter((session) => session.working);
  return {
    opens: Math.min(...working.map(({ start }) => start)),
    closes: Math.max(...working.map(({ end }) => end)),
  };
}

/** The day's working sessions as instants in milliseconds, in order; none on a day off. */
function workingSpans(calendar: WorkingCalendar, day: Day): { start: number; end: number }[] {
  if (!isWorkingDay(calendar, day)) return [];
  const instant = (minute: number) => instantIn(calendar.timeZone, day, minute).getTime();
  return calendar.sessions
    .filter((session) => session.working)
    .map((session) => ({ start: instant(session.start), end: instant(session.end) }));
}

function milliseconds(minutes: number): number {
  if (!(minutes >= 0 && Number.isFinite(minutes))) throw new RangeError(`Not a number of minutes: ${minutes}`);
  return Math.round(minutes * MINUTE_MS);
}
