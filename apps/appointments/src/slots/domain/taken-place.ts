import type { Day } from '@app/common/calendar/zone.js';

/** A place of a window that is taken for a time, in milliseconds since the epoch; there are many in a look-up. */
export interface TakenPlace {
  /** 1 to the window's capacity. */
  readonly place: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * What the column `taken` of bookings says (migration `taken-places`), of those of one day.
 * @param packed their numbers, as PostgreSQL writes an array: `{18958351,18973711}`
 */
export function takenPlaces(day: Day, packed: string): TakenPlace[] {
  const beginsMs = Date.parse(day) - DAY_MS;
  const numbers: number[] = JSON.parse(`[${packed.slice(1, -1)}]`);
  return numbers.map((taken) => {
    const fromMs = beginsMs + ((taken >> 11) & 0x1fff) * MINUTE_MS;
    return { place: taken >> 24, fromMs, toMs: fromMs + (taken & 0x7ff) * MINUTE_MS };
  });
}
