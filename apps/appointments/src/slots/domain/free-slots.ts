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
export function placesLeft({ capacity, fromMs, toMs }: WindowSlot, taken: readonly TakenPlace[]): number {
  let places: Set<number> | undefined;
  for (const one of taken) {
    if (one.fromMs < toMs && fromMs < one.toMs && one.place <= capacity) (places ??= new Set()).add(one.place);
  }
  return capacity - (places?.size ?? 0);
}

/**
 * The free times of several windows as one list, the earliest first: where more than one window can serve at a time, their
 * places are added up.
 * @param windows the slots of each window that the schedule allows, and what is taken of it
 */
export function freeSlots(
  windows: readonly { readonly slots: readonly WindowSlot[]; readonly taken: readonly TakenPlace[] }[],
): FreeTime[] {
  const times = new Map<number, { slot: WindowSlot; placesLeft: number }>();
  for (const { slots, taken } of windows) {
    for (const slot of slots) {
      const left = placesLeft(slot, taken);
      if (left === 0) continue;
      const known = times.get(slot.startMs);
      if (known) known.placesLeft += left;
      else times.set(slot.startMs, { slot, placesLeft: left });
    }
  }
  return [...times.values()]
    .toSorted((a, b) => a.slot.startMs - b.slot.startMs)
    .map(({ slot, placesLeft: left }) => ({
      startAt: new Date(slot.startMs),
      endAt: new Date(slot.endMs),
      session: slot.session,
      placesLeft: left,
    }));
}
