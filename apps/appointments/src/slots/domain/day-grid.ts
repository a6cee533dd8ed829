import type { SessionName } from '@app/common/calendar/calendar.js';
import type { Span } from './span.js';
import type { WindowSlot } from './window-slots.js';

/** A time of a day at which at least one window can serve. */
export interface GridTime extends Span {
  /** The session it begins in. */
  readonly session: SessionName;
  /** Both instants as answers have them, ISO 8601: writing them takes longer than finding out whether they are free. */
  readonly written: { readonly startAt: string; readonly endAt: string };
}

/** The slots of one window, and which of the day's times each of them is. */
export interface WindowGrid {
  readonly windowId: string;
  readonly slots: readonly WindowSlot[];
  /** Of each slot: its place among the day's times. */
  readonly at: readonly number[];
}

/** What the schedule of a site allows on a day, bookings aside: worked out once for many look-ups. */
export interface DayGrid {
  /** The earliest first. */
  readonly times: readonly GridTime[];
  readonly windows: readonly WindowGrid[];
}

/** Several windows' slots as one day: those that begin at the same instant are one time. */
export function dayGrid(windows: readonly { windowId: string; slots: readonly WindowSlot[] }[]): DayGrid {
  const slots = windows.flatMap((window) => window.slots).toSorted((a, b) => a.startMs - b.startMs);
  const times: GridTime[] = [];
  const at = new Map<number, number>();
  for (const { startMs, endMs, session } of slots) {
    if (at.has(startMs)) continue;
    at.set(startMs, times.length);
    const [startAt, endAt] = [new Date(startMs), new Date(endMs)];
    times.push({ startAt, endAt, session, written: { startAt: startAt.toISOString(), endAt: endAt.toISOString() } });
  }
  return {
    times,
    windows: windows.map((one) => ({ ...one, at: one.slots.map(({ startMs }) => at.get(startMs) ?? 0) })),
  };
}
