import { dayOf, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { instantIn } from '@app/common/calendar/zone.js';
import { dayKind, isoWeekday } from '../../schedule/domain/day-kind.js';
import { contains, type Span } from '../../slots/domain/span.js';

/** A part of the week in which a volunteer can be asked. Minutes count from midnight at the office. */
export interface WeeklyHours {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/**
 * Whether a time lies within a volunteer's hours of its day; hours that touch are one, so that a talk may go on over
 * their border. A make-up Saturday is a Saturday for who is not of the office; on a statutory holiday, and in a year
 * without a published arrangement, nobody is asked ([D]).
 * @param hours in the order of the week, none overlapping another
 */
export function isInHours(calendar: WorkingCalendar, hours: readonly WeeklyHours[], time: Span): boolean {
  const day = dayOf(calendar, time.startAt);
  const kind = dayKind(calendar, day);
  if (kind === null || kind === 'holiday') return false;
  const spans: { from: number; to: number }[] = [];
  for (const { weekday, fromMinute, toMinute } of hours) {
    if (weekday !== isoWeekday(day)) continue;
    const before = spans.at(-1);
    if (before?.to === fromMinute) before.to = toMinute;
    else spans.push({ from: fromMinute, to: toMinute });
  }
  return spans.some(({ from, to }) => {
    const span = { startAt: instantIn(calendar.timeZone, day, from), endAt: instantIn(calendar.timeZone, day, to) };
    return contains(span, time);
  });
}

/** Hours from Monday morning on. */
export function inOrderOfTheWeek<H extends WeeklyHours>(hours: readonly H[]): H[] {
  return hours.toSorted((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
}

/** The first hours that end before they begin or overlap others of the same day. */
export function faultyHours(hours: readonly WeeklyHours[]): WeeklyHours | undefined {
  const inOrder = inOrderOfTheWeek(hours);
  return inOrder.find((one, i) => {
    const before = inOrder[i - 1];
    return one.fromMinute >= one.toMinute || (before?.weekday === one.weekday && one.fromMinute < before.toMinute);
  });
}
