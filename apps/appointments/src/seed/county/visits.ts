import type { Day } from '@app/common/calendar/zone.js';
import type { Chance } from './chance.js';
import type { DemoBooking } from './bookings.js';

/** How a citizen's turn went who was served: number, and the times of arrival, call, service and end. */
export interface DemoVisit {
  readonly code: string;
  readonly siteId: string;
  readonly day: Day;
  readonly number: number;
  readonly itemCode: string;
  readonly windowId: string;
  readonly green: boolean;
  readonly turnAt: Date;
  readonly arrivedAt: Date;
  readonly calledAt: Date;
  readonly servedAt: Date;
  readonly endedAt: Date;
}

const MINUTE_MS = 60_000;

/** The visits of the bookings that were served at a counter; numbers count from 1 at each site and day. */
export function demoVisits(bookings: readonly DemoBooking[], chance: Chance): DemoVisit[] {
  const numbers = new Map<string, number>();
  return bookings
    .filter(({ state, homeVisit }) => state === 'served' && !homeVisit)
    .toSorted((a, b) => a.startAt.getTime() - b.startAt.getTime())
    .map((booking) => {
      const key = `${booking.siteId} ${booking.day}`;
      const number = (numbers.get(key) ?? 0) + 1;
      numbers.set(key, number);
      const { code, siteId, day, itemCode, windowId, green, startAt, endAt } = booking;
      const after = (time: Date, minutes: number): Date => new Date(time.getTime() + minutes * MINUTE_MS);
      const arrivedAt = after(startAt, -2 - chance.below(14));
      const calledAt = after(startAt, chance.percent(70) ? -1 : chance.below(11));
      const servedAt = after(calledAt, 1);
      const minutes = (endAt.getTime() - startAt.getTime()) / MINUTE_MS;
      const endedAt = after(servedAt, Math.round(minutes * (0.6 + chance.next() * 0.5)));
      const times = { turnAt: startAt, arrivedAt, calledAt, servedAt, endedAt };
      return { code, siteId, day, number, itemCode, windowId, green, ...times };
    });
}
