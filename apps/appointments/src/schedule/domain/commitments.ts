import type { WorkingCalendar } from '@app/common/calendar/calendar.js';
import { shiftDay, type Day } from '@app/common/calendar/zone.js';
import { dayKind, daysBetween, isoWeekday } from './day-kind.js';
import { holidaysIn, type Holiday } from './holidays.js';
import { openSessions } from './open-sessions.js';
import { isWithin, type Days, type SiteSchedule } from './site-schedule.js';

export const COMMITMENTS = ['noon-unbroken', 'weekend-half-day', 'holiday-half-days', 'long-holiday-last-day'] as const;
/** What extended service (延时服务) promises (domain.md §3 [S]). */
export type Commitment = (typeof COMMITMENTS)[number];

/** A promise that a site's schedule does not keep. */
export interface Violation {
  readonly rule: Commitment;
  /** The day it is about; of a weekend its first day, of a whole holiday its first. */
  readonly day: Day;
  readonly siteId: string;
}

/** The numbers of the promises. */
export interface CommitmentNumbers {
  /** Minutes open that make a half-day. */
  readonly halfDayMinutes: number;
  /** Half-days in each of National Day and Spring Festival. */
  readonly holidayHalfDays: number;
  /** From so many days on a holiday's last day is open. */
  readonly longHolidayDays: number;
}

/** How many days around those asked for a schedule is read, so that holidays are seen whole. */
export const DAYS_AROUND = 14;

/**
 * Which commitments a site's schedule breaks within some days (domain.md §3, 延时服务): noon without a break on each working
 * day, a half-day each weekend, half-days in National Day and Spring Festival, the last day of a long holiday. A closure
 * has a reason of its own: nothing is promised on a day the site is closed, nor for a weekend or holiday that it covers whole.
 * @param schedule of these days and DAYS_AROUND them, its weeks taken as published
 * @returns by day
 */
export function brokenCommitments(
  calendar: WorkingCalendar,
  schedule: SiteSchedule,
  asked: Days,
  numbers: CommitmentNumbers,
): Violation[] {
  const site = new SiteDays(calendar, schedule, numbers.halfDayMinutes);
  const holidays = holidaysIn(calendar, asked);
  return [
    ...daysBetween(asked.fromDay, asked.toDay)
      .filter((day) => dayKind(calendar, day) === 'working' && !site.isClosed(day) && !site.isOpenOverNoon(day))
      .map((day) => site.violation('noon-unbroken', day)),
    ...weekendsIn(calendar, asked)
      .filter((days) => days.some((day) => !site.isClosed(day)) && site.halfDays(days) === 0)
      .flatMap(([day]) => (day === undefined ? [] : [site.violation('weekend-half-day', day)])),
    ...holidays
      .filter((holiday) => holiday.name !== null && daysOf(holiday).some((day) => !site.isClosed(day)))
      .filter((holiday) => site.halfDays(daysOf(holiday)) < numbers.holidayHalfDays)
      .map(({ fromDay }) => site.violation('holiday-half-days', fromDay)),
    ...holidays
      .filter(({ days, toDay }) => days >= numbers.longHolidayDays && isWithin(asked, toDay))
      .filter(({ toDay }) => !site.isClosed(toDay) && site.halfDays([toDay]) === 0)
      .map(({ toDay }) => site.violation('long-holiday-last-day', toDay)),
  ].toSorted((a, b) => a.day.localeCompare(b.day) || a.rule.localeCompare(b.rule));
}

/** What a site's windows do on a day. Home visits serve nobody who comes. */
class SiteDays {
  private readonly schedule: SiteSchedule;

  constructor(
    private readonly calendar: WorkingCalendar,
    schedule: SiteSchedule,
    private readonly halfDayMinutes: number,
  ) {
    this.schedule = { ...schedule, windows: schedule.windows.filter(({ kind }) => kind === 'counter') };
  }

  violation(rule: Commitment, day: Day): Violation {
    return { rule, day, siteId: this.schedule.siteId };
  }

  isClosed(day: Day): boolean {
    return this.schedule.closures.some((closure) => isWithin(closure, day));
  }

  /** Whether there is a window open at every minute of noon; no noon session, no promise. */
  isOpenOverNoon(day: Day): boolean {
    const noon = this.calendar.sessions.find(({ name }) => name === 'noon');
    if (!noon) return true;
    return this.open(day).some(([from, to]) => from <= noon.start && noon.end <= to);
  }

  /** Half-days open in some days together; a day has two at most. */
  halfDays(days: readonly Day[]): number {
    const minutesOf = (day: Day): number => this.open(day).reduce((sum, [from, to]) => sum + to - from, 0);
    return days.reduce((sum, day) => sum + Math.min(2, Math.floor(minutesOf(day) / this.halfDayMinutes)), 0);
  }

  /** Minutes of the day in which a window is open, without overlaps or touching ends. */
  private open(day: Day): [number, number][] {
    const spans: [number, number][] = [];
    const sessions = openSessions(this.calendar, this.schedule, day).toSorted((a, b) => a.fromMinute - b.fromMinute);
    for (const { fromMinute, toMinute } of sessions) {
      const last = spans.at(-1);
      if (last && fromMinute <= last[1]) last[1] = Math.max(last[1], toMinute);
      else spans.push([fromMinute, toMinute]);
    }
    return spans;
  }
}

/** The weekends that begin or end within some days, each with those of its two days that are not part of a holiday. */
function weekendsIn(calendar: WorkingCalendar, { fromDay, toDay }: Days): Day[][] {
  const saturdays = daysBetween(shiftDay(fromDay, -1), toDay).filter((day) => isoWeekday(day) === 6);
  return saturdays
    .map((saturday) => [saturday, shiftDay(saturday, 1)].filter((day) => isPromisedAtWeekend(calendar, day)))
    .filter((days) => days.length > 0);
}

function isPromisedAtWeekend(calendar: WorkingCalendar, day: Day): boolean {
  const kind = dayKind(calendar, day);
  return kind === 'weekend' || kind === 'working';
}

function daysOf({ fromDay, toDay }: Holiday): Day[] {
  return daysBetween(fromDay, toDay);
}
