import { dayOf, isWorkingDay, type WorkingCalendar } from '@app/common/calendar/calendar.js';
import { instantIn, shiftDay, yearOf, type Day } from '@app/common/calendar/zone.js';
import { contains, type Span } from './span.js';

/**
 * The office's working hours between two instants, in order; sessions that touch are one span, so that a talk may go
 * on over their border. A year without a published arrangement has none: nothing is promised in it.
 */
export function officeSpans(calendar: WorkingCalendar, from: Date, to: Date): Span[] {
  const spans: Span[] = [];
  const last = dayOf(calendar, to);
  for (let day = dayOf(calendar, from); day <= last; day = shiftDay(day, 1)) {
    spans.push(...spansOf(calendar, day));
  }
  return spans
    .map(({ startAt, endAt }) => ({ startAt: later(startAt, from), endAt: earlier(endAt, to) }))
    .filter(({ startAt, endAt }) => startAt < endAt);
}

/** Whether a time lies within the office's working hours of one day. */
export function isInOfficeHours(calendar: WorkingCalendar, time: Span): boolean {
  return spansOf(calendar, dayOf(calendar, time.startAt)).some((span) => contains(span, time));
}

function spansOf(calendar: WorkingCalendar, day: Day): Span[] {
  if (!calendar.years.has(yearOf(day)) || !isWorkingDay(calendar, day)) return [];
  const minutes: { start: number; end: number }[] = [];
  for (const { start, end, working } of calendar.sessions) {
    const before = minutes.at(-1);
    if (!working) continue;
    if (before?.end === start) before.end = end;
    else minutes.push({ start, end });
  }
  return minutes.map(({ start, end }) => ({
    startAt: instantIn(calendar.timeZone, day, start),
    endAt: instantIn(calendar.timeZone, day, end),
  }));
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
