import type { SessionName } from '@app/common/calendar/calendar.js';
import { daysBetween, mondayOf } from './day-kind.js';
import type { PatternSession, ScheduledWindow, SiteSchedule } from './site-schedule.js';

const WORKDAYS = [1, 2, 3, 4, 5];

/** The same sessions on each weekday given. */
export function weekOf(
  sessions: readonly (readonly [SessionName, number, number])[],
  weekdays: readonly number[] = WORKDAYS,
): PatternSession[] {
  return weekdays.flatMap((weekday) =>
    sessions.map(([session, fromMinute, toMinute]) => ({
      weekday,
      session,
      fromMinute,
      toMinute,
      capacity: 1,
      greenMinutes: 0,
    })),
  );
}

/** A counter that works from nine to half past five without a break, and on Saturday morning. */
export function window(over: Partial<ScheduledWindow>): ScheduledWindow {
  return {
    id: 'w1',
    postId: null,
    kind: 'counter',
    travelMinutes: 0,
    items: [],
    pattern: [
      ...weekOf([
        ['morning', 540, 720],
        ['noon', 720, 810],
        ['afternoon', 810, 1050],
      ]),
      ...weekOf([['morning', 540, 720]], [6]),
    ],
    ...over,
  };
}

/** A site with one window, all its weeks from 2024 to 2026 published. */
export function scheduleOf(over: Partial<SiteSchedule>): SiteSchedule {
  const fromDay = '2023-12-25';
  const toDay = '2027-01-10';
  return {
    siteId: 's1',
    stamp: '1',
    fromDay,
    toDay,
    windows: [window({})],
    exceptions: [],
    closures: [],
    publishedMondays: [...new Set(daysBetween(fromDay, toDay).map(mondayOf))],
    rosters: [],
    staffed: [],
    items: [],
    ...over,
  };
}
