import type { SessionName } from '@app/common/calendar/calendar.js';
import { workingCalendar } from '@app/common/calendar/calendar.js';
import type { Day } from '@app/common/calendar/zone.js';
import { dayKind, daysBetween } from '../../schedule/domain/day-kind.js';
import { turnOf, type Officer, type Post, type RosterDay, type RosterFrame, type TurnCount } from './roster.js';

const calendar = workingCalendar();

/** An officer of a letter: `officer('a')`. */
export function officer(id: string, over: Partial<Officer> = {}): Officer {
  return { id, name: id.toUpperCase(), qualifications: [], mayLead: false, active: true, absences: [], ...over };
}

/** A post with its A and B person: `post('p', 'a', 'b')`. */
export function post(id: string, a: string | null, b: string | null, over: Partial<Post> = {}): Post {
  return { id, nameZh: id, nameEn: id, qualifications: [], aOfficerId: a, bOfficerId: b, ...over };
}

/** The days of a period; `open` tells the sessions by kind of day, each with all posts. */
export function period(
  fromDay: Day,
  toDay: Day,
  posts: readonly Post[],
  open: Partial<Record<'working' | 'weekend' | 'holiday', readonly SessionName[]>>,
): RosterDay[] {
  return daysBetween(fromDay, toDay).map((day) => {
    const kind = dayKind(calendar, day) ?? 'working';
    const sessions = calendar.sessions
      .filter(({ name }) => open[kind]?.includes(name))
      .map(({ name, start, end }) => ({
        session: name,
        fromMinute: start,
        toMinute: end,
        turn: turnOf(calendar, kind, name),
        openPosts: posts.map(({ id }) => id),
      }));
    return { day, kind, sessions };
  });
}

export function frame(
  parts: Pick<RosterFrame, 'days' | 'officers' | 'posts'> & {
    carried?: Readonly<Record<string, TurnCount>>;
    sessionsADay?: number;
  },
): RosterFrame {
  const { days, officers, posts, carried = {}, sessionsADay = 3 } = parts;
  return {
    days,
    officers,
    posts,
    carried: new Map(Object.entries(carried)),
    rules: { sessionsADay, restWithinDays: 14 },
  };
}
