import { shiftDay, weekdayOf, type Day } from '@app/common/calendar/zone.js';
import { lastDayOf } from '../duty/month.js';

/** What the State Council's arrangement makes of a day. */
export type PublishedKind = 'working' | 'weekend' | 'holiday' | 'makeUp';

/** What a day is at the office: as published, or closed or opened by an administrator's word. */
export type DayKind = PublishedKind | 'closed' | 'opened';

/** The days of a year that differ from the plain week. */
export interface Arrangement {
  readonly holidays: ReadonlySet<Day>;
  readonly makeUpDays: ReadonlySet<Day>;
}

/** From its first day to its last, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export function arrangementOf(holidays: Iterable<Day>, makeUpDays: Iterable<Day>): Arrangement {
  return { holidays: new Set(holidays), makeUpDays: new Set(makeUpDays) };
}

export function publishedKind({ holidays, makeUpDays }: Arrangement, day: Day): PublishedKind {
  if (holidays.has(day)) return 'holiday';
  if (makeUpDays.has(day)) return 'makeUp';
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6 ? 'weekend' : 'working';
}

/** @param declared what an administrator has said of the day, if anything */
export function dayKind(published: PublishedKind, declared: 'working' | 'free' | 'as_published' | undefined): DayKind {
  if (declared === 'free') return 'closed';
  return declared === 'working' ? 'opened' : published;
}

export function isWorked(kind: PublishedKind): boolean {
  return kind === 'working' || kind === 'makeUp';
}

/** The twelve months of a year, `2027-01` … `2027-12`. */
export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}

/** The weeks of a month from Monday to Sunday; null where a day belongs to the month beside it. */
export function weeksOf(month: string): (Day | null)[][] {
  const first = `${month}-01`;
  const days = daysOf({ from: first, to: lastDayOf(month) });
  const before = (weekdayOf(first) + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_cell, index) => cells[week * 7 + index] ?? null),
  );
}

/** Every day of a span; none where it ends before it begins. */
export function daysOf({ from, to }: Span): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = shiftDay(day, 1)) days.push(day);
  return days;
}

/** Days in order, told as spans of days that follow one another. */
export function spansOf(days: readonly Day[]): Span[] {
  const spans: { from: Day; to: Day }[] = [];
  for (const day of days.toSorted()) {
    const last = spans.at(-1);
    if (last && shiftDay(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}
