import type { SessionName, WorkingCalendar } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';
import { openSessions } from '../../schedule/domain/open-sessions.js';
import type { SiteSchedule } from '../../schedule/domain/site-schedule.js';

/** How long a window is, or was, open in one session of a day, and for how many at once. */
export interface OpenedSession {
  readonly day: Day;
  readonly siteId: string;
  readonly windowId: string;
  readonly session: SessionName;
  /** False: the officers of this window go to people’s homes. */
  readonly counter: boolean;
  readonly minutes: number;
  readonly capacity: number;
}

/**
 * The sessions of a site's windows on a day, by its schedule.
 * @param schedule of days that include this one
 */
export function openedSessions(calendar: WorkingCalendar, schedule: SiteSchedule, day: Day): OpenedSession[] {
  const { siteId, windows } = schedule;
  const counters = new Set(windows.filter(({ kind }) => kind === 'counter').map(({ id }) => id));
  return openSessions(calendar, schedule, day).map(({ windowId, session, fromMinute, toMinute, capacity }) => ({
    day,
    siteId,
    windowId,
    session,
    counter: counters.has(windowId),
    minutes: toMinute - fromMinute,
    capacity,
  }));
}
