import type { SessionName, WorkingCalendar } from '@app/common/calendar/calendar.js';
import { dayKind, daysBetween, mondayOf } from '../../schedule/domain/day-kind.js';
import { openSessions, type OpenSession } from '../../schedule/domain/open-sessions.js';
import type { SiteSchedule } from '../../schedule/domain/site-schedule.js';
import { turnOf, type Demand, type RosterDay, type RosterSession } from './roster.js';

/**
 * The days of a period as a roster has to fill them: every session any window is planned open in, extended ones too,
 * as a roster is made before its weeks are published.
 * @param schedule of the site and period
 * @returns days in order; days of a year without a published arrangement are left out
 */
export function rosterDays(calendar: WorkingCalendar, schedule: SiteSchedule): RosterDay[] {
  const days = daysBetween(schedule.fromDay, schedule.toDay);
  const planned = { ...schedule, rosters: [], publishedMondays: [...new Set(days.map(mondayOf))] };
  const postOf = new Map(schedule.windows.map(({ id, postId }) => [id, postId]));
  return days.flatMap((day) => {
    const kind = dayKind(calendar, day);
    if (kind === null) return [];
    const open = openSessions(calendar, planned, day);
    const sessions = calendar.sessions.flatMap(({ name }) => rosterSession(calendar, name, open, postOf));
    return [{ day, kind, sessions }];
  });
}

/** Who is needed: in each open session a leader, and the A or B person of each open post (domain.md §3, 值班). */
export function demandsOf(days: readonly RosterDay[]): Demand[] {
  return days.flatMap(({ day, sessions }) =>
    sessions.flatMap(({ session, openPosts }) => [null, ...openPosts].map((postId) => ({ day, session, postId }))),
  );
}

function rosterSession(
  calendar: WorkingCalendar,
  session: SessionName,
  open: readonly OpenSession[],
  postOf: ReadonlyMap<string, string | null>,
): RosterSession[] {
  const windows = open.filter((one) => one.session === session);
  const [first] = windows;
  if (!first) return [];
  const posts = windows.map(({ windowId }) => postOf.get(windowId) ?? null).filter((postId) => postId !== null);
  return [
    {
      session,
      fromMinute: Math.min(...windows.map(({ fromMinute }) => fromMinute)),
      toMinute: Math.max(...windows.map(({ toMinute }) => toMinute)),
      turn: turnOf(calendar, first.dayKind, session),
      openPosts: [...new Set(posts)].toSorted(),
    },
  ];
}
