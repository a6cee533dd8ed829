import type { SessionName } from '@app/common/calendar/calendar.js';
import type { Span } from './span.js';
import type { WindowSlot } from './window-slots.js';

/** A place of a window that is taken for a time, in milliseconds since the epoch; there are many in a look-up. */
export interface TakenPlace {
  /** 1 to the window's capacity. */
  readonly place: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** A time with places left at the windows of a site together. */
export interface FreeTime extends Span {
  readonly session: SessionName;
  readonly placesLeft: number;
}

/**
 * How many places of a slot are free: places 1 to the capacity without anything taken in its time. A place taken
 * beyond the capacity, from before it was lowered, takes none of them.
 */
export function placesLeft({ capacity, during }: WindowSlot, taken: readonly TakenPlace[]): number {
  const startMs = during.startAt.getTime();
  const endMs = during.endAt.getTime();
  const places = new Set<number>();
  for (const { place, fromMs, toMs } of taken) {
    if (fromMs < endMs && startMs < toMs && place <= capacity) places.add(place);
  }
  return capacity - places.size;
}

/**
 * The free times of several windows as one list, the earliest first: where more than one window can serve at a time, their
 * places are added up.
 * @param windows the slots of each window that the schedule allows, and what is taken of it
 */
export function freeTimes(
  windows: readonly { readonly slots: readonly WindowSlot[]; readonly taken: readonly TakenPlace[] }[],
): FreeTime[] {
  const times = new Map<number, FreeTime>();
  for (const { slots, taken } of windows) {
    for (const slot of slots) {
      const left = placesLeft(slot, taken);
      if (left === 0) continue;
      const at = slot.startAt.getTime();
      const { startAt, endAt, session } = times.get(at) ?? slot;
      times.set(at, { startAt, endAt, session, placesLeft: (times.get(at)?.placesLeft ?? 0) + left });
    }
  }
  return [...times.values()].toSorted((a, b) => a.startAt.getTime() - b.startAt.getTime());
}
