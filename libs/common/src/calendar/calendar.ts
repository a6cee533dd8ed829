import { DomainError } from '../http/problem.js';
import { DEFAULT_OFFICE_TIME_ZONE } from '../time/office-time-zone.js';
import { statutoryDays, type StatutoryDays } from './statutory-days.js';
import { dayIn, minuteOfDayIn, weekdayOf, yearOf, type Day } from './zone.js';

export const SESSION_NAMES = ['morning', 'noon', 'afternoon', 'evening'] as const;
export type SessionName = (typeof SESSION_NAMES)[number];

/** A part of the office's day. Noon and evening are extended service (延时服务) unless the office says otherwise. */
export interface Session {
  readonly name: SessionName;
  /** Minutes since midnight at which it begins. */
  readonly start: number;
  /** Minutes since midnight at which it is over: that minute is no longer part of it. */
  readonly end: number;
  /** Whether limits run in it. In extended service citizens are served, but no clock runs. */
  readonly working: boolean;
}

/** An admin's word on one day, above the published arrangement: an office closed by a flood, a local festival. */
export interface CalendarOverride {
  readonly day: Day;
  readonly working: boolean;
}

/**
 * The statutory calendar of one office (domain.md §5): which days are worked, and which hours of them. A plain
 * value; every function that needs it is given it.
 */
export interface WorkingCalendar {
  readonly timeZone: string;
  /** In the order of the day, none overlapping another. */
  readonly sessions: readonly Session[];
  /** Years with a published arrangement. Of any other nothing is known. */
  readonly years: ReadonlySet<number>;
  /** The days that differ from the plain week of Monday to Friday: worked or not. */
  readonly exceptions: ReadonlyMap<Day, boolean>;
}

/**
 * A year was asked for whose arrangement is not published, or not known here: an answer would be a guess. For the
 * caller the service is not able to answer (503) until an administrator has brought the calendar up to date.
 */
export class CalendarYearMissing extends DomainError {
  constructor(readonly year: number) {
    super('calendar-year-missing', 503, { year, retryAfterSeconds: 3600 });
    this.message = `The statutory calendar has no arrangement for ${year}`;
  }
}

/** Office hours where nothing else is configured (domain.md §5, [D]): 9:00–12:00 and 13:30–17:30. */
export const DEFAULT_SESSIONS: readonly Session[] = [
  { name: 'morning', start: 9 * 60, end: 12 * 60, working: true },
  { name: 'noon', start: 12 * 60, end: 13 * 60 + 30, working: false },
  { name: 'afternoon', start: 13 * 60 + 30, end: 17 * 60 + 30, working: true },
  { name: 'evening', start: 17 * 60 + 30, end: 20 * 60, working: false },
];

export interface CalendarOptions {
  readonly timeZone?: string;
  readonly sessions?: readonly Session[];
  readonly overrides?: Iterable<CalendarOverride>;
  readonly statutory?: StatutoryDays;
}

/**
 * Builds a calendar: the published arrangements with the office's hours and the admin's overrides on top.
 * An override changes its own day and no other; it does not open a year that has no arrangement.
 * @throws RangeError if the sessions overlap, are out of order, leave the day, or none of them is working time
 */
export function workingCalendar(options: CalendarOptions = {}): WorkingCalendar {
  const { timeZone = DEFAULT_OFFICE_TIME_ZONE, sessions = DEFAULT_SESSIONS, overrides = [] } = options;
  const { years, holidays, makeUpDays } = options.statutory ?? statutoryDays();
  requireOrderedSessions(sessions);
  const exceptions = new Map<Day, boolean>();
  for (const day of holidays) exceptions.set(day, false);
  for (const day of makeUpDays) exceptions.set(day, true);
  for (const { day, working } of overrides) exceptions.set(day, working);
  return { timeZone, sessions, years, exceptions };
}

/** The day it is at the office at an instant. */
export function dayOf(calendar: WorkingCalendar, at: Date): Day {
  return dayIn(calendar.timeZone, at);
}

/**
 * Whether the office works on a day: Monday to Friday, without holidays, with make-up working days (调休).
 * @throws CalendarYearMissing if the day's year has no published arrangement
 */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  const year = yearOf(day);
  if (!calendar.years.has(year)) throw new CalendarYearMissing(year);
  const weekday = weekdayOf(day);
  return calendar.exceptions.get(day) ?? (weekday !== 0 && weekday !== 6);
}

/**
 * Whether limits run at an instant: in a working session of a working day. The minute a session ends is
 * outside it.
 * @throws CalendarYearMissing if the year has no published arrangement
 */
export function isWorkingTime(calendar: WorkingCalendar, at: Date): boolean {
  return isWorkingDay(calendar, dayOf(calendar, at)) && (sessionAt(calendar, at)?.working ?? false);
}

/** The session of the day an instant falls into by the office's wall clock, whatever the day; `null` outside all. */
export function sessionAt(calendar: WorkingCalendar, at: Date): Session | null {
  const minute = minuteOfDayIn(calendar.timeZone, at);
  return calendar.sessions.find((session) => session.start <= minute && minute < session.end) ?? null;
}

function requireOrderedSessions(sessions: readonly Session[]): void {
  let last = 0;
  for (const { name, start, end } of sessions) {
    if (!(last <= start && start < end && end <= 24 * 60)) {
      throw new RangeError(`Session ${name} (minutes ${start} to ${end}) is out of order or outside the day`);
    }
    last = end;
  }
  if (!sessions.some((session) => session.working)) throw new RangeError('No session is working time');
}
