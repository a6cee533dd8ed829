import type { SessionName, WorkingCalendar } from '@app/common/calendar/calendar.js';
import { instantIn, type Day } from '@app/common/calendar/zone.js';
import { dayKind, mondayOf, patternWeekday, type DayKind } from './day-kind.js';
import { isWithin, type ScheduledWindow, type SiteSchedule } from './site-schedule.js';

/** A session of a day in which a window is open. */
export interface OpenSession {
  readonly windowId: string;
  readonly day: Day;
  readonly dayKind: DayKind;
  readonly session: SessionName;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly capacity: number;
  readonly greenMinutes: number;
  /** 延时服务: outside the hours the office works anyway. */
  readonly extended: boolean;
}

/**
 * When the windows of a site are open on a day, each window's sessions in their order (domain.md §3, 延时服务). Closures win over
 * all; a window's own exception wins over the site's, and both over the pattern; a holiday has no pattern. Extended
 * sessions are open only in a published week, posts of a published roster only with an officer on duty.
 * @param schedule of days that include this one
 */
export function openSessions(calendar: WorkingCalendar, schedule: SiteSchedule, day: Day): OpenSession[] {
  const kind = dayKind(calendar, day);
  if (kind === null || schedule.closures.some((closure) => isWithin(closure, day))) return [];
  const published = schedule.publishedMondays.includes(mondayOf(day));
  const rostered = schedule.rosters.some((roster) => isWithin(roster, day));
  return schedule.windows.flatMap((window) =>
    plannedSessions(schedule, window, day, kind)
      .map((session) => ({ ...session, extended: isExtended(calendar, session.session, kind) }))
      .filter(({ extended }) => published || !extended)
      .filter(({ session }) => !rostered || isStaffed(schedule, window, day, session))
      .map((session) => ({
        windowId: window.id,
        day,
        dayKind: kind,
        ...session,
        startAt: instantIn(calendar.timeZone, day, session.fromMinute),
        endAt: instantIn(calendar.timeZone, day, session.toMinute),
      })),
  );
}

/** Whether a session is service beyond the hours in which the office works and limits run. */
export function isExtended(calendar: WorkingCalendar, session: SessionName, kind: DayKind): boolean {
  return kind !== 'working' || !calendar.sessions.some(({ name, working }) => name === session && working);
}

type PlannedSession = Pick<OpenSession, 'session' | 'fromMinute' | 'toMinute' | 'capacity' | 'greenMinutes'>;

function plannedSessions(
  { exceptions }: SiteSchedule,
  window: ScheduledWindow,
  day: Day,
  kind: DayKind,
): PlannedSession[] {
  const weekday = patternWeekday(day, kind);
  const planned = new Map<SessionName, PlannedSession>();
  for (const { weekday: on, ...session } of window.pattern) if (on === weekday) planned.set(session.session, session);
  const ofDay = exceptions.filter((exception) => exception.day === day);
  const ofSite = ofDay.filter(({ windowId }) => windowId === null);
  const ofWindow = ofDay.filter(({ windowId }) => windowId === window.id);
  for (const exception of [...ofSite, ...ofWindow]) {
    const { session } = exception;
    if (!exception.open) {
      planned.delete(session);
      continue;
    }
    const { fromMinute, toMinute, capacity } = exception;
    const greenMinutes = planned.get(session)?.greenMinutes ?? 0;
    planned.set(session, { session, fromMinute, toMinute, capacity, greenMinutes });
  }
  return withoutOverlap([...planned.values()].toSorted((a, b) => a.fromMinute - b.fromMinute));
}

/** A session begins when the one before is over, whatever an exception says. */
function withoutOverlap(sessions: readonly PlannedSession[]): PlannedSession[] {
  const apart: PlannedSession[] = [];
  for (const session of sessions) {
    const fromMinute = Math.max(session.fromMinute, apart.at(-1)?.toMinute ?? 0);
    if (fromMinute < session.toMinute) apart.push({ ...session, fromMinute });
  }
  return apart;
}

function isStaffed({ staffed }: SiteSchedule, window: ScheduledWindow, day: Day, session: SessionName): boolean {
  if (window.postId === null) return true;
  return staffed.some((duty) => duty.postId === window.postId && duty.day === day && duty.session === session);
}
