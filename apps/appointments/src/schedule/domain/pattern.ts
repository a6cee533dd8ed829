import type { PatternSession } from './site-schedule.js';

/**
 * The first session of a week that cannot be: it ends before it begins, is there twice, overlaps another of its day, or keeps
 * more minutes for the green channel than it has.
 * @returns null where the week is sound
 */
export function patternFault(sessions: readonly PatternSession[]): PatternSession | null {
  const seen = new Set<string>();
  const ends = new Map<number, number>();
  for (const one of sessions.toSorted((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)) {
    const { weekday, session, fromMinute, toMinute, greenMinutes } = one;
    const key = `${weekday} ${session}`;
    const overlaps = fromMinute < (ends.get(weekday) ?? 0);
    if (seen.has(key) || overlaps || fromMinute >= toMinute || greenMinutes > toMinute - fromMinute) return one;
    seen.add(key);
    ends.set(weekday, toMinute);
  }
  return null;
}
