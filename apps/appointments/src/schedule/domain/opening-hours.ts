import type { SessionName } from '@app/common/calendar/calendar.js';
import type { OpenSession } from './open-sessions.js';

/** When a site is open in a session: at one of its windows at least. */
export interface OpeningHours {
  readonly session: SessionName;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly extended: boolean;
}

/** The hours of a site's day, from the earliest window of each session to its latest; in the order of the day. */
export function openingHours(sessions: readonly OpenSession[]): OpeningHours[] {
  const hours = new Map<SessionName, OpeningHours>();
  for (const { session, fromMinute, toMinute, extended } of sessions) {
    const known = hours.get(session) ?? { fromMinute, toMinute };
    hours.set(session, {
      session,
      fromMinute: Math.min(known.fromMinute, fromMinute),
      toMinute: Math.max(known.toMinute, toMinute),
      extended,
    });
  }
  return [...hours.values()].toSorted((a, b) => a.fromMinute - b.fromMinute);
}

/** A time of the office's day as people read it: 750 is `12:30`. */
export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
